import { writeFile } from "node:fs/promises";
import type { RankingWeights, Weights } from "../src/lexicon/ranking-weights.ts";

/** Decimals that a weight keeps: more change no ranking. */
const DECIMALS = 3;

/** Names and rounds what was learned, by name; weights below `least` are dropped. */
export function toWeights(names: readonly string[], learned: Float64Array, least = 0): Weights {
  const named = names.map((name, i): [string, number] => [name, rounded(learned[i] ?? 0)]);
  return Object.fromEntries(
    named.filter(([, weight]) => Math.abs(weight) >= least).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Prints weights as `lexicon/ranking-weights.json` has them: one a line, so that a change can be read. */
export function printWeights(weights: RankingWeights): string {
  return `${JSON.stringify(weights, null, 1)}\n`;
}

/** Writes the weights. */
export async function writeWeights(file: string, weights: RankingWeights): Promise<void> {
  await writeFile(file, printWeights(weights));
}

function rounded(weight: number): number {
  // Adding 0 makes −0 into 0.
  return Number(weight.toFixed(DECIMALS)) + 0;
}
