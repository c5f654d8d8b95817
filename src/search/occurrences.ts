import type { Alternative, QueryTerm } from "../question/query.ts";
import { words } from "../text/term.ts";

/** A place where a term, or a part of it, stands in a text. */
export interface Occurrence {
  readonly at: number;
  readonly end: number;
  /** Which of the term's parts stand here, as bits; parts are characters of Chinese, words of English. */
  readonly parts: number;
  /** How many parts the matched wording has. */
  readonly size: number;
  /** How surely the wording means the term, 0 to 1. */
  readonly factor: number;
}

/** A text to search: folded, with its spaced words found once. */
export interface SearchedText {
  readonly folded: string;
  readonly stems: ReadonlyMap<
    string,
    readonly { readonly start: number; readonly end: number; readonly index: number }[]
  >;
  readonly stemAt: readonly string[];
}

/** Prepares a folded text for {@link findOccurrences}. */
export function toSearchedText(folded: string): SearchedText {
  const stems = new Map<string, { start: number; end: number; index: number }[]>();
  const stemAt: string[] = [];
  for (const word of words(folded)) {
    const list = stems.get(word.stem) ?? [];
    list.push({ start: word.start, end: word.end, index: stemAt.length });
    stems.set(word.stem, list);
    stemAt.push(word.stem);
  }
  return { folded, stems, stemAt };
}

/** Finds a term in a text: each of its wordings whole, and its bigrams or single words. A name counts whole only: 斯坦 isn't 塔吉克斯坦. */
export function findOccurrences(term: QueryTerm, text: SearchedText): Occurrence[] {
  return term.alternatives.flatMap((alternative) =>
    alternative.isHan
      ? hanOccurrences(alternative, text.folded, term.role !== "name")
      : wordOccurrences(alternative, text),
  );
}

const FULL = 31;

function hanOccurrences({ text, factor }: Alternative, folded: string, inParts: boolean): Occurrence[] {
  const found: Occurrence[] = [];
  const size = Math.min(text.length, FULL);
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
    found.push({ at, end: at + text.length, parts: 2 ** size - 1, size, factor });
  }
  if (!inParts || text.length < 3 || factor < 1) return found;
  for (let i = 0; i + 1 < size; i++) {
    const bigram = text.slice(i, i + 2);
    for (let at = folded.indexOf(bigram); at >= 0; at = folded.indexOf(bigram, at + 1)) {
      found.push({ at, end: at + 2, parts: 3 * 2 ** i, size, factor: factor * 0.9 });
    }
  }
  return found;
}

function wordOccurrences({ text, factor }: Alternative, searched: SearchedText): Occurrence[] {
  const asked = text.split(" ");
  const found: Occurrence[] = [];
  for (const [i, stem] of asked.entries()) {
    for (const { start, end, index } of searched.stems.get(stem) ?? []) {
      if (i === 0 && asked.every((next, k) => searched.stemAt[index + k] === next)) {
        found.push({ at: start, end, parts: 2 ** Math.min(asked.length, FULL) - 1, size: asked.length, factor });
      } else if (asked.length > 1 && asked.length <= FULL) {
        found.push({ at: start, end, parts: 2 ** i, size: asked.length, factor: factor * 0.85 });
      }
    }
  }
  return found;
}
