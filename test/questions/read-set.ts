import { readFileSync } from "node:fs";
import { readGoldenQuestions } from "../../src/review/golden-question.ts";
import type { GoldenQuestion } from "../../src/review/golden-question.ts";

/** Reads a question set of a file. */
export function readQuestionSet(path: string): GoldenQuestion[] {
  return readGoldenQuestions(readFileSync(path, "utf8"), path);
}
