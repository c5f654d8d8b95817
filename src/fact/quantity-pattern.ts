/** Joins words to a regular-expression alternation, longest first. */
export function alternation(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join("|");
}

/** Joins patterns to an alternation; one that can match nothing stands for none. */
export function anyOf(patterns: readonly string[]): string {
  return patterns.length === 0 ? "(?!)" : patterns.join("|");
}

/** Tells whether a folded word is English, and so stands between spaces. */
export function isLatin(word: string): boolean {
  return /^[a-z]/u.test(word);
}

function escapePattern(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

/** Matches a sticky or global pattern from a place. */
export function matchAt(pattern: RegExp, folded: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(folded);
}
