import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { openDigest } from "../../src/index.ts";
import { askTurns } from "../../src/review/ask-turns.ts";
import type { GoldenQuestion } from "../../src/review/golden-question.ts";
import { judge } from "../../src/review/judge.ts";
import { readQuestionSet } from "./read-set.ts";

/** Newsletters that others publish: they stand beside the repository, not in it. */
const DIGESTS = "../shared/digests";
/** Large digests take a while on a busy machine. */
const LONGEST_MS = 600_000;

interface NewsletterSet {
  readonly name: string;
  readonly knowledge: string;
  /** The least that is to be right of the twenty questions in the newsletter's own language, and of the same in the other. */
  readonly own: number;
  readonly other: number;
  readonly language: "zh" | "en";
}

const SETS: readonly NewsletterSet[] = [
  { name: "optech-en", knowledge: "bitcoin-optech-en", own: 17, other: 14, language: "en" },
  { name: "optech-zh", knowledge: "bitcoin-optech-zh", own: 19, other: 16, language: "zh" },
];

describe.each(SETS)("the questions about $knowledge", ({ name }) => {
  it("are twenty in each language, each with the story that must be cited", () => {
    const questions = readQuestionSet(`test/questions/${name}.jsonl`);
    const count = (language: "zh" | "en"): number => questions.filter(({ lang }) => lang === language).length;
    expect([count("zh"), count("en")]).toEqual([20, 20]);
    expect(questions.filter(({ stories = [] }) => stories.length === 0)).toEqual([]);
  });
});

const atHand = SETS.filter(({ knowledge }) => existsSync(`${DIGESTS}/${knowledge}`));

for (const { name, knowledge, own, other, language } of atHand) {
  describe(`the answers about ${knowledge}`, () => {
    const failures = new Map<string, string>();
    let questions: readonly GoldenQuestion[];
    beforeAll(async () => {
      questions = readQuestionSet(`test/questions/${name}.jsonl`);
      const { digest } = await openDigest(`${DIGESTS}/${knowledge}`);
      for (const question of questions) {
        const { reply } = await askTurns(digest, question.turns);
        const judgement = judge(question, reply);
        const got = reply.status === "answered" ? `${reply.answer} (${reply.citations[0]?.article})` : reply.reason;
        if (judgement !== "right") failures.set(question.id, `${judgement} ${question.id}: ${question.turns[0]} — got ${got}`);
      }
      if (failures.size > 0) process.stdout.write(`${[...failures.values()].join("\n")}\n`);
    }, LONGEST_MS);

    const right = (isOwn: boolean): number =>
      questions.filter(({ id, lang }) => (lang === language) === isOwn && !failures.has(id)).length;

    it("are right, with the right story cited, as often as before", () => {
      expect(right(true)).toBeGreaterThanOrEqual(own);
    });

    it("are right as often as before where the question is in the other language", () => {
      expect(right(false)).toBeGreaterThanOrEqual(other);
    });
  });
}
