import { compareWith } from "../text/likeness.ts";
import type { Sound } from "../text/sound.ts";
import { soundOfLatin } from "../text/sound.ts";
import type { Heard } from "./foreign-names.ts";
import { keysOf, leastScore } from "./foreign-names.ts";

/** A stretch of a Chinese question and the Latin names that it may write, best first. */
export interface HeardLatin {
  readonly asked: string;
  readonly heard: readonly Heard[];
}

/** A question has few names, so that one of them is taken for another less often. */
const LENIENCE = 0.06;
/** How many names a stretch of a question gives. */
const MOST = 3;
/** What a match gains for each further character that it explains. */
const LONGER = 0.05;

interface LatinName {
  readonly name: string;
  readonly compare: ReturnType<typeof compareWith>;
}

/** Latin names by the ways to write their first consonants. */
export type LatinIndex = ReadonlyMap<string, readonly LatinName[]>;

/** Indexes the capitalised words of texts. */
export function indexLatin(texts: readonly string[]): LatinIndex {
  const names = new Set<string>();
  for (const text of texts)
    for (const [name] of text.matchAll(/\p{Lu}[\p{L}'’]{2,}/gu)) names.add(name.replace(/['’]s$/u, ""));
  const index = new Map<string, LatinName[]>();
  for (const name of names) {
    const sound = soundOfLatin(name);
    const entry = { name, compare: compareWith(sound, leastScore(sound) - LENIENCE) };
    for (const key of keysOf(sound)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [entry]);
      else list.push(entry);
    }
  }
  return index;
}

/** Finds the names that pieces of a Chinese question write by sound, for the stretch of each that they explain best. */
export function findLatin(
  pieces: readonly string[],
  soundOf: (character: string) => Sound,
  index: LatinIndex,
): HeardLatin[] {
  return pieces
    .map((piece) => namesFor(piece, Array.from(piece, soundOf), index))
    .filter(({ heard }) => heard.length > 0);
}

function namesFor(piece: string, syllables: readonly Sound[], index: LatinIndex): HeardLatin {
  const found: { readonly asked: string; readonly name: string; readonly score: number }[] = [];
  for (let start = 0; start + 1 < piece.length; start++)
    for (const key of keysOf(syllables.slice(start, start + 5).join("")))
      for (const { name, compare } of index.get(key) ?? []) {
        const { score, length } = compare(syllables, start);
        if (length > 1) found.push({ asked: piece.slice(start, start + length), name, score });
      }
  found.sort((a, b) => b.score + LONGER * b.asked.length - a.score - LONGER * a.asked.length);
  const asked = found[0]?.asked ?? "";
  const heard = new Map(found.filter((one) => one.asked === asked).map(({ name, score }) => [name, score]));
  return { asked, heard: [...heard].slice(0, MOST).map(([name, score]) => ({ name, score })) };
}
