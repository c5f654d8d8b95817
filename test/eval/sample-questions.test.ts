import { describe, expect, it } from "vitest";
import { sampleQuestions } from "../../eval/sample-questions.ts";
import { ARTICLES, QUESTIONS } from "./small-set.ts";

const questions = Array.from({ length: 10 }, (_, i) => ({ ...QUESTIONS[0]!, id: String(i) }));

function sampled(limit: number): string[] {
  return sampleQuestions({ articles: ARTICLES, questions }, limit).questions.map(({ id }) => id);
}

describe("sampleQuestions", () => {
  it("spreads the questions evenly over the set", () => {
    expect(sampled(5)).toEqual(["1", "3", "5", "7", "9"]);
    expect(sampled(3)).toEqual(["3", "6", "9"]);
    expect(sampled(1)).toEqual(["9"]);
  });

  it("keeps every article, and every question where the limit is wide enough", () => {
    expect(sampleQuestions({ articles: ARTICLES, questions }, 1).articles).toEqual(ARTICLES);
    expect(sampled(10).length).toBe(10);
    expect(sampled(99).length).toBe(10);
  });
});
