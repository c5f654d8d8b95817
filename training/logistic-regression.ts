import type { FeatureMatrix } from "./feature-matrix.ts";
import { addRow, scoreRow } from "./feature-matrix.ts";
import type { Objective } from "./lbfgs.ts";
import { minimise } from "./lbfgs.ts";

/** A row of a matrix and whether it is right. */
export interface Judged {
  readonly row: number;
  readonly isRight: boolean;
  /** How much the row counts. */
  readonly weight: number;
}

/** What weights are drawn towards, and how much. */
export interface Prior {
  /** By column. */
  readonly weights: Float64Array;
  /** The strength by column; 0 leaves a weight free. */
  readonly l2: Float64Array;
}

/** Learns weights of a logistic model: the likeliest, less the squared distance to the prior times its strength / 2. */
export function trainLogistic(matrix: FeatureMatrix, judged: readonly Judged[], prior: Prior): Float64Array {
  return minimise(logisticLoss(matrix, judged, prior), prior.weights);
}

/** The probability that a score stands for. */
export function probability(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

function logisticLoss(matrix: FeatureMatrix, judged: readonly Judged[], prior: Prior): Objective {
  const total = judged.reduce((sum, { weight }) => sum + weight, 0);
  return (weights) => {
    const away = weights.map((weight, column) => weight - (prior.weights[column] ?? 0));
    const gradient = away.map((distance, column) => (prior.l2[column] ?? 0) * distance);
    let value = away.reduce((sum, distance, column) => sum + ((prior.l2[column] ?? 0) * distance * distance) / 2, 0);
    for (const { row, isRight, weight } of judged) {
      const score = scoreRow(matrix, row, weights);
      value += (weight / total) * logisticCost(isRight ? score : -score);
      addRow(matrix, row, (weight / total) * (probability(score) - Number(isRight)), gradient);
    }
    return { value, gradient };
  };
}

/** −log of the probability, without overflow at either end. */
function logisticCost(score: number): number {
  return Math.max(0, -score) + Math.log1p(Math.exp(-Math.abs(score)));
}
