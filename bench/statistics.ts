/**
 * Finds the smallest sample that at least a share of all samples don't exceed (the nearest-rank percentile).
 *
 * @param share - 0 to 1; 1 is the greatest sample.
 * @throws RangeError when there are no samples.
 */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError("There are no samples to take a percentile of");
  return found;
}

/** Finds the middle sample, the lower of two. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}
