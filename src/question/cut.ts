import type { Concept } from "../lexicon/glossary.ts";
import type { Span } from "../text/span.ts";

export interface Cut extends Span {
  readonly concepts: readonly Concept[];
  readonly isName: boolean;
  /** Known as a word, such as a post: it isn't cut further. */
  readonly isWord?: boolean;
  /** Made of single characters that the segmenter left over. */
  readonly isJoined?: boolean;
}
