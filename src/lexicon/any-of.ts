/** A pattern for any of some words in a folded text, an English one whole; the words are patterns themselves. */
export function anyOf(words: readonly string[]): string {
  return words.map((word) => (/^[a-z]/u.test(word) ? `\\b${word}\\b` : word)).join("|");
}
