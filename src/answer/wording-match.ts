import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { SearchedText } from "../search/occurrences.ts";
import type { WordingUnit } from "../search/retrieve.ts";
import { commonRuns, tiled } from "../text/common-runs.ts";
import { isHan } from "../text/script.ts";
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
export type MatchArticle = (reading: Reading, searched: SearchedText) => (sentence: Sentence) => WordingMatch;

/** Prepares a question's wording to be matched with articles. */
export function matchWording({ wording }: Pick<Query, "wording">, units: readonly WordingUnit[]): MatchArticle {
  const words = indicesOf(units, (unit) => !unit.isCharacter);
  const characters = indicesOf(units, (unit) => unit.isCharacter || !isHan(unit.text.charCodeAt(0)));
  const numbers = indicesOf(units, (unit) => /^\d/u.test(unit.text));
  const idf = Float64Array.from(units, (unit) => unit.idf);
  const compact = wording.replaceAll(/\s+/gu, " ").trim();
  const runsIn = commonRuns(compact);
  const whole = Math.max(1, compact.length) ** 1.5;
  const shortestTile = units.some((unit) => unit.isCharacter) ? TILE.character : TILE.letter;

  return (reading, searched) => {
    const standingAt = standingsIn(units, reading, searched);
    const titles = new Map<number, Float32Array>();
    const inTitles = ({ heading }: Sentence): Float32Array => {
      const known = titles.get(heading?.start ?? -1);
      if (known !== undefined) return known;
      const above = [reading.foldedTitle, heading === null ? "" : reading.folded.slice(heading.start, heading.end)];
      const found = Float32Array.from(units, ({ text }) => Number(above.some((title) => title.includes(text))));
      titles.set(heading?.start ?? -1, found);
      return found;
    };
    return (sentence) => {
      const own = standingAt(sentence.index);
      const before = strongest(own.in, standingAt(sentence.index - 1).in);
      const after = standingAt(sentence.index + 1).in;
      const inSentence = share(words, idf, own.in);
      const length = sentence.end - sentence.start;
      let matched = 0;
      let telling = 0;
      for (const i of words) {
        const size = (own.in[i] ?? 0) > 0 ? (units[i]?.text.length ?? 0) : 0;
        matched += size;
        telling += size * (idf[i] ?? 0);
      }
      const unmatched = Math.max(0, length - matched);
      return {
        characters: share(characters, idf, own.in),
        words: inSentence,
        around: share(words, idf, strongest(before, after)),
        after: share(words, idf, after),
        continues: share(words, idf, before) - inSentence,
        titled: share(words, idf, strongest(own.in, inTitles(sentence))),
        tiles: tiled(runsIn(reading.folded, sentence), shortestTile) / whole,
        opening: own.first === Infinity ? 0 : 1 / (1 + (own.first - sentence.start) / 10),
        numbers: numbers.length === 0 ? 0.5 : share(numbers, idf, own.in),
        density: Math.min(1, telling / (20 + length)),
        novelty: unmatched / (20 + unmatched),
      };
    };
  };
}

/** The shortest stretch that counts as one, in characters. */
const TILE = { character: 2, letter: 5 };

function indicesOf(units: readonly WordingUnit[], isWanted: (unit: WordingUnit) => boolean): number[] {
  return units.flatMap((unit, i) => (isWanted(unit) ? [i] : []));
}

/** The share of what some units tell that is supported. */
function share(indices: readonly number[], idf: Float64Array, support: Float32Array): number {
  let total = 0;
  let held = 0;
  for (const i of indices) {
    total += idf[i] ?? 0;
    held += (idf[i] ?? 0) * (support[i] ?? 0);
  }
  return total === 0 ? 0 : held / total;
}

function strongest(a: Float32Array, b: Float32Array): Float32Array {
  const most = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) most[i] = Math.max(a[i] ?? 0, b[i] ?? 0);
  return most;
}
