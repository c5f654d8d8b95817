import { beforeAll, describe, expect, it } from "vitest";
import { toIssue } from "../../eval/set-issue.ts";
import { createDigest } from "../../src/index.ts";
import type { AskedQuestion } from "../../training/asked-question.ts";
import { askQuestion, rankWith } from "../../training/asked-question.ts";
import { candidateCases, trainCandidates } from "../../training/candidate-model.ts";
import { confidenceCases, measureConfidence, trainConfidence } from "../../training/confidence-model.ts";
import { goldOfAnswers } from "../../training/gold.ts";
import { measureSpans, spanCases, trainSpans } from "../../training/span-model.ts";
import type { TrainingSet } from "../../training/training-sets.ts";
import { ARTICLES, QUESTIONS } from "../eval/small-set.ts";

let asked: AskedQuestion[];

beforeAll(async () => {
  const digest = await createDigest([toIssue(ARTICLES)]);
  const set: TrainingSet = {
    name: "small",
    digest,
    questions: QUESTIONS.map((question) => {
      const ordinal = ARTICLES.findIndex(({ id }) => id === question.article) + 1;
      return {
        question: question.question,
        language: question.lang === "zh" ? "zh" : "en",
        isAnswerable: question.answerable,
        answers: question.answers,
        articleId: digest.issues[0]?.articles[ordinal - 1]?.id ?? null,
        gold: goldOfAnswers(question, ordinal),
        splitBy: question.id,
      };
    }),
    worth: { candidates: 1, spans: 1, answerable: 1, unanswerable: 1 },
    hasExactAnswers: true,
  };
  asked = [];
  for (const question of set.questions) {
    const one = await askQuestion(question, set);
    if (one !== null) asked.push(one);
  }
});

describe("the candidates", () => {
  it("are those of answerable questions, and the answer gains all", () => {
    const { choices } = candidateCases(asked);
    expect(choices.map(({ gains }) => Math.max(...gains))).toEqual([1, 1]);
    expect(Math.min(...(choices[0]?.gains ?? []))).toBe(0);
  });

  it("are learned to be ranked with the answer first", () => {
    const weights = trainCandidates(candidateCases(asked), null);
    const answers = asked.slice(0, 2).map((question) => {
      const [best] = rankWith(weights, question);
      return best?.reading.article.text.slice(best.span.start, best.span.end);
    });
    expect(answers).toEqual(["约1.03万亿元", "3,400"]);
  });

  it("stand in the order of the text where nothing weighs anything", () => {
    const places = rankWith({}, asked[0]!).map(({ span }) => span.start);
    expect(places.length).toBeGreaterThan(3);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe("the confidence", () => {
  it("is learned from the best candidate by the learned weights, right or not", () => {
    const weights = trainCandidates(candidateCases(asked), null);
    const { judged } = confidenceCases(asked, weights);
    expect(judged.slice(0, 2).map(({ isRight, isSentence, gain }) => [isRight, isSentence, gain > 0.6])).toEqual([
      [true, true, true],
      [true, true, true],
    ]);
    const worst = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, -weight]));
    expect(confidenceCases(asked, worst).judged.map(({ isRight }) => isRight)).not.toContain(true);
  });

  it("is measured on one half alone", () => {
    const cases = confidenceCases(asked, trainCandidates(candidateCases(asked), null));
    const weights = trainConfidence(cases, null);
    const measured = ([0, 1] as const).map((half) => measureConfidence(cases, weights, half));
    expect(measured.flat().length).toBe(cases.judged.length);
    for (const [half, candidates] of measured.entries()) {
      expect(candidates.every((candidate) => candidate.half === half)).toBe(true);
      expect(candidates.every(({ confidence }) => confidence > 0 && confidence < 1)).toBe(true);
    }
  });
});

describe("the spans", () => {
  it("are those of the answering sentence, in one language, and one of them is the answer", () => {
    const { choices } = spanCases(asked, "zh");
    expect(choices.map(({ f1 }) => Math.max(...f1))).toEqual([1]);
    expect(spanCases(asked, "en").choices.length).toBe(1);
  });

  it("teach nothing where a feature is known from fewer than 30 questions", () => {
    const cases = spanCases(asked, "zh");
    expect(trainSpans(cases, null)).toEqual({});
    const many = { ...cases, choices: Array.from({ length: 30 }, () => cases.choices[0]!) };
    const weights = trainSpans(many, null);
    expect(Object.keys(weights).length).toBeGreaterThan(10);
    const { half } = cases.choices[0]!;
    expect(measureSpans(cases, weights, half)).toEqual([{ set: "small", f1: 1 }]);
    expect(measureSpans(cases, weights, half === 0 ? 1 : 0)).toEqual([]);
  });
});
