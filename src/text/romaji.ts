import { fold } from "./fold.ts";

/**
 * Reads a Latin name as a Japanese one: its letters without the length of vowels, which names leave out as often as
 * not (Chōsokabe, Chousokabe → chosokabe). Null where it can't be one.
 */
export function japaneseKey(latin: string): string | null {
  const letters = fold(latin)
    .replace(/'s$/u, "")
    .replaceAll(/['’-]/gu, "")
    .replaceAll(/oh(?![aeiouy])/gu, "o")
    .replaceAll(/m(?=[bmp])/gu, "n")
    .replaceAll(/ou|oo/gu, "o")
    .replaceAll("uu", "u");
  return SYLLABLES.test(letters) && letters.length > 3 ? letters : null;
}

/** Open syllables, with n and doubled consonants before them. */
const SYLLABLES =
  /^(?:(?:[kgsztdhbpmrnyw]|ky|gy|sh|j|ch|ts|ny|f|hy|by|py|my|ry|kk|ss|ssh|tt|tch|tts|pp|cch)?[aeiou]|n(?![aeiouy]))+$/u;
