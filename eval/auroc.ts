/**
 * The area under the ROC curve: how often a positive has a higher score than a negative, both drawn at random; equal
 * scores count half. Null where there are none of either.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const sorted = [...negatives].sort((a, b) => a - b);
  let won = 0;
  for (const score of positives) won += (countBelow(sorted, score, false) + countBelow(sorted, score, true)) / 2;
  return won / (positives.length * negatives.length);
}

/** Counts the sorted scores below one, or with `orEqual` up to and including it, by halving. */
function countBelow(sorted: readonly number[], score: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? Infinity;
    if (value < score || (orEqual && value === score)) low = middle + 1;
    else high = middle;
  }
  return low;
}
