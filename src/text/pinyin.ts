import { fold } from "./fold.ts";

/** How Chinese characters sound; loaded when first needed, for it costs 16 MB. */
export interface Transliteration {
  /** Pinyin syllables without tones: 龙小红 → ["long", "xiao", "hong"]; the first character read as a surname. */
  readonly syllables: (chinese: string) => readonly string[];
  /** Romanises a person's name: 龙小红 → "Long Xiaohong"; 穆罕默德·阿什拉夫 → "Muhanmode Ashilafu". */
  readonly personName: (chinese: string) => string;
  /** Romanises a place's name: 武汉 → "Wuhan". */
  readonly placeName: (chinese: string) => string;
  /** Common characters that sound like one, tones aside, itself excepted. */
  readonly homophones: (character: string) => readonly string[];
}

/** Loads the pinyin table. */
export async function loadTransliteration(): Promise<Transliteration> {
  const { pinyin } = await import("pinyin-pro");
  let bySound: Map<string, string[]> | null = null;
  const syllables = (chinese: string): string[] =>
    pinyin(chinese, { toneType: "none", type: "array", mode: "surname", v: false }).map((s) =>
      s.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase(),
    );
  return {
    syllables,
    personName: (chinese) => {
      const parts = chinese.split("·");
      if (parts.length > 1) return parts.map((part) => capitalise(syllables(part).join(""))).join(" ");
      const all = syllables(chinese);
      const surname = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|端木|南宫)/u.test(chinese)
        ? 2
        : 1;
      return `${capitalise(all.slice(0, surname).join(""))} ${capitalise(all.slice(surname).join(""))}`.trim();
    },
    placeName: (chinese) => capitalise(pinyin(chinese, { toneType: "none", type: "array" }).join("")),
    homophones: (character) => {
      bySound ??= groupBySound(syllables);
      return (bySound.get(syllables(character)[0] ?? "") ?? []).filter((other) => other !== character);
    },
  };
}

/** Groups the characters of GB 2312, the ones that everyday text is made of, by their sound. */
function groupBySound(syllables: (chinese: string) => readonly string[]): Map<string, string[]> {
  const decoder = new TextDecoder("gb18030");
  const groups = new Map<string, string[]>();
  for (let row = 0xb0; row <= 0xf7; row++) {
    const bytes = Array.from({ length: 94 }, (_, i) => [row, 0xa1 + i]).flat();
    for (const character of decoder.decode(new Uint8Array(bytes))) {
      if (!/\p{Script=Han}/u.test(character)) continue;
      const sound = syllables(character)[0] ?? "";
      groups.set(sound, [...(groups.get(sound) ?? []), character]);
    }
  }
  return groups;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A Chinese name with its sound worked out, ready to be compared. */
export interface SoundedName {
  readonly name: string;
  readonly syllables: readonly string[];
  /** Consonant skeletons of the parts of a foreign name; empty for a Chinese one. */
  readonly skeletons: readonly string[];
}

/** Works out how a Chinese name sounds. */
export function soundOf(name: string, transliteration: Transliteration): SoundedName {
  const parts = name.split("·");
  return {
    name,
    syllables: transliteration.syllables(name.replaceAll("·", "")),
    skeletons: parts.length < 2 ? [] : parts.map((part) => skeleton(transliteration.syllables(part).join(""))),
  };
}

/** A single word with fewer consonants sounds like too many names. */
const SHORTEST_SKELETON = 3;
/** From this likeness on, two skeletons are one name's: Fortes and 福特斯 "futesi" are 0.75 alike. */
const ALIKE = 0.7;

/**
 * Tells how alike a Latin name and a Chinese one sound, 0 to 1.
 *
 * A Chinese name is compared by its syllables in either order (Xiaohong Long); a foreign one, capitalised and written by sound
 * (阿什拉夫 "ashilafu" for Ashraf), by the skeleton of its consonants, in which r and l, b and p, … are one.
 */
export function soundAlike(latin: string, { syllables, skeletons }: SoundedName): number {
  const asked = fold(latin)
    .replace(/'s$/u, "")
    .replaceAll(/[^a-z ]/gu, "")
    .replaceAll(/\b([ln])(?:v|yu)(?=\b|e)/gu, "$1u")
    .split(" ")
    .filter(Boolean);
  const sound = syllables.join("");
  if (asked.length === 0) return 0;
  const joined = asked.join("");
  if (joined === sound || rotations(syllables).includes(joined)) return 1;
  if (skeletons.length === 0 || !/^\p{Lu}/u.test(latin)) return 0;
  const bones = asked.map((word) => skeleton(word));
  if (bones.length === 1 && (bones[0]?.length ?? 0) < SHORTEST_SKELETON) return 0;
  const scores = bones.map((bone) => Math.max(...skeletons.map((other) => similarity(bone, other))));
  return Math.min(...scores) >= ALIKE ? scores.reduce((a, b) => a + b, 0) / scores.length : 0;
}

/**
 * The part of a Chinese name that a Latin name spells, at least two syllables of it: "Canglan" in 苍澜港 is 苍澜.
 * Null where none is.
 */
export function spelledPart(latin: string, { name, syllables }: SoundedName): string | null {
  const asked = fold(latin)
    .replace(/'s$/u, "")
    .replaceAll(/[^a-z]/gu, "");
  if (syllables.length !== name.length) return null;
  for (let start = 0; start + 2 <= syllables.length; start++) {
    let sound = "";
    for (let end = start; end < syllables.length && sound.length < asked.length; end++) {
      sound += syllables[end] ?? "";
      if (sound === asked && end > start) return name.slice(start, end + 1);
    }
  }
  return null;
}

/** 龙小红 may be asked as "Xiaohong Long": the given name first. */
function rotations(syllables: readonly string[]): string[] {
  return [1, 2].map((n) => [...syllables.slice(n), ...syllables.slice(0, n)].join(""));
}

function skeleton(word: string): string {
  return word
    .replaceAll(/ph/gu, "f")
    .replaceAll(/sh|sch|ch|zh|x|q|j|z|c(?=[eiy])|th/gu, "s")
    .replaceAll(/[aeiouywh]/gu, "")
    .replaceAll(/[rl]+/gu, "l")
    .replaceAll(/[bpvf]/gu, "f")
    .replaceAll(/[gkc]/gu, "k")
    .replaceAll(/[dt]/gu, "t")
    .replaceAll(/[mn]/gu, "n")
    .replaceAll(/(.)\1+/gu, "$1");
}

/** One minus the edit distance over the longer length (Levenshtein 1966). */
function similarity(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / Math.max(a.length, b.length);
}
