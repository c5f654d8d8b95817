/** A Chinese word whose glosses use English words. */
export interface Glossed {
  readonly word: string;
  readonly stems: ReadonlySet<string>;
}

/** How many words are taken for a stem. */
const MOST = 3;
/** How often stem and word have to go together, as the share of both in each other. */
const LEAST = 0.05;

/**
 * Finds the words that go with an English stem in longer glosses: "molecular" is never a gloss by itself, but what it
 * stands in is nearly always about 分子.
 */
export function associate(entries: readonly Glossed[]): ReadonlyMap<string, readonly string[]> {
  const headwords = new Set(entries.map(({ word }) => word));
  const ofWord = new Map<string, number>();
  const ofStem = new Map<string, number>();
  const together = new Map<string, Map<string, number>>();
  for (const { word, stems } of entries) {
    const parts = partsOf(word, headwords);
    for (const part of parts) ofWord.set(part, (ofWord.get(part) ?? 0) + 1);
    for (const stem of stems) {
      ofStem.set(stem, (ofStem.get(stem) ?? 0) + 1);
      const counts = together.get(stem) ?? new Map<string, number>();
      together.set(stem, counts);
      for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  }
  const associated = new Map<string, readonly string[]>();
  for (const [stem, counts] of together) {
    const all = ofStem.get(stem) ?? 1;
    const scored = [...counts]
      .filter(([part, count]) => count >= (part.length === 1 ? Math.max(3, all / 3) : Math.max(2, all / 12)))
      .map(([part, count]) => [part, (count * count) / (all * (ofWord.get(part) ?? 1))] as const)
      .filter(([, score]) => score >= LEAST)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (scored.length > 0)
      associated.set(
        stem,
        scored.slice(0, MOST).map(([part]) => part),
      );
  }
  return associated;
}

/** The dictionary words within a word, of up to four characters. */
function partsOf(word: string, headwords: ReadonlySet<string>): ReadonlySet<string> {
  const parts = new Set<string>();
  for (let start = 0; start < word.length; start++)
    for (let end = start + 1; end <= Math.min(word.length, start + 4); end++)
      if (headwords.has(word.slice(start, end))) parts.add(word.slice(start, end));
  return parts;
}
