import { HYPHEN_PREFIXES } from "../print-cues.ts";

const HAN_SIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65“”‘’…—]/u;
const BROKEN_WORD = /(?<![\p{L}\d])([\p{L}\d]+)-$/u;

/**
 * Joins two lines as the language writes them: nothing between Chinese characters, a space between words, and a word
 * that a hyphen broke made whole, unless the text writes it with the hyphen elsewhere.
 *
 * @param known The whole text in lower case.
 */
export function joinWords(before: string, after: string, known: string): string {
  const first = BROKEN_WORD.exec(before)?.[1];
  const second = /^\p{Ll}[\p{L}]*/u.exec(after)?.[0];
  if (first !== undefined && second !== undefined) {
    return keepsHyphen(first, second, known) ? before + after : before.slice(0, -1) + after;
  }
  const isHan = HAN_SIDE.test(before.slice(-1)) || HAN_SIDE.test(after.slice(0, 1));
  return before + (isHan && !isBesideLetter(before, after) ? "" : " ") + after;
}

/** A Chinese line that breaks at a Latin word keeps the space that printers put there; at a digit there is none. */
function isBesideLetter(before: string, after: string): boolean {
  const isLatin = (char: string): boolean => /\p{Script=Latin}/u.test(char);
  const isCharacter = (char: string): boolean => /\p{Script=Han}/u.test(char);
  const [last, next] = [before.slice(-1), after.slice(0, 1)];
  return (isLatin(last) && isCharacter(next)) || (isCharacter(last) && isLatin(next));
}

function keepsHyphen(first: string, second: string, known: string): boolean {
  const [start, end] = [first.toLowerCase(), second.toLowerCase()];
  if (known.includes(`${start}-${end}`)) return true;
  if (known.includes(start + end)) return false;
  return HYPHEN_PREFIXES.has(start) || /\d$/u.test(first);
}
