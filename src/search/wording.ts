import type { Alternative, QueryTerm } from "../question/query.ts";
import { terms as indexTerms } from "../text/term.ts";

/** A wording of a term, with the index terms that find it. */
export interface Wording extends Alternative {
  readonly words: readonly string[];
}

/** Cuts each wording of a term into index terms. */
export function wordingsOf({ alternatives }: QueryTerm): Wording[] {
  return alternatives.map((alternative) => ({ ...alternative, words: wordsOf(alternative) }));
}

/** Index terms of a wording: bigrams alone where a Chinese word has some, for single characters find everything. */
function wordsOf({ text, isHan }: Alternative): string[] {
  if (!isHan) return text.split(" ");
  const found = indexTerms(text);
  const long = found.filter((term) => term.length > 1);
  return long.length > 0 ? long : found;
}
