import type { Query, QueryTerm } from "../question/query.ts";
import { rewordingsOf } from "../question/rewordings.ts";
import type { Transliteration } from "../text/pinyin.ts";
import { segment } from "../text/segmenter.ts";
import { pairs } from "../text/term.ts";
import type { Digest } from "./digest.ts";

/** Longer terms have enough right characters to be found by. */
const LONGEST = 6;

/** A query with its words mended, and the slip that was found in the question, if there is just one reading of it. */
export interface Repaired {
  readonly query: Query;
  readonly slip: Slip | null;
}

/** A word as it was written, folded, and the word of the digest that sounds the same: 增副, 增幅 "growth rate". */
interface Slip {
  readonly written: string;
  readonly meant: string;
}

/**
 * Mends words that the digest doesn't have. Runs of characters that are no word are cut where the digest cuts them.
 * Homophone slips: a word that is none (夸境, 面机) and stands nowhere in the digest is read as the word of the
 * digest that sounds the same (跨境, 面积). A word of the segmenter or of the dictionary is left alone: 股价 "share price" isn't a slip for 骨架 "skeleton".
 */
export async function repair(query: Query, digest: Digest): Promise<Repaired> {
  const doubtful = query.terms.filter(
    (term) =>
      term.role === "content" && /^\p{Script=Han}{2,12}$/u.test(term.surface) && segment(term.surface).length > 1,
  );
  if (doubtful.length === 0) return { query, slip: null };
  const { frequency } = await digest.index.frequencies(doubtful.flatMap((term) => pairs(term.surface)));
  const unknown = doubtful.filter((term) => pairs(term.surface).some((bigram) => (frequency.get(bigram) ?? 0) === 0));
  if (unknown.length === 0) return { query, slip: null };
  const sounds = await digest.transliteration();
  const dictionary = await digest.dictionary("zh-en");
  const isWord = (word: string): boolean => dictionary.lookup(word).length > 0;
  const mended = new Map<QueryTerm, readonly QueryTerm[]>();
  let slip: Slip | null = null;
  for (const term of unknown) {
    // 好|平率: the word may have begun before the cut.
    const before = query.folded.charAt(term.at - 1);
    const isMeant = (word: string): boolean =>
      [word, before + word].some((whole) => isWord(whole) || isWord(whole.replace(MEASURE, ""))) ||
      isNamed(word, digest);
    const words =
      term.surface.length > LONGEST || isWord(term.surface)
        ? []
        : (await homophones(term.surface, sounds, digest)).filter(isMeant);
    const [only, ...others] = words;
    if (only !== undefined && others.length === 0) slip ??= { written: term.surface, meant: only };
    mended.set(
      term,
      words.length === 0
        ? recut(term, frequency, digest)
        : [
            {
              ...term,
              alternatives: [...term.alternatives, ...words.map((text) => ({ text, isHan: true, factor: 0.9 }))],
            },
          ],
    );
  }
  const mend = (term: QueryTerm): readonly QueryTerm[] => mended.get(term) ?? [term];
  const terms = query.terms.flatMap(mend);
  const focus = query.focus === null ? null : (mend(query.focus).at(-1) ?? query.focus);
  return { query: { ...query, terms, focus }, slip };
}

/** What makes a measure of a word: 好评|率 "share of good ratings". */
const MEASURE = /(?<=..)[率额量数费价值]$/u;

/** Tells whether a word is a term of the glossary or a name of the digest, or looks like somebody's (陆映春). */
function isNamed(word: string, { lexicon, vocabulary }: Digest): boolean {
  const isSomebody = word.length === 3 && lexicon.names.surnames.includes(word.charAt(0));
  return (
    isSomebody || lexicon.glossary.byChinese.has(word) || vocabulary.names.has(word) || vocabulary.equals.has(word)
  );
}

/** Cuts a run of characters where the digest never joins them: 麦穗优选|赚, a name and the verb after it. */
function recut(term: QueryTerm, frequency: ReadonlyMap<string, number>, { lexicon, vocabulary }: Digest): QueryTerm[] {
  const pieces: { text: string; at: number }[] = [];
  let start = 0;
  for (let i = 1; i <= term.surface.length; i++) {
    if (i < term.surface.length && (frequency.get(term.surface.slice(i - 1, i + 1)) ?? 0) > 0) continue;
    pieces.push({ text: term.surface.slice(start, i), at: term.at + start });
    start = i;
  }
  if (pieces.every(({ text }) => text.length === 1)) return [term];
  return pieces.map(({ text, at }) => ({
    ...term,
    surface: text,
    at,
    alternatives: [{ text, isHan: true, factor: 1 }, ...rewordingsOf(text, lexicon, vocabulary.languages)],
    ...(text.length === 1 ? { role: "generic" as const, weight: LONE } : {}),
  }));
}

/** How much a single character weighs that was cut off a word. */
const LONE = 0.25;

/** Words of the digest that differ from a word in one character of the same sound. */
async function homophones(word: string, sounds: Transliteration, digest: Digest): Promise<string[]> {
  const variants: string[] = [];
  for (let i = 0; i < word.length; i++) {
    for (const other of sounds.homophones(word.charAt(i))) variants.push(word.slice(0, i) + other + word.slice(i + 1));
  }
  const { frequency } = await digest.index.frequencies([...new Set(variants.flatMap(pairs))]);
  return variants.filter((variant) => pairs(variant).every((bigram) => (frequency.get(bigram) ?? 0) > 0)).slice(0, 3);
}
