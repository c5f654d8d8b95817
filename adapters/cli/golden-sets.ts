import { readFile, readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import type { DigestVersion, KnowledgeProblem } from "../../src/index.ts";
import type { JudgedQuestion } from "../../src/review.ts";
import { KnowledgeError } from "../../src/index.ts";
import { judgeQuestions, readGoldenQuestions, singleIssue } from "../../src/review.ts";
import { messageOf } from "../command-line.ts";

/** Golden questions of an issue, asked. */
export interface AskedSet {
  readonly file: string;
  readonly judged: readonly JudgedQuestion[];
}

/** What came of the golden questions of a folder. */
export interface AskedSets {
  readonly byIssue: ReadonlyMap<string, AskedSet>;
  readonly problems: readonly KnowledgeProblem[];
}

const ENDING = ".questions.jsonl";

/**
 * Asks the golden questions that lie beside issues. Each issue is asked by itself: whether it was read right doesn't
 * depend on what was published since.
 */
export async function askGoldenSets(folder: string, version: DigestVersion): Promise<AskedSets> {
  const byIssue = new Map<string, AskedSet>();
  const problems: KnowledgeProblem[] = [];
  for (const file of await listSets(folder)) {
    const issueId = file.slice(0, -ENDING.length).normalize("NFC");
    try {
      const digest = await singleIssue(version, issueId);
      if (digest === null) throw new KnowledgeError(file, `has no issue ${issueId}.md beside it; rename or remove it`);
      const questions = readGoldenQuestions(await readFile(join(folder, file), "utf8"), file);
      byIssue.set(issueId, { file, judged: await judgeQuestions(digest, questions) });
    } catch (error) {
      problems.push({ file, message: error instanceof KnowledgeError ? error.detail : messageOf(error) });
    }
  }
  return { byIssue, problems };
}

async function listSets(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .map((entry) => entry.split(sep).join("/"))
    .filter((name) => name.endsWith(ENDING) && !name.split("/").some((part) => part.startsWith(".")))
    .sort();
}
