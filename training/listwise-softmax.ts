import type { FeatureMatrix } from "./feature-matrix.ts";
import { addRow, scoreRow } from "./feature-matrix.ts";
import { minimiseWithin } from "./bounded.ts";
import type { Objective } from "./lbfgs.ts";
import type { Bounds } from "./weight-bounds.ts";

/** Rows of a matrix of which one is chosen. */
export interface Choice {
  readonly firstRow: number;
  /** What choosing each row brings, 0 to 1. */
  readonly gains: Float64Array;
  /** How much the choice counts. */
  readonly weight: number;
}

/**
 * Learns weights that put rows of high gain first: they maximise the mean of log Σ pᵢgᵢ, where p is the softmax of a
 * choice's scores and g its gains, less `l2`/2 times the squared weights, within bounds by feature name.
 */
export function trainListwise(
  matrix: FeatureMatrix,
  choices: readonly Choice[],
  l2: number,
  bounds: (feature: string) => Bounds = () => UNBOUNDED,
): Float64Array {
  return minimiseWithin(listwiseLoss(matrix, choices, l2), matrix.names.map(bounds));
}

const UNBOUNDED: Bounds = { least: -Infinity, most: Infinity };

/** Finds the row that weights score highest, counted from the choice's first; of equals the first. */
export function chosenRow(matrix: FeatureMatrix, { firstRow, gains }: Choice, weights: Float64Array): number {
  let best = 0;
  let most = -Infinity;
  for (let i = 0; i < gains.length; i++) {
    const score = scoreRow(matrix, firstRow + i, weights);
    if (score > most) [best, most] = [i, score];
  }
  return best;
}

/** Keeps the logarithm finite where no row of gain has any probability. */
const LEAST_GAIN = 1e-9;

function listwiseLoss(matrix: FeatureMatrix, choices: readonly Choice[], l2: number): Objective {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  return (weights) => {
    const gradient = weights.map((weight) => l2 * weight);
    let value = weights.reduce((sum, weight) => sum + (l2 * weight * weight) / 2, 0);
    for (const choice of choices) value += addChoice(matrix, choice, choice.weight / total, weights, gradient);
    return { value, gradient };
  };
}

/** Adds what a choice has in the gradient, in place, and returns what it has in the loss. */
function addChoice(
  matrix: FeatureMatrix,
  { firstRow, gains }: Choice,
  share: number,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const chances = softmax(gains.map((_, i) => scoreRow(matrix, firstRow + i, weights)));
  const gain = LEAST_GAIN + chances.reduce((sum, chance, i) => sum + chance * (gains[i] ?? 0), 0);
  for (const [i, chance] of chances.entries())
    addRow(matrix, firstRow + i, share * chance * (1 - (gains[i] ?? 0) / gain), gradient);
  return -share * Math.log(gain);
}

function softmax(scores: Float64Array): Float64Array {
  const most = scores.reduce((max, score) => Math.max(max, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
