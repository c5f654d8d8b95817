import { describe, expect, it } from "vitest";
import { hitRanks } from "../../eval/hit-ranks.ts";
import type { SetQuestion } from "../../eval/question-set.ts";

function question(article: string | null, ...answers: string[]): SetQuestion {
  return { id: "q", question: "?", answers, article, answerable: true };
}

const found = [
  { article: "a", start: 0, text: "In 1973 it began." },
  { article: "a", start: 0, text: "In 1973 it began." },
  { article: "a", start: 18, text: "Prices rose." },
  { article: "b", start: 0, text: "The embargo ended in March 1974." },
  { article: "b", start: 40, text: "It had begun in October 1973." },
];

describe("hitRanks", () => {
  it("ranks distinct articles and distinct sentences from 1", () => {
    expect(hitRanks(found, question("a", "1973"))).toEqual({ article: 1, sentence: 1 });
    expect(hitRanks(found, question("b", "October 1973"))).toEqual({ article: 2, sentence: 4 });
  });

  it("wants an answer in a sentence of the right article: the same words elsewhere don't count", () => {
    expect(hitRanks(found, question("b", "1973"))).toEqual({ article: 2, sentence: 4 });
  });

  it("takes any of the answers, the first sentence that holds one", () => {
    expect(hitRanks(found, question("b", "1975", "ended"))).toEqual({ article: 2, sentence: 3 });
  });

  it("is null for what isn't there", () => {
    expect(hitRanks(found, question("a", "1974"))).toEqual({ article: 1, sentence: null });
    expect(hitRanks(found, question("c", "1973"))).toEqual({ article: null, sentence: null });
    expect(hitRanks(found, question(null, "1973"))).toEqual({ article: null, sentence: null });
    expect(hitRanks([], question("a", "1973"))).toEqual({ article: null, sentence: null });
  });

  it("never takes an empty answer for held", () => {
    expect(hitRanks(found, question("a", "", " "))).toEqual({ article: 1, sentence: null });
  });

  it("compares apart from width, case, white space and Traditional characters, on both sides", () => {
    const sentence = { article: "a", start: 0, text: "電商 物流指數為１１１.８ 點，\n由 ABC 公布。" };
    expect(hitRanks([sentence], question("a", "111.8点")).sentence).toBe(1);
    expect(hitRanks([sentence], question("a", "电商物流 指数")).sentence).toBe(1);
    expect(hitRanks([sentence], question("a", "Abc公佈")).sentence).toBe(1);
    const english = { article: "a", start: 0, text: "the rapist of\u00a0the\nstory" };
    expect(hitRanks([english], question("a", "rapist of the story")).sentence).toBe(1);
    expect(hitRanks([english], question("a", "therapist")).sentence).toBe(null);
  });
});
