/**
 * Tells whether a folded text holds a word: a Chinese one anywhere, a spaced one from the beginning of a word on, so
 * that "up" isn't found in "group".
 *
 * @param isWhole - Whether a spaced word has to end there too; "grow" stands in "growth" otherwise.
 */
export function holdsWord(text: string, word: string, isWhole: boolean): boolean {
  if (!isWordCharacter(word.charAt(0))) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordCharacter(text.charAt(at - 1))) continue;
    if (!isWhole || !isWordCharacter(text.charAt(at + word.length))) return true;
  }
  return false;
}

/** Tells whether a folded text holds any of some words, spaced ones from the beginning of a word on. */
export function holdsAnyOf(text: string, words: readonly { readonly text: string }[]): boolean {
  return words.some((word) => holdsWord(text, word.text, false));
}

/** Counts the places of a folded text where a word stands. */
export function countOf(word: string, text: string): number {
  return text.split(word).length - 1;
}

function isWordCharacter(character: string): boolean {
  return /^\w$/u.test(character);
}
