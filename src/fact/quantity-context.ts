import { isHan } from "../text/script.ts";
import type { NumberReading } from "./number.ts";
import type { QuantityLexicon } from "./quantity-lexicon.ts";
import { isLatinLetter } from "./quantity-cue.ts";
import { matchAt } from "./quantity-pattern.ts";

/** Numbers of four digits in this range are years where no unit follows. */
const YEARS = { first: 1000, last: 2200 };
/** A date, a time, a version, a fraction or a power: 2025-07-16, 8:30, 3.12.1, 10². */
const NO_NUMBER_AFTER = /[.:/]\d|-\d{1,2}-\d|[⁰¹²³⁴-⁹]|\^/uy;
const LEADING_ZERO = /^0\d/u;
/** How many words lie at most between a number and the plural that it counts. */
const NOUN_WITHIN = 4;
const WORD = /[ -]([a-z][a-z'-]*)/uy;
/** From this size a Chinese number counts what follows, without a measure word: 230万主播. */
const LARGE = 10_000;

/** Tells whether a number belongs to a name, date, time or version: GPT-4, 2025-07-16, 8:30, v1.2. */
export function isPartOfName(folded: string, number: NumberReading, lexicon: QuantityLexicon): boolean {
  if (number.notation === "arabic" && LEADING_ZERO.test(folded.slice(number.start, number.start + 2))) return true;
  if (number.notation === "arabic" && matchAt(NO_NUMBER_AFTER, folded, number.end) !== null) return true;
  return lexicon.deniedBefore.test(folded.slice(Math.max(0, number.start - 4), number.start));
}

/** Tells whether a number is written as years are: 2024, 二〇二四. */
export function isYearLike(number: NumberReading): boolean {
  return (
    number.isDigits && number.end - number.start === 4 && number.value.gte(YEARS.first) && number.value.lte(YEARS.last)
  );
}

/**
 * Tells whether a number without a unit counts something: 230万主播, 3,400 jobs, 超百万.
 *
 * @param isQualified whether a qualifier stands before it: 超1000商家
 */
export function countsSomething(
  folded: string,
  number: NumberReading,
  isQualified: boolean,
  lexicon: QuantityLexicon,
): boolean {
  const next = folded.charCodeAt(number.end);
  if (isLatinLetter(next) || isLabelled(folded, number, lexicon)) return false;
  if (number.leadingScale > 10) return isQualified || (number.value.gte(LARGE * 10) && isHan(next));
  if (number.scale.gt(1) || (number.notation === "han" && number.value.gte(LARGE))) return true;
  if (isYearLike(number)) return isQualified;
  if (number.notation === "han") return isQualified && number.value.gte(10);
  if (isQualified || number.hedge !== null || folded.slice(number.start, number.end).includes(","))
    return !number.value.eq(1);
  return !number.value.eq(1) && countsNoun(folded, number.end, lexicon);
}

/** iPhone 15, article 5, July 14: the word before makes the number a name. */
function isLabelled(folded: string, number: NumberReading, lexicon: QuantityLexicon): boolean {
  const word = /([a-z]+)\.?[ -]$/u.exec(folded.slice(Math.max(0, number.start - 16), number.start))?.[1];
  return word !== undefined && lexicon.labels.has(word);
}

/** "39 cross-border platforms": a plural within the next words, before a function word. */
function countsNoun(folded: string, end: number, lexicon: QuantityLexicon): boolean {
  let at = end;
  for (let i = 0; i < NOUN_WITHIN; i++) {
    const match = matchAt(WORD, folded, at);
    const word = match?.[1];
    if (match === null || word === undefined || lexicon.functionWords.has(word)) return false;
    if (lexicon.plurals.has(word) || /[a-rtv-z]s$/u.test(word)) return true;
    at += match[0].length;
  }
  return false;
}
