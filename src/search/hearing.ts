import type { Vocabulary } from "../question/vocabulary.ts";
import { fold } from "../text/fold.ts";
import type { Transliteration } from "../text/pinyin.ts";

/** How many names a lookup gives at most. */
const MOST = 3;

/** The digest's vocabulary, able to match Chinese names as they are spelled in pinyin. */
export function withSounds(vocabulary: Vocabulary, transliteration: Transliteration): Vocabulary {
  const names = [...vocabulary.names].filter((name) => /^[\p{Script=Han}·]{2,12}$/u.test(name));
  const spelled = names.map((name) => spell(name, transliteration));
  const bySpelling = new Map<string, string[]>();
  for (const one of spelled) for (const spelling of spellingsOf(one)) push(bySpelling, spelling, one.name);
  return {
    ...vocabulary,
    soundsLike: (latin) => {
      const asked = lettersOf(latin);
      if (asked === "") return [];
      const whole = bySpelling.get(asked);
      if (whole !== undefined) return whole.slice(0, MOST);
      const parts = spelled.map((name) => spelledPart(asked, name)).filter((part) => part !== null);
      return [...new Set(parts)].slice(0, MOST);
    },
  };
}

interface SpelledName {
  readonly name: string;
  readonly syllables: readonly string[];
  readonly joined: string;
}

function spell(name: string, transliteration: Transliteration): SpelledName {
  const syllables = transliteration.syllables(name.replaceAll("·", ""));
  return { name, syllables, joined: syllables.join("") };
}

/** The letters of a name as pinyin has them: "Lü Daliang's" and "Lyu Daliang" → "ludaliang". */
function lettersOf(latin: string): string {
  return fold(latin)
    .replace(/'s$/u, "")
    .replaceAll(/[^a-z ]/gu, "")
    .replaceAll(/\b([ln])(?:v|yu)(?=\b|e)/gu, "$1u")
    .replaceAll(" ", "");
}

/** 龙小红 may be asked as "Xiaohong Long": the given name first. */
function spellingsOf({ syllables, joined }: SpelledName): Set<string> {
  const rotations = [1, 2].map((n) => [...syllables.slice(n), ...syllables.slice(0, n)].join(""));
  return new Set([joined, ...rotations]);
}

/** The part of a Chinese name that is spelled so, at least two syllables of it: "canglan" in 苍澜港 is 苍澜. */
function spelledPart(asked: string, { name, syllables, joined }: SpelledName): string | null {
  if (!joined.includes(asked) || syllables.length !== name.length) return null;
  for (let start = 0; start + 2 <= syllables.length; start++) {
    let sound = "";
    for (let end = start; end < syllables.length && sound.length < asked.length; end++) {
      sound += syllables[end] ?? "";
      if (sound === asked && end > start) return name.slice(start, end + 1);
    }
  }
  return null;
}

function push(map: Map<string, string[]>, key: string, name: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [name]);
  else if (!list.includes(name)) list.push(name);
}
