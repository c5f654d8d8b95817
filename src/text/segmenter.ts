let segmenter: Intl.Segmenter | null = null;

/** Cuts Chinese text into dictionary words by `Intl.Segmenter`, which is made when first needed: it costs 10 ms. */
export function segment(text: string): Intl.SegmentData[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return [...segmenter.segment(text)];
}
