import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Digest, Reply } from "../../src/index.ts";
import { ask } from "../../src/index.ts";
import { converse, HOSTILE_QUESTIONS, mutatedQuestion, openSample, QUESTIONS, randomQuestion, RUNS } from "./asked.ts";

let digest: Digest;
let other: Digest;
beforeAll(async () => {
  [digest, other] = await Promise.all([openSample(), openSample()]);
});

async function replies(to: Digest, questions: readonly string[]): Promise<Map<string, Reply>> {
  const found = new Map<string, Reply>();
  for (const question of questions) found.set(question, (await ask(to, question)).reply);
  return found;
}

describe("the same question", () => {
  it("gets the same reply twice, in any order, and from a fresh digest", async () => {
    const questions = [...QUESTIONS, ...HOSTILE_QUESTIONS];
    const first = await replies(digest, questions);
    expect(await replies(digest, questions)).toEqual(first);
    const backwards = await replies(other, [...questions].reverse());
    for (const question of questions) expect(backwards.get(question)).toEqual(first.get(question));
  });

  it("gets the same reply while others are asked at the same time", async () => {
    const alone = await replies(digest, QUESTIONS);
    const together = await Promise.all(QUESTIONS.map((question) => ask(other, question)));
    expect(together.map((asked) => asked.reply)).toEqual(QUESTIONS.map((question) => alone.get(question)));
  });

  it("gets the same reply whatever was asked before by others", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(mutatedQuestion, randomQuestion),
        fc.array(mutatedQuestion, { maxLength: 3 }),
        async (question, before) => {
          const { reply } = await ask(digest, question);
          await converse(other, before);
          expect((await ask(other, question)).reply).toEqual(reply);
        },
      ),
      RUNS,
    );
  });

  it("gets the same reply in the same conversation", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...QUESTIONS), { minLength: 2, maxLength: 4 }), async (questions) => {
        const [here, there] = [await converse(digest, questions), await converse(other, questions)];
        expect(here.map((asked) => asked.reply)).toEqual(there.map((asked) => asked.reply));
      }),
      { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 3) },
    );
  });
});
