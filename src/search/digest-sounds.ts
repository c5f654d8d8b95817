import type { Reading } from "../fact/reading.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Vocabulary } from "../question/vocabulary.ts";
import type { Transliteration } from "../text/pinyin.ts";
import type { Sound } from "../text/sound.ts";
import { soundOfSyllable } from "../text/sound.ts";
import type { FactIndex } from "./fact-index.ts";
import type { Heard } from "./foreign-names.ts";
import { indexTransliterated } from "./foreign-names.ts";
import type { HeardLatin } from "./latin-names.ts";
import { findLatin, indexLatin } from "./latin-names.ts";
import { spellings } from "./spelled-names.ts";

/** The digest's names by their sound, in both directions. */
export interface DigestSounds {
  /** Chinese names that write a foreign one: "Pennetta" → 佩内塔. */
  readonly heard: (latin: string) => readonly Heard[];
  /** Chinese words that are spelled so: "Long", "Xiaohong" → 龙小红. */
  readonly spelled: (parts: readonly string[]) => Promise<readonly string[]>;
  /** Pinyin in one word: 真金 → "zhenjin". */
  readonly spell: (chinese: string) => string;
  /** Latin names of the digest that Chinese words of a question write by sound: 加斯凯 → "Gasquet". */
  readonly latin: (folded: string) => readonly HeardLatin[];
}

/** Prepares the names of a digest; each index is made when first asked for. */
export function openDigestSounds(
  readings: Iterable<Reading>,
  index: FactIndex,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
  transliteration: Transliteration,
): DigestSounds {
  const all = [...readings];
  const known = new Map<string, string>();
  const syllableOf = (character: string): string => {
    const syllable = known.get(character) ?? IN_NAMES.get(character) ?? transliteration.syllables(character)[0] ?? "";
    known.set(character, syllable);
    return syllable;
  };
  const soundOf = (character: string): Sound => soundOfSyllable(syllableOf(character));
  const { transliterated } = lexicon.names;
  const foreign = once(() => indexTransliterated([...transliteratedNames(all, transliterated)], soundOf));
  const latinNames = once(() => indexLatin(all.flatMap(({ article }) => [article.title, article.text])));
  const bySyllable = once(() => charactersBySyllable(all, transliteration));
  return {
    heard: (latin) => foreign()(latin),
    spelled: (parts) => spellings(parts, bySyllable(), index, vocabulary.names, lexicon.names.surnames),
    spell: (chinese) => transliteration.syllables(chinese).join(""),
    latin: (folded) =>
      findLatin(
        piecesOf(folded, transliterated).map(({ piece }) => piece),
        soundOf,
        latinNames(),
      ),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Characters that are read otherwise in foreign names. */
const IN_NAMES: ReadonlyMap<string, string> = new Map([
  ["什", "shi"],
  ["单", "dan"],
  ["伽", "ga"],
]);

/** Pieces of a text in the characters of foreign names, and whether each stands beside a point: 乔·拜登. */
function piecesOf(folded: string, pattern: RegExp): { readonly piece: string; readonly isPart: boolean }[] {
  return [...folded.matchAll(pattern)].flatMap(([run]) => {
    const pieces = run.split("·").filter(Boolean);
    return pieces.map((piece) => ({ piece, isPart: pieces.length > 1 }));
  });
}

/** The names that the digest writes in such characters; two of them are a name only beside a point. */
function transliteratedNames(readings: readonly Reading[], pattern: RegExp): Set<string> {
  const names = new Set<string>();
  for (const { folded, foldedTitle } of readings)
    for (const { piece, isPart } of piecesOf(`${foldedTitle}\n${folded}`, pattern))
      if (piece.length > (isPart ? 1 : 2)) names.add(piece);
  return names;
}

/** The characters of the digest by every syllable that they may be read with. */
function charactersBySyllable(
  readings: readonly Reading[],
  transliteration: Transliteration,
): ReadonlyMap<string, readonly string[]> {
  const characters = new Set<string>();
  for (const { folded, foldedTitle } of readings)
    for (const character of foldedTitle + folded) if (/\p{Script=Han}/u.test(character)) characters.add(character);
  const groups = new Map<string, string[]>();
  for (const character of characters)
    for (const syllable of transliteration.readings(character)) {
      const group = groups.get(syllable);
      if (group === undefined) groups.set(syllable, [character]);
      else group.push(character);
    }
  return groups;
}
