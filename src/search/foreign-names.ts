import { compareWith } from "../text/likeness.ts";
import type { Sound } from "../text/sound.ts";
import { soundOfLatin } from "../text/sound.ts";

/** A name of the digest that sounds like an asked one. */
export interface Heard {
  readonly name: string;
  /** How alike they sound, 0 to 1. */
  readonly score: number;
}

/** How many names a lookup gives at most. */
const MOST = 3;
/** A match within a longer run of characters may take a part of another word along. */
const INSIDE = 0.05;

/**
 * Indexes Chinese names that write foreign ones by sound: 佩内塔 for Pennetta. A name is found from any of its
 * syllables on, by its next two consonants, so that the time of a lookup depends little on how many names there are.
 */
export function indexTransliterated(
  names: readonly string[],
  soundOf: (character: string) => Sound,
): (latin: string) => readonly Heard[] {
  const sounds = names.map((name) => Array.from(name, soundOf));
  const places = new Map<string, number[]>();
  for (const [n, syllables] of sounds.entries()) {
    for (let i = 0; i + 1 < syllables.length && i < 16; i++)
      for (const key of keysOf(syllables.slice(i, i + 5).join(""))) put(places, key, n * 16 + i);
  }
  return (latin) => {
    const sound = soundOfLatin(latin);
    const least = leastScore(sound);
    const compare = compareWith(sound, least);
    const best = new Map<string, number>();
    for (const key of new Set([...keysOf(sound), ...keysOf(sound.replace(/K(?=[A-Z])/u, ""))])) {
      for (const place of places.get(key) ?? []) {
        const [n, start] = [place >> 4, place & 15];
        const { score, length } = compare(sounds[n] ?? [], start);
        if (length < 2) continue;
        const name = names[n] ?? "";
        const heard = name.slice(start, start + length);
        const fit = score - (start > 0 ? INSIDE : 0) - (start + length < name.length ? INSIDE : 0);
        if (fit < least) continue;
        if ((best.get(heard) ?? 0) < fit) best.set(heard, fit);
      }
    }
    return [...best]
      .map(([name, score]) => ({ name, score }))
      .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
      .slice(0, MOST);
  };
}

/** Short names are like many others: they have to be more alike. */
export function leastScore(latin: Sound): number {
  const consonants = latin.replaceAll(/[aeiouyr]/gu, "").length;
  return consonants >= 5 ? 0.82 : consonants >= 4 ? 0.85 : consonants >= 3 ? 0.87 : 0.92;
}

/** The classes that tell names apart; sounds that one language may leave out are passed over. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  P: ["P"],
  F: ["F"],
  V: ["F", ""],
  T: ["T"],
  D: ["T", "S"],
  K: ["K"],
  G: ["K", "S"],
  C: ["S", "K"],
  J: ["S", ""],
  Z: ["T", ""],
  X: ["S", ""],
  S: ["S"],
  Q: ["S", "K"],
  M: ["N"],
  N: ["N"],
};

/** The first two telling consonants, in every way they may be written. */
export function keysOf(sound: Sound): readonly string[] {
  let keys = [""];
  for (const letter of sound) {
    const ways = TELLING[letter];
    if (ways === undefined) continue;
    keys = [...new Set(keys.flatMap((key) => (key.length === 2 ? [key] : ways.map((way) => key + way))))];
    if (keys.every((key) => key.length === 2)) break;
  }
  return keys;
}

function put(map: Map<string, number[]>, key: string, place: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [place]);
  else list.push(place);
}
