import { beforeAll, describe, expect, it } from "vitest";
import { askOne } from "../../eval/ask-set.ts";
import type { Outcome } from "../../eval/ask-set.ts";
import type { SetQuestion } from "../../eval/question-set.ts";
import { toIssue } from "../../eval/set-issue.ts";
import { createDigest } from "../../src/index.ts";
import type { Digest } from "../../src/index.ts";
import { ARTICLES, QUESTIONS } from "./small-set.ts";

const set = { articles: ARTICLES, questions: QUESTIONS };
let digest: Digest;
beforeAll(async () => (digest = await createDigest([toIssue(ARTICLES)])));

async function askAbout(question: string, article: string | null, ...answers: string[]): Promise<Outcome> {
  const asked: SetQuestion = { id: "q", question, answers, article, answerable: true };
  return askOne(digest, set, asked);
}

describe("askOne", () => {
  it("scores the short answer and finds its sentence first", async () => {
    expect(await askAbout("上半年跨境电商进口多少？", "trade", "2911亿元")).toMatchObject({
      answer: "约2911亿元",
      ranks: { article: 1, sentence: 1 },
      score: { exactMatch: 0, f1: 6 / 7 },
      first: { article: "trade", start: 31, text: "其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。" },
      error: null,
    });
  });

  it("goes on with the candidates, each sentence once", async () => {
    const { ranks } = await askAbout("上半年跨境电商进口多少？", "trade", "1.32万亿元");
    expect(ranks).toEqual({ article: 1, sentence: 2 });
  });

  it("counts what an answer cites as found, also where no candidate was ranked", async () => {
    const outcome = await askAbout("《Ports grow》讲了什么？", "port", "3,400 containers");
    expect([outcome.answer === null, outcome.ranks]).toEqual([false, { article: 1, sentence: 1 }]);
  });

  it("ranks what a refusal looked at, and scores it nothing", async () => {
    expect(await askAbout("上半年湖南跨境电商进口多少？", "trade", "约2911亿元")).toMatchObject({
      answer: null,
      ranks: { article: 1 },
      score: { exactMatch: 0, f1: 0 },
    });
  });

  it("keeps a defect as a value, so that the other questions are still asked", async () => {
    const outcome = await askOne({} as Digest, set, QUESTIONS[0]!);
    expect(outcome).toMatchObject({ answer: null, confidence: 0, first: null, ranks: { article: null } });
    expect(outcome.error).toMatch(/undefined/u);
  });
});
