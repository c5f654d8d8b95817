import { scoreShortAnswer } from "../eval/short-answer-score.ts";
import { answerSpans } from "../src/answer/answer-span.ts";
import type { Reading, Sentence } from "../src/fact/reading.ts";
import type { Weights } from "../src/lexicon/ranking-weights.ts";
import { slice } from "../src/text/span.ts";
import type { AskedQuestion } from "./asked-question.ts";
import type { Half } from "./cross-validation.ts";
import { FeatureMatrixBuilder, keepColumns } from "./feature-matrix.ts";
import type { FeatureMatrix } from "./feature-matrix.ts";
import type { Choice } from "./listwise-softmax.ts";
import { chosenRow, trainListwise } from "./listwise-softmax.ts";
import { toWeights } from "./weights-file.ts";

const L2 = 0.0003;
/** A feature of fewer questions would be learned by heart. */
const FEWEST_QUESTIONS = 30;
/** A weight below this changes no choice. */
const LEAST_WEIGHT = 0.02;
/** Where no span has more of the answer than this, there is nothing to learn. */
const LEAST_F1 = 0.2;

/** The spans of the sentences that answer, in one language. */
export interface SpanCases {
  readonly matrix: FeatureMatrix;
  readonly choices: readonly SpanChoice[];
}

/** The spans of a sentence. */
interface SpanChoice extends Choice {
  readonly half: Half;
  readonly set: string;
  /** How much of the answer each span has. */
  readonly f1: Float64Array;
}

/** Makes the spans of the answering sentence of each question in a language whose answer is known to the word. */
export function spanCases(asked: readonly AskedQuestion[], language: "zh" | "en"): SpanCases {
  const builder = new FeatureMatrixBuilder();
  const choices: SpanChoice[] = [];
  for (const question of asked) {
    if (question.language !== language || question.answers.length === 0) continue;
    const found = answeringSentence(question);
    if (found === null) continue;
    const { lexicon } = question.set.digest;
    const spans = answerSpans(question.query, found.reading, found.sentence, lexicon);
    const firstRow = builder.rows;
    for (const { features } of spans) builder.addRow(features);
    const { text } = found.reading.article;
    const f1 = Float64Array.from(spans, (span) => scoreShortAnswer(slice(text, span), question.answers).f1);
    // Squared, so that one exact span is worth more than several rough ones.
    const gains = f1.map((value) => value * value);
    choices.push({
      firstRow,
      gains,
      f1,
      weight: question.set.worth.spans,
      half: question.half,
      set: question.set.name,
    });
  }
  return { matrix: builder.build(), choices };
}

/** Learns which words answer, from one half of the articles or from all. */
export function trainSpans({ matrix, choices }: SpanCases, half: Half | null): Weights {
  const seen = choices.filter((choice) => (half === null || choice.half === half) && Math.max(...choice.f1) > LEAST_F1);
  const counts = countQuestions(matrix, seen);
  const kept = keepColumns(matrix, (column) => (counts[column] ?? 0) >= FEWEST_QUESTIONS);
  return toWeights(kept.names, trainListwise(kept, seen, L2), LEAST_WEIGHT);
}

/** The F1 of the chosen span, by question. */
export interface MeasuredSpan {
  readonly set: string;
  readonly f1: number;
}

/** Chooses a span in each sentence of a half. */
export function measureSpans({ matrix, choices }: SpanCases, weights: Weights, half: Half): MeasuredSpan[] {
  const vector = Float64Array.from(matrix.names, (name) => weights[name] ?? 0);
  return choices
    .filter((choice) => choice.half === half)
    .map((choice) => ({ set: choice.set, f1: choice.f1[chosenRow(matrix, choice, vector)] ?? 0 }));
}

/** In how many questions each feature is anything but 0. */
function countQuestions(matrix: FeatureMatrix, choices: readonly SpanChoice[]): Uint32Array {
  const counts = new Uint32Array(matrix.names.length);
  for (const { firstRow, gains } of choices) {
    const from = matrix.starts[firstRow] ?? 0;
    const to = matrix.starts[firstRow + gains.length] ?? 0;
    for (const column of new Set(matrix.columns.subarray(from, to))) counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}

/** The sentence of the gold article that holds the answer; of several the one most like the question. */
function answeringSentence(question: AskedQuestion): { reading: Reading; sentence: Sentence } | null {
  const reading = question.set.digest.readings.get(question.articleId ?? "");
  if (reading === undefined) return null;
  let best: { reading: Reading; sentence: Sentence } | null = null;
  let most = -1;
  for (const sentence of reading.sentences) {
    if (!question.gold.isIn(reading, sentence)) continue;
    const shared = sharedRuns(question, slice(reading.folded, sentence));
    if (shared > most) [best, most] = [{ reading, sentence }, shared];
  }
  return best;
}

/** How many runs of two characters (Chinese) or four (English) of a question stand in a text. */
function sharedRuns({ query: { wording }, language }: AskedQuestion, text: string): number {
  const length = language === "zh" ? 2 : 4;
  let shared = 0;
  for (let at = 0; at + 1 < wording.length; at++) shared += Number(text.includes(wording.slice(at, at + length)));
  return shared;
}
