import { confidenceFeatures, isReference } from "../src/answer/confidence.ts";
import { answerBeside, restatedBefore } from "../src/answer/answer-beside.ts";
import type { RankingWeights, Weights } from "../src/lexicon/ranking-weights.ts";
import type { AskedQuestion } from "./asked-question.ts";
import { rankWith } from "./asked-question.ts";
import { CONFIDENCE_PRIOR, REFERENCE_PRIOR } from "./confidence-prior.ts";
import type { Half } from "./cross-validation.ts";
import type { FeatureMatrix } from "./feature-matrix.ts";
import { FeatureMatrixBuilder, scoreRow } from "./feature-matrix.ts";
import type { Judged } from "./logistic-regression.ts";
import { probability, trainLogistic } from "./logistic-regression.ts";
import { toWeights } from "./weights-file.ts";

/** Dated issues are learned from few questions and so held to what is believed; other texts from thousands. */
const L2 = { dated: 0.01, undated: 0.001 };
/** How much a question about a dated issue counts for other texts. */
const LOST_DATES = 1.2;
/** The weight of this feature is the level that all others start from; nothing holds it back. */
const BIAS = "bias";

type ConfidenceWeights = RankingWeights["confidence"];

/** The best candidate of each question, and whether it answers. */
export interface ConfidenceCases {
  readonly matrix: FeatureMatrix;
  readonly judged: readonly JudgedCandidate[];
}

/** The best candidate of a question. */
export interface JudgedCandidate extends Judged {
  readonly set: string;
  readonly half: Half;
  readonly isAnswerable: boolean;
  /** Whether it is weighed as an answer from a dated issue. */
  readonly isDated: boolean;
  /** Whether the sentence holds the answer, whatever the span is. */
  readonly isSentence: boolean;
  readonly gain: number;
}

/** Ranks the candidates of each question by given weights and takes the best. */
export function confidenceCases(asked: readonly AskedQuestion[], candidates: Weights): ConfidenceCases {
  const builder = new FeatureMatrixBuilder();
  const judged: JudgedCandidate[] = [];
  for (const question of asked) {
    const ranked = rankWith(candidates, question);
    const [first] = ranked;
    if (first === undefined) continue;
    const found = restatedBefore(question.query, first, ranked);
    const best = answerBeside(question.query, found, question.set.digest.lexicon) ?? found;
    const { gold, isAnswerable, set, half } = question;
    const gain = gold.gain(best);
    judged.push({
      row: builder.rows,
      set: set.name,
      half,
      isAnswerable,
      isDated: !isReference(question.query, best),
      isSentence: gold.isIn(best.reading, best.sentence),
      gain,
      isRight: isAnswerable && gain >= gold.enough,
      weight: isAnswerable ? set.worth.answerable : set.worth.unanswerable,
    });
    builder.addRow(confidenceFeatures(question.query, best, ranked, question.set.digest));
  }
  return { matrix: builder.build(), judged };
}

/** Learns how likely the best candidate is right, from one half of the articles or from all. */
export function trainConfidence({ matrix, judged }: ConfidenceCases, half: Half | null): ConfidenceWeights {
  const seen = judged.filter((candidate) => half === null || candidate.half === half);
  const learn = (from: readonly JudgedCandidate[], prior: Weights, strength: number): Weights => {
    const weights = Float64Array.from(matrix.names, (name) => prior[name] ?? 0);
    const l2 = Float64Array.from(matrix.names, (name) => (name === BIAS ? 0 : strength));
    return toWeights(matrix.names, trainLogistic(matrix, from, { weights, l2 }));
  };
  const dated = seen.filter(({ isDated }) => isDated);
  // News that lost its date is asked like news: what it doesn't say has to be refused there too.
  const lostDates = dated.map((candidate) => ({ ...candidate, weight: candidate.weight * LOST_DATES }));
  const undated = [...seen.filter(({ isDated }) => !isDated), ...lostDates];
  return { dated: learn(dated, CONFIDENCE_PRIOR, L2.dated), undated: learn(undated, REFERENCE_PRIOR, L2.undated) };
}

/** A best candidate with its estimated probability. */
export interface MeasuredCandidate extends JudgedCandidate {
  readonly confidence: number;
}

/** Estimates the probability of each best candidate of a half. */
export function measureConfidence(
  { matrix, judged }: ConfidenceCases,
  weights: ConfidenceWeights,
  half: Half,
): MeasuredCandidate[] {
  const vectorOf = (own: Weights): Float64Array => Float64Array.from(matrix.names, (name) => own[name] ?? 0);
  const vectors = { dated: vectorOf(weights.dated), undated: vectorOf(weights.undated) };
  return judged
    .filter((candidate) => candidate.half === half)
    .map((candidate) => ({
      ...candidate,
      confidence: probability(scoreRow(matrix, candidate.row, candidate.isDated ? vectors.dated : vectors.undated)),
    }));
}
