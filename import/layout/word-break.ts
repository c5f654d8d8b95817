const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
/** Enough of both sides for the segmenter to see the words at the seam. */
const AROUND = 8;

/** Tells whether two Chinese texts, put together, have a word across the seam: 拥有非|常高效. */
export function breaksWord(before: string, after: string): boolean {
  const left = before.slice(-AROUND);
  const whole = left + after.slice(0, AROUND);
  return ![...segmenter.segment(whole)].some(({ index }) => index === left.length);
}
