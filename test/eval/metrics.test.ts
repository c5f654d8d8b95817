import { describe, expect, it } from "vitest";
import type { Outcome } from "../../eval/ask-set.ts";
import { answerTimes, hitShares, measureQuality } from "../../eval/metrics.ts";
import type { SetQuestion } from "../../eval/question-set.ts";

function outcome({
  question = {},
  ...rest
}: { readonly question?: Partial<SetQuestion> } & Partial<Omit<Outcome, "question">> = {}): Outcome {
  return {
    question: { id: "q", question: "?", answers: ["x"], article: "a", answerable: true, ...question },
    answer: "x",
    confidence: 0.9,
    ranks: { article: 1, sentence: 1 },
    score: { exactMatch: 1, f1: 1 },
    first: null,
    ms: 1,
    error: null,
    ...rest,
  };
}

const right = outcome();
const third = outcome({ ranks: { article: 2, sentence: 3 }, score: { exactMatch: 0, f1: 0.5 }, confidence: 0.6 });
const far = outcome({ ranks: { article: 6, sentence: 30 }, score: { exactMatch: 0, f1: 0 }, confidence: 0.5 });
const refused = outcome({
  answer: null,
  ranks: { article: null, sentence: null },
  score: { exactMatch: 0, f1: 0 },
  confidence: 0.1,
});
const falseAnswer = outcome({ question: { answerable: false, answers: [] }, confidence: 0.6 });
const rightlyRefused = outcome({ question: { answerable: false, answers: [] }, answer: null, confidence: 0 });

describe("measureQuality", () => {
  it("takes hits and scores over the answerable questions, false answers over the others", () => {
    expect(measureQuality([right, third, far, refused, falseAnswer, rightlyRefused])).toEqual({
      questions: 6,
      answerable: 4,
      unanswerable: 2,
      errors: 0,
      articleHit1: 0.25,
      articleHit5: 0.5,
      sentenceHit1: 0.25,
      sentenceHit5: 0.5,
      sentenceFound: 0.75,
      exactMatch: 0.25,
      f1: 0.375,
      answeredShare: 0.75,
      falseAnswerShare: 0.5,
      auroc: (2 + 1.5 + 1 + 1) / 8,
    });
  });

  it("is null where no question tells", () => {
    expect(measureQuality([right])).toMatchObject({ falseAnswerShare: null, auroc: null });
    expect(measureQuality([falseAnswer])).toMatchObject({
      articleHit1: null,
      sentenceHit5: null,
      sentenceFound: null,
      exactMatch: null,
      f1: null,
      answeredShare: null,
      auroc: null,
    });
  });

  it("measures a question only by what the set says of it: its article, its answers", () => {
    const onlyArticle = outcome({ question: { answers: [] }, ranks: { article: 1, sentence: null } });
    const onlyAnswer = outcome({ question: { article: null }, ranks: { article: null, sentence: null } });
    expect(measureQuality([onlyArticle, refused])).toMatchObject({ articleHit1: 0.5, sentenceHit1: 0, exactMatch: 0 });
    expect(measureQuality([onlyArticle])).toMatchObject({ articleHit1: 1, sentenceHit1: null, f1: null });
    expect(measureQuality([onlyAnswer])).toMatchObject({ articleHit1: null, sentenceHit1: null, f1: 1 });
  });

  it("counts defects", () => {
    expect(measureQuality([right, outcome({ answer: null, error: "broken" })])).toMatchObject({ errors: 1 });
  });
});

describe("hitShares", () => {
  it("counts the first five in and the sixth out", () => {
    const articleFifth = outcome({ ranks: { article: 5, sentence: 6 } });
    const sentenceFifth = outcome({ ranks: { article: 6, sentence: 5 } });
    const first = outcome({ ranks: { article: 1, sentence: 6 } });
    expect(hitShares([articleFifth, sentenceFifth, first, first])).toEqual({
      articleHit1: 0.5,
      articleHit5: 0.75,
      sentenceHit1: 0,
      sentenceHit5: 0.25,
    });
  });
});

describe("answerTimes", () => {
  it("takes the nearest ranks", () => {
    const ms = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(answerTimes(ms)).toEqual({ p50Ms: 50, p95Ms: 95 });
  });
});
