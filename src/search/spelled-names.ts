import type { FactIndex } from "./fact-index.ts";

/** How many words a spelling gives at most. */
const MOST = 3;
/** Longer names are no person's. */
const MOST_SYLLABLES = 4;
/** More combinations of characters than this are no name worth looking for. */
const MOST_PAIRS = 4000;

/**
 * Finds the Chinese words of a digest that are spelled so, by pinyin or Wade-Giles, the surname first or last:
 * characters of the right sounds that stand next to each other in the index.
 */
export async function spellings(
  parts: readonly string[],
  bySyllable: ReadonlyMap<string, readonly string[]>,
  index: FactIndex,
  names: ReadonlySet<string>,
  surnames: string,
): Promise<readonly string[]> {
  const romanised = romanisations(bySyllable);
  const orders = parts.length > 1 ? [parts, [parts.at(-1) ?? "", ...parts.slice(0, -1)]] : [parts];
  const found = new Map<string, number>();
  for (const order of orders) {
    for (const syllables of readSyllables(order, romanised)) {
      if (syllables.length < 2 || syllables.length > MOST_SYLLABLES) continue;
      const characters = syllables.map((ways) => ways.flatMap((way) => bySyllable.get(way) ?? []));
      for (const [word, count] of await wordsOf(characters, index)) found.set(word, count);
    }
  }
  const isPerson = parts.length > 1;
  const worthOf = (word: string, count: number): number =>
    count * (names.has(word) ? NAMED : isPerson && surnames.includes(word.charAt(0)) ? SURNAMED : 1);
  const worths = [...found].map(([word, count]) => [word, worthOf(word, count)] as const);
  const best = Math.max(...worths.map(([, worth]) => worth));
  return worths
    .filter(([, worth]) => worth * AS_LIKELY >= best)
    .sort(([, one], [, other]) => other - one)
    .map(([word]) => word)
    .slice(0, MOST);
}

/** How much likelier than others the names are that the digest has as such, and words that begin with a surname. */
const NAMED = 1000;
const SURNAMED = 4;
/** What is so much less likely than the best isn't meant: 息实 is in 消息实在, 西施 "Xi Shi" is a word. */
const AS_LIKELY = 4;

/** Every way to cut parts into syllables; each syllable with the pinyin that it may stand for. */
function readSyllables(parts: readonly string[], romanised: ReadonlyMap<string, readonly string[]>): string[][][] {
  return parts.reduce<string[][][]>(
    (readings, part) =>
      readings.flatMap((reading) =>
        cutSyllables(part.replaceAll(/[^a-z]/gu, ""), romanised).map((cut) => [...reading, ...cut]),
      ),
    [[]],
  );
}

function cutSyllables(word: string, romanised: ReadonlyMap<string, readonly string[]>): string[][][] {
  if (word === "") return [[]];
  const cuts: string[][][] = [];
  for (let length = 1; length <= Math.min(6, word.length); length++) {
    const ways = romanised.get(word.slice(0, length));
    if (ways === undefined) continue;
    for (const rest of cutSyllables(word.slice(length), romanised))
      if (rest.length < MOST_SYLLABLES) cuts.push([[...ways], ...rest]);
  }
  return cuts;
}

/** Pinyin syllables as they are spelled in pinyin and, as names from Taiwan are, in Wade-Giles without its marks. */
function romanisations(bySyllable: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const pinyin of bySyllable.keys())
    for (const spelling of new Set([pinyin, wadeGiles(pinyin)]))
      found.set(spelling, [...(found.get(spelling) ?? []), pinyin]);
  return found;
}

const WADE_GILES_INITIALS: Readonly<Record<string, string>> = {
  b: "p",
  d: "t",
  g: "k",
  j: "ch",
  q: "ch",
  x: "hs",
  zh: "ch",
  z: "ts",
  c: "ts",
  r: "j",
};

/** Spells a pinyin syllable in Wade-Giles, without apostrophes and umlauts: xiang → hsiang, zhong → chung. */
export function wadeGiles(pinyin: string): string {
  const [, initial = "", final = ""] = /^(zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(.*)$/u.exec(pinyin) ?? [];
  const sibilant = /^(?:zh|ch|sh|r)$/u.test(initial) && final === "i";
  if (/^[zcs]$/u.test(initial) && final === "i") return initial === "s" ? "szu" : "tzu";
  const rewritten = sibilant
    ? "ih"
    : final
        .replace(/^ong$/u, "ung")
        .replace(/^ian$/u, "ien")
        .replace(/^(?:ie|ue|e)$/u, (f) =>
          f === "e" ? (/^[gkh]$/u.test(initial) ? "o" : initial === "y" ? "eh" : "e") : `${f}h`,
        )
        .replace(/^uo$/u, /^(?:g|k|h|sh)$/u.test(initial) ? "uo" : "o")
        .replace(/^ui$/u, /^[gk]$/u.test(initial) ? "uei" : "ui")
        .replace(/^an$/u, initial === "y" ? "en" : "an")
        .replace(/^iong$/u, "iung")
        .replace(/^ou$/u, initial === "y" ? "u" : "ou");
  return (WADE_GILES_INITIALS[initial] ?? initial) + rewritten;
}

/**
 * Words of one character for each syllable, of which every two neighbours stand together in the index, with in how many facts
 * the rarest two do.
 */
async function wordsOf(
  characters: readonly (readonly string[])[],
  index: FactIndex,
): Promise<readonly (readonly [word: string, count: number])[]> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < characters.length; i++)
    for (const first of characters[i] ?? []) for (const second of characters[i + 1] ?? []) pairs.add(first + second);
  if (pairs.size === 0 || pairs.size > MOST_PAIRS) return [];
  const { frequency } = await index.frequencies([...pairs]);
  return characters.slice(1).reduce<(readonly [string, number])[]>(
    (words, next) =>
      words.flatMap(([word, count]) =>
        next
          .map((character) => [character, frequency.get(word.slice(-1) + character) ?? 0] as const)
          .filter(([, together]) => together > 0)
          .map(([character, together]) => [word + character, Math.min(count, together)] as const),
      ),
    (characters[0] ?? []).map((character) => [character, Infinity] as const),
  );
}
