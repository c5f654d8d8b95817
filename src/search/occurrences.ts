import type { Alternative, QueryTerm } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import { findRelatives, findStem, wordFrom } from "../text/term.ts";
import type { Word } from "../text/term.ts";

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

/** A text to search. */
export interface SearchedText {
  readonly folded: string;
  /** Finds the spaced words that have a stem, in order. */
  readonly wordsOf: (stem: string) => readonly Span[];
  /** Finds the spaced words that have the root of a stem, in order. */
  readonly relativesOf: (stem: string) => readonly Span[];
  /** Finds the first spaced word after a place; null at the end. */
  readonly wordAfter: (place: number) => Word | null;
}

/** A text remembers where so many stems stand, or that they don't. */
const REMEMBERED = 500;

/** Prepares a folded text for {@link findOccurrences}. */
export function toSearchedText(folded: string): SearchedText {
  const byStem = new Map<string, readonly Span[]>();
  const byRoot = new Map<string, readonly Span[]>();
  const byPlace = new Map<number, Word | null>();
  return {
    folded,
    wordsOf: (stem) => remembered(byStem, stem, () => findStem(folded, stem)),
    relativesOf: (stem) => remembered(byRoot, stem, () => findRelatives(folded, stem)),
    wordAfter: (place) => {
      const known = byPlace.get(place);
      if (known !== undefined) return known;
      const found = wordFrom(folded, place);
      byPlace.set(place, found);
      return found;
    },
  };
}

function remembered(known: Map<string, readonly Span[]>, stem: string, find: () => Span[]): readonly Span[] {
  const before = known.get(stem);
  if (before !== undefined) return before;
  const found = find();
  if (known.size >= REMEMBERED) known.clear();
  known.set(stem, found);
  return found;
}

/** Finds a term in a text: each of its wordings whole, and its bigrams or single words. A name counts whole only: 斯坦 isn't 塔吉克斯坦. */
export function findOccurrences(term: QueryTerm, text: SearchedText): Occurrence[] {
  const parts: FoundParts = new Map();
  return term.alternatives.flatMap((alternative) =>
    alternative.isHan
      ? hanOccurrences(alternative, text.folded, term.role !== "name")
      : wordOccurrences(alternative, text, parts),
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

/**
 * How surely the words of a stem have been found already as a part of a wording: of cross-border e-commerce and
 * cross-border online trade, the words cross and border are looked at once.
 */
type FoundParts = Map<string, number>;

function wordOccurrences(alternative: Alternative, searched: SearchedText, found: FoundParts): Occurrence[] {
  const { factor } = alternative;
  const asked = stemsOf(alternative);
  const size = asked.length;
  const occurrences: Occurrence[] = [];
  for (const [i, stem] of asked.entries()) {
    const part = `${stem} ${i} ${size}`;
    const isFresh = size > 1 && size <= FULL && (found.get(part) ?? 0) < factor;
    if (isFresh) found.set(part, factor);
    else if (i > 0) continue;
    for (const { start, end } of searched.wordsOf(stem)) {
      if (i === 0 && beginsPhrase(searched, end, asked))
        occurrences.push({ at: start, end, parts: 2 ** Math.min(size, FULL) - 1, size, factor });
      else if (isFresh) occurrences.push({ at: start, end, parts: 2 ** i, size, factor: factor * 0.85 });
    }
  }
  return occurrences;
}

/** Tells whether the words after a first one have the other stems of a phrase. */
function beginsPhrase(searched: SearchedText, firstEnd: number, stems: readonly string[]): boolean {
  let end = firstEnd;
  for (let i = 1; i < stems.length; i++) {
    const next = searched.wordAfter(end);
    if (next === null || next.stem !== stems[i]) return false;
    end = next.end;
  }
  return true;
}

const split = new WeakMap<Alternative, readonly string[]>();

/** The stems of a wording, cut apart once for all articles. */
function stemsOf(alternative: Alternative): readonly string[] {
  const known = split.get(alternative) ?? alternative.text.split(" ");
  split.set(alternative, known);
  return known;
}
