import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import { ask } from "../../src/index.ts";
import {
  converse,
  FULL_QUESTIONS,
  HOSTILE_QUESTIONS,
  LONG_QUESTIONS,
  mutatedQuestion,
  openSample,
  QUESTIONS,
  questionsFromFacts,
  randomQuestion,
  RUNS,
} from "./asked.ts";
import { brokenPromises } from "./promises.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

/** The broken promises of each reply to questions that stand alone, with the question. */
async function brokenBy(questions: readonly string[]): Promise<string[]> {
  const broken: string[] = [];
  for (const question of questions) {
    for (const promise of brokenPromises(digest, question, await ask(digest, question)))
      broken.push(`${JSON.stringify(question.slice(0, 200))}: ${promise}`);
  }
  return broken;
}

describe("every reply quotes exactly, answers from its quotes or computes, and refuses with a reason", () => {
  it("to the questions of our sets", async () => {
    expect(QUESTIONS.length).toBeGreaterThan(170);
    expect(await brokenBy(QUESTIONS)).toEqual([]);
  });

  it("to a question about each fact, each figure and each name", async () => {
    const questions = questionsFromFacts(digest);
    expect(questions.length).toBeGreaterThan(500);
    expect(await brokenBy(questions)).toEqual([]);
  });

  it("to questions with slips, other scripts and other widths", async () => {
    await fc.assert(
      fc.asyncProperty(mutatedQuestion, async (question) => {
        expect(await brokenBy([question])).toEqual([]);
      }),
      RUNS,
    );
  });

  it("to any text and to words in any order", async () => {
    await fc.assert(
      fc.asyncProperty(randomQuestion, async (question) => {
        expect(await brokenBy([question])).toEqual([]);
      }),
      RUNS,
    );
  });

  it("to naughty strings, markup, escape sequences, patterns and orders to ignore its rules", async () => {
    expect(HOSTILE_QUESTIONS.length).toBeGreaterThan(550);
    expect(await brokenBy(HOSTILE_QUESTIONS)).toEqual([]);
  });

  it("to the longest questions that it reads, and to far longer ones", async () => {
    expect(await brokenBy([...FULL_QUESTIONS, ...LONG_QUESTIONS])).toEqual([]);
  });

  it("to whole conversations", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...QUESTIONS), mutatedQuestion), { minLength: 2, maxLength: 5 }),
        async (questions) => {
          const turns = await converse(digest, questions);
          expect(turns.flatMap((asked, i) => brokenPromises(digest, questions[i] ?? "", asked))).toEqual([]);
        },
      ),
      { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 3) },
    );
  });
});

describe("a question of more than 1,000 characters", () => {
  it.each(
    LONG_QUESTIONS.filter((question) => /[\p{L}\p{N}]/u.test(question)).map((question) => [
      question.slice(0, 8),
      question,
    ]),
  )("is refused unread: %j…", async (_, question) => {
    const { reply } = await ask(digest, question);
    expect(reply).toMatchObject({ status: "unanswered", missing: { kind: "tooLong" }, citations: [] });
  });
});
