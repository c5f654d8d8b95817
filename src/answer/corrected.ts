import type { Reading, Sentence } from "../fact/reading.ts";
import type { CueLexicon } from "../lexicon/cue-lexicon.ts";
import type { Span } from "../text/span.ts";

/** So far before a figure it is said that it was put right, in UTF-16 units. */
const LEAD = 24;

/** Tells whether a figure is said to be the right one: 8340万元 in 由9120万元更正为8340万元 "corrected from 91.2 to 83.4 million". */
export function isCorrected(
  { folded }: Reading,
  sentence: Sentence,
  figure: Span,
  { corrections }: Pick<CueLexicon, "corrections">,
): boolean {
  return corrections.told.test(folded.slice(Math.max(sentence.start, figure.start - LEAD), figure.start));
}
