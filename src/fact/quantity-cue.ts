import type { Span } from "../text/span.ts";

/** Words that stand right before or after a figure and what each of them means, looked up by the longest. */
export interface Cues<Meaning> {
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Length of the longest word. */
  readonly longest: number;
}

/** A cue found in a text, with what it means. */
export interface FoundCue<Meaning> extends Span {
  readonly meaning: Meaning;
}

/** Makes a lookup of folded words; the first meaning of a word stays. */
export function cuesOf<Meaning>(entries: Iterable<readonly [string, Meaning]>): Cues<Meaning> {
  const meanings = new Map<string, Meaning>();
  let longest = 0;
  for (const [word, meaning] of entries) {
    if (!meanings.has(word)) meanings.set(word, meaning);
    longest = Math.max(longest, word.length);
  }
  return { meanings, longest };
}

/** Finds the longest cue that ends at `end` or one space before it and starts at `floor` or later. */
export function cueBefore<Meaning>(
  folded: string,
  end: number,
  floor: number,
  cues: Cues<Meaning>,
): FoundCue<Meaning> | null {
  const last = folded.charAt(end - 1) === " " ? end - 1 : end;
  for (let start = Math.max(floor, last - cues.longest); start < last; start++) {
    const meaning = cues.meanings.get(folded.slice(start, last));
    if (meaning === undefined || splitsWord(folded, start) || (last === end && splitsWord(folded, end))) continue;
    return { start, end, meaning };
  }
  return null;
}

/** Finds the longest cue that starts at `start`, one space after it, or after a hyphen. */
export function cueAfter<Meaning>(folded: string, start: number, cues: Cues<Meaning>): FoundCue<Meaning> | null {
  const first = folded.charAt(start) === " " ? start + 1 : start;
  for (let end = Math.min(folded.length, first + cues.longest); end > first; end--) {
    const meaning = cues.meanings.get(folded.slice(first, end));
    if (meaning === undefined || splitsWord(folded, end) || (first === start && splitsWord(folded, start))) continue;
    return { start: first, end, meaning };
  }
  return null;
}

/** Tells whether a place lies between two Latin letters: "over" isn't a cue in "moreover". */
function splitsWord(folded: string, at: number): boolean {
  return isLatinLetter(folded.charCodeAt(at - 1)) && isLatinLetter(folded.charCodeAt(at));
}

/** Tells whether a unit of folded text is a letter a–z. */
export function isLatinLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
