import type { Concept } from "../lexicon/glossary.ts";
import type { Span } from "../text/span.ts";

export interface Cut extends Span {
  readonly concepts: readonly Concept[];
  readonly isName: boolean;
  /** Made of single characters that the segmenter left over. */
  readonly isJoined?: boolean;
}
