import type { DictionaryWord } from "../lexicon/dictionary.ts";
import type { Alternative } from "../question/query.ts";
import type { Word } from "../text/term.ts";

/** What a word or phrase of a question may be in the other language, before the digest has chosen. */
export interface Draft {
  /** English stems joined by spaces, or folded Chinese: as terms look their translations up. */
  readonly key: string;
  /** Best first. */
  readonly wordings: readonly Wording[];
}

export interface Wording extends Alternative {
  readonly isName: boolean;
}

/** The key of English words. */
export function keyOf(tokens: readonly Word[]): string {
  return tokens.map((token) => token.stem).join(" ");
}

/** How surely the first word of the dictionary is meant, how much less each further one, and the least. */
const FIRST = 0.85;
const FURTHER = 0.03;
const LAST = 0.6;

/** How surely a name that is spelled so is meant. */
export const SPELLED = 0.95;

/** The words of the dictionary for a word, names only where the question writes one. */
export function fromDictionary(found: readonly DictionaryWord[], isHan: boolean, isCapital: boolean): Wording[] {
  return found.map(({ text, isName }, i) => ({
    text,
    isHan,
    factor: Math.max(LAST, FIRST - FURTHER * i),
    isName: isName && isCapital,
  }));
}

/** Words that mean the same without doubt but of a form. */
export function asWordings(texts: readonly string[], isHan: boolean, isName: boolean): Wording[] {
  return texts.filter((text) => text !== "").map((text) => ({ text, isHan, factor: FIRST, isName }));
}

/** How surely a name is meant that sounds so much alike; below nine tenths it is another's as often. */
export function surenessOf(score: number): number {
  return Math.max(0.4, 1 - 3 * (1 - score));
}
