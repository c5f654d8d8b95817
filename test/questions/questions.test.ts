import { beforeAll, describe, expect, it } from "vitest";
import { openDigest } from "../../src/index.ts";
import { judgeQuestions } from "../../src/review/ask-turns.ts";
import type { JudgedQuestion } from "../../src/review/ask-turns.ts";
import { readQuestionSet } from "./read-set.ts";

interface AskedSet {
  readonly name: string;
  /** The digest that it asks about. */
  readonly knowledge: string;
  /** The least that it must reach; a change that falls below has made the bot worse. */
  readonly right: number;
  readonly refused: number;
  /** How many questions it has: a set that was read half isn't passed. */
  readonly answerable: number;
  readonly unanswerable: number;
}

const SETS: readonly AskedSet[] = [
  { name: "sample", knowledge: "knowledge", right: 31, refused: 5, answerable: 32, unanswerable: 5 },
  { name: "2025-07-ecommerce", knowledge: "knowledge", right: 104, refused: 35, answerable: 104, unanswerable: 36 },
  { name: "2025-07-ecommerce-b", knowledge: "knowledge", right: 107, refused: 40, answerable: 118, unanswerable: 42 },
  { name: "2025-07-ecommerce-c", knowledge: "knowledge", right: 110, refused: 38, answerable: 112, unanswerable: 38 },
  { name: "2025-07-ecommerce-d", knowledge: "knowledge", right: 62, refused: 16, answerable: 64, unanswerable: 16 },
  { name: "2025-07-ecommerce-e", knowledge: "knowledge", right: 77, refused: 31, answerable: 78, unanswerable: 32 },
  { name: "2025-07-ecommerce-f", knowledge: "knowledge", right: 77, refused: 32, answerable: 78, unanswerable: 32 },
  { name: "2025-07-ecommerce-g", knowledge: "knowledge", right: 97, refused: 44, answerable: 105, unanswerable: 45 },
  { name: "news", knowledge: "test/questions/news", right: 135, refused: 62, answerable: 160, unanswerable: 70 },
  { name: "news2", knowledge: "test/questions/news2", right: 84, refused: 38, answerable: 115, unanswerable: 45 },
  { name: "news3", knowledge: "test/questions/news3", right: 105, refused: 53, answerable: 140, unanswerable: 60 },
  { name: "news4", knowledge: "test/questions/news4", right: 55, refused: 36, answerable: 115, unanswerable: 45 },
  { name: "news5", knowledge: "test/questions/news5", right: 75, refused: 36, answerable: 105, unanswerable: 45 },
  { name: "news6", knowledge: "test/questions/news6", right: 70, refused: 44, answerable: 105, unanswerable: 45 },
  { name: "news7", knowledge: "test/questions/news7", right: 62, refused: 41, answerable: 105, unanswerable: 45 },
  { name: "news8", knowledge: "test/questions/news8", right: 59, refused: 36, answerable: 105, unanswerable: 45 },
  { name: "news9", knowledge: "test/questions/news9", right: 60, refused: 33, answerable: 84, unanswerable: 36 },
  { name: "news10", knowledge: "test/questions/news10", right: 78, refused: 38, answerable: 112, unanswerable: 48 },
  { name: "news10-b", knowledge: "test/questions/news10", right: 76, refused: 41, answerable: 112, unanswerable: 48 },
  { name: "news11", knowledge: "test/questions/news11", right: 51, refused: 31, answerable: 84, unanswerable: 36 },
  { name: "news11-b", knowledge: "test/questions/news11", right: 67, refused: 42, answerable: 112, unanswerable: 48 },
  { name: "news12", knowledge: "test/questions/news12", right: 64, refused: 37, answerable: 112, unanswerable: 48 },
  { name: "news12-b", knowledge: "test/questions/news12", right: 63, refused: 40, answerable: 112, unanswerable: 48 },
  { name: "news-b", knowledge: "test/questions/news", right: 46, refused: 20, answerable: 71, unanswerable: 25 },
  { name: "news2-b", knowledge: "test/questions/news2", right: 50, refused: 21, answerable: 71, unanswerable: 25 },
  { name: "news3-b", knowledge: "test/questions/news3", right: 46, refused: 21, answerable: 71, unanswerable: 25 },
  { name: "news4-b", knowledge: "test/questions/news4", right: 31, refused: 19, answerable: 71, unanswerable: 25 },
  { name: "news6-b", knowledge: "test/questions/news6", right: 32, refused: 16, answerable: 71, unanswerable: 25 },
  { name: "news7-b", knowledge: "test/questions/news7", right: 28, refused: 20, answerable: 71, unanswerable: 25 },
];

/** A line for a reader: what was asked, wanted and got. */
function lineOf({ question, judgement, got }: JudgedQuestion): string {
  const wanted = question.answerable ? question.expect.map((group) => group.join(" | ")).join(" & ") : "a refusal";
  return `${judgement} ${question.id} ${question.kind}: ${question.turns.join(" / ")} — wanted ${wanted}; got ${got}`;
}

describe.each(SETS)("the question set $name", ({ name, knowledge, ...least }) => {
  let judged: JudgedQuestion[];
  let failures: string;
  beforeAll(async () => {
    judged = await judgeQuestions((await openDigest(knowledge)).digest, readQuestionSet(`test/questions/${name}.jsonl`));
    failures = judged.filter(({ judgement }) => judgement !== "right").map(lineOf).join("\n");
    if (failures !== "") process.stdout.write(`${failures}\n`);
  }, 60_000);

  const right = (isAnswerable: boolean): number => judged.filter(({ question, judgement }) => question.answerable === isAnswerable && judgement === "right").length;

  it("is asked whole", () => {
    const answerable = judged.filter(({ question }) => question.answerable).length;
    expect({ answerable, unanswerable: judged.length - answerable }).toEqual({ answerable: least.answerable, unanswerable: least.unanswerable });
  });

  it("gets the right answer as often as before", () => {
    expect(right(true) < least.right ? failures : "").toBe("");
  });

  it("gets no answer where the digest has none, as often as before", () => {
    expect(right(false) < least.refused ? failures : "").toBe("");
  });
});
