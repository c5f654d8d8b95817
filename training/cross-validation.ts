/** One of the two halves of the articles. */
export type Half = 0 | 1;

export const HALVES: readonly Half[] = [0, 1];

/** The half of an article, by a hash of its id: the same in each run, whatever else is in the set. */
export function halfOf(id: string): Half {
  let hash = 7;
  for (let i = 0; i < id.length; i++) hash = (hash * 31 + id.charCodeAt(i)) >>> 0;
  return hash % 2 === 0 ? 0 : 1;
}

/**
 * Fits a model on each half and measures it on the other, so that nothing is measured by weights that saw its article.
 */
export function crossValidate<Model, Measured>(
  fit: (half: Half) => Model,
  measure: (model: Model, half: Half) => readonly Measured[],
): Measured[] {
  return HALVES.flatMap((half) => measure(fit(half), half === 0 ? 1 : 0));
}
