import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { SearchedText } from "./occurrences.ts";
import type { WordingUnit } from "./wording-units.ts";
import type { FindRuns } from "../text/common-runs.ts";
import { commonRuns, tiled } from "../text/common-runs.ts";
import { isHan } from "../text/script.ts";
import { slice } from "../text/span.ts";
import { remembered } from "../text/remembered.ts";
import type { Standing } from "./wording-standing.ts";
import { standingsIn } from "./wording-standing.ts";

/**
 * How a sentence matches a question's wording as it stands, with no thought of meaning. Shares are of what the units
 * tell (their idf), 0 to 1; "words" are pairs of Chinese characters and English stems.
 */
export interface WordingMatch {
  /** Single characters in the sentence; words where the wording isn't Chinese. */
  readonly characters: number;
  /** Words in the sentence. */
  readonly words: number;
  /** Words in the sentence or one beside it. */
  readonly around: number;
  /** Words in the sentence after it. */
  readonly after: number;
  /** What the sentence before adds to the words of this one. */
  readonly continues: number;
  /** Words in the sentence, the article's title or the heading. */
  readonly titled: number;
  /** How much of the wording stands in the sentence in long stretches: their lengths to the power 1.5 over the whole's. */
  readonly tiles: number;
  /** How near the sentence's beginning its first word of the wording stands: 1 at the beginning. */
  readonly opening: number;
  /** Numbers in the sentence; 0.5 where the wording has none. */
  readonly numbers: number;
  /** Matched characters over the sentence's length. */
  readonly density: number;
  /** How much the sentence says beside the wording: unmatched characters, halfway at 20. */
  readonly novelty: number;
}

/** Matches the sentences of an article, each when it is asked for. */
export type MatchArticle = (reading: Reading, searched: SearchedText) => MatchSentence;

type MatchSentence = (sentence: Sentence) => WordingMatch;

/** Prepares a question's wording to be matched with articles; what was matched once is kept. */
export function matchWording({ wording }: Pick<Query, "wording">, units: readonly WordingUnit[]): MatchArticle {
  const prepared = prepare(wording, units);
  const articles = new Map<Reading, MatchSentence>();
  return (reading, searched) =>
    remembered(articles, reading, () => {
      const article = { reading, standingAt: standingsIn(units, reading, searched), titles: new Map() };
      const sentences = new Map<Sentence, WordingMatch>();
      return (sentence) => remembered(sentences, sentence, () => matchSentence(prepared, article, sentence));
    });
}

/** A question's wording, with what is the same for all sentences. */
interface PreparedWording {
  readonly units: readonly WordingUnit[];
  readonly idf: readonly number[];
  /** The places in {@link units} of pairs of characters and stems, of characters and stems, of numbers. */
  readonly words: readonly number[];
  readonly characters: readonly number[];
  readonly numbers: readonly number[];
  readonly length: number;
  readonly runsIn: FindRuns;
  readonly shortestTile: number;
}

/** The shortest stretch that counts as one, in characters. */
const TILE = { character: 2, letter: 5 };

function prepare(wording: string, units: readonly WordingUnit[]): PreparedWording {
  const compact = wording.replaceAll(/\s+/gu, " ").trim();
  return {
    units,
    idf: units.map((unit) => unit.idf),
    words: indicesOf(units, (unit) => !unit.isCharacter),
    characters: indicesOf(units, (unit) => unit.isCharacter || !isHan(unit.text.charCodeAt(0))),
    numbers: indicesOf(units, (unit) => /^\d/u.test(unit.text)),
    length: compact.length,
    runsIn: commonRuns(compact),
    shortestTile: units.some((unit) => unit.isCharacter) ? TILE.character : TILE.letter,
  };
}

/** An article as a wording is matched with it. */
interface MatchedArticle {
  readonly reading: Reading;
  readonly standingAt: (index: number) => Standing;
  /** Which units stand in the title or the heading, by the heading's place. */
  readonly titles: Map<number, readonly number[]>;
}

function matchSentence(prepared: PreparedWording, article: MatchedArticle, sentence: Sentence): WordingMatch {
  const { idf, words, characters, numbers } = prepared;
  const own = article.standingAt(sentence.index);
  const before = article.standingAt(sentence.index - 1).in;
  const after = article.standingAt(sentence.index + 1).in;
  const length = sentence.end - sentence.start;
  const matched = lengthsOf(prepared, own.in);
  const unmatched = Math.max(0, length - matched.plain);
  const runs = prepared.runsIn(article.reading.folded, sentence);
  const inSentence = share(words, idf, own.in);
  return {
    characters: share(characters, idf, own.in),
    words: inSentence,
    around: share(words, idf, own.in, before, after),
    after: share(words, idf, after),
    continues: share(words, idf, own.in, before) - inSentence,
    titled: share(words, idf, own.in, inTitles(prepared, article, sentence)),
    tiles: tiled(runs, prepared.shortestTile) / Math.max(1, prepared.length) ** 1.5,
    opening: own.first === Infinity ? 0 : 1 / (1 + (own.first - sentence.start) / 10),
    numbers: numbers.length === 0 ? 0.5 : share(numbers, idf, own.in),
    density: Math.min(1, matched.telling / (20 + length)),
    novelty: unmatched / (20 + unmatched),
  };
}

/** Which units stand in the article's title or the heading above a sentence. */
function inTitles(
  { units }: PreparedWording,
  { reading, titles }: MatchedArticle,
  { heading }: Sentence,
): readonly number[] {
  return remembered(titles, heading?.start ?? -1, () => {
    const above = heading === null ? "" : slice(reading.folded, heading);
    return units.map(({ text }) => Number(reading.foldedTitle.includes(text) || above.includes(text)));
  });
}

/** The lengths of the words that stand somewhere, and the same times what each tells. */
function lengthsOf(
  { units, words, idf }: PreparedWording,
  support: readonly number[],
): { plain: number; telling: number } {
  let plain = 0;
  let telling = 0;
  for (const i of words) {
    if ((support[i] ?? 0) === 0) continue;
    const length = units[i]?.text.length ?? 0;
    plain += length;
    telling += length * (idf[i] ?? 0);
  }
  return { plain, telling };
}

function indicesOf(units: readonly WordingUnit[], isWanted: (unit: WordingUnit) => boolean): number[] {
  return units.flatMap((unit, i) => (isWanted(unit) ? [i] : []));
}

/** The share of what some units tell that any of several places supports. */
function share(
  indices: readonly number[],
  idf: readonly number[],
  ...supports: readonly (readonly number[])[]
): number {
  let total = 0;
  let held = 0;
  for (const i of indices) {
    let best = 0;
    for (const support of supports) best = Math.max(best, support[i] ?? 0);
    total += idf[i] ?? 0;
    held += (idf[i] ?? 0) * best;
  }
  return total === 0 ? 0 : held / total;
}
