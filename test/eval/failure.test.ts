import { describe, expect, it } from "vitest";
import type { Outcome } from "../../eval/ask-set.ts";
import { failuresOf } from "../../eval/failure.ts";
import { failureText } from "../../eval/failure-text.ts";
import { ARTICLES, QUESTIONS } from "./small-set.ts";

const right: Outcome = {
  question: QUESTIONS[1]!,
  answer: "3,400",
  confidence: 0.9,
  ranks: { article: 1, sentence: 1 },
  score: { exactMatch: 1, f1: 1 },
  first: { article: "port", start: 0, text: ARTICLES[1]!.text.slice(0, 53) },
  ms: 1,
  error: null,
};

function kindsOf(...outcomes: Partial<Outcome>[]): string[] {
  const set = { articles: ARTICLES, questions: QUESTIONS };
  return failuresOf(
    outcomes.map((outcome) => ({ ...right, ...outcome })),
    set,
  ).map(({ kind }) => kind);
}

describe("failuresOf", () => {
  it("leaves out what was right: an exact answer, a refusal of what can't be answered", () => {
    expect(kindsOf({}, { question: QUESTIONS[2]!, answer: null })).toEqual([]);
  });

  it("names the first thing that went wrong", () => {
    expect(
      kindsOf(
        { answer: null, error: "broken" },
        { question: QUESTIONS[2]! },
        { answer: null },
        { ranks: { article: 2, sentence: 2 } },
        { ranks: { article: 1, sentence: 2 } },
        { score: { exactMatch: 0, f1: 0.9 } },
      ),
    ).toEqual(["error", "false answer", "refused", "wrong article", "wrong sentence", "short answer"]);
  });

  it("judges by the article alone where a set has no answers", () => {
    const question = { ...QUESTIONS[1]!, answers: [] };
    const ranks = { article: 1, sentence: null };
    expect(kindsOf({ question, ranks, score: { exactMatch: 0, f1: 0 } })).toEqual([]);
  });
});

describe("failureText", () => {
  it("says what was asked, what is right, what was answered and from where, each on a line", () => {
    const outcome = { ...right, answer: "four", score: { exactMatch: 0, f1: 0 } };
    const [failure] = failuresOf([outcome], { articles: ARTICLES, questions: QUESTIONS });
    expect(failureText(failure!)).toBe(
      `short answer  q2  F1 0.00  confidence 0.90
  question  How many containers did the port of Ningbo handle?
  gold      3,400
  in        Ports grow (port)
  answer    four
  from      Ports grow (port): The port of Ningbo handled 3,400 containers in April.
  right     sentence 1 of the ranking`,
    );
  });

  it("says so where nothing was found, and keeps control characters off the screen", () => {
    const question = { ...QUESTIONS[0]!, question: "a\u001b[31m\nb" };
    const outcome = { ...right, question, answer: null, first: null, ranks: { article: null, sentence: null } };
    const [failure] = failuresOf([outcome], { articles: ARTICLES, questions: QUESTIONS });
    expect(failureText(failure!).split("\n").slice(1)).toEqual([
      "  question  a\ufffd[31m b",
      "  gold      约1.03万亿元",
      "  in        上半年跨境电商进出口增长 (trade)",
      "  answer    refused",
      "  from      nothing found",
      "  right     no answering sentence in the ranking",
    ]);
  });
});
