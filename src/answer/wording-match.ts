import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { SearchedText } from "../search/occurrences.ts";
import type { WordingUnit } from "../search/retrieve.ts";
import { isHan, isWordUnit } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { wordFrom } from "../text/term.ts";

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

/** Matches the sentences of one article; the article is searched once. */
export function matchWording(
  { wording }: Pick<Query, "wording">,
  units: readonly WordingUnit[],
  reading: Reading,
  searched: SearchedText,
): (sentence: Sentence) => WordingMatch {
  const found = units.map((unit) => sentencesWith(unit, reading, searched));
  const inTitle = units.map((unit) => Number(reading.foldedTitle.includes(unit.text)));
  const indicesOf = (isWanted: (unit: WordingUnit) => boolean): number[] =>
    units.flatMap((unit, i) => (isWanted(unit) ? [i] : []));
  const words = indicesOf((unit) => !unit.isCharacter);
  const characters = indicesOf((unit) => unit.isCharacter || !isHan(unit.text.charCodeAt(0)));
  const numbers = indicesOf((unit) => /^\d/u.test(unit.text));
  const compact = wording.replaceAll(/\s+/gu, " ").trim();
  const shortestTile = units.some((unit) => unit.isCharacter) ? TILE.character : TILE.letter;
  const share = (indices: readonly number[], support: (i: number) => number): number =>
    shareOf(units, indices, support);
  return (sentence) => {
    const at = (i: number, index: number): number => found[i]?.in[index] ?? 0;
    const isIn = (i: number): number => at(i, sentence.index);
    const isBefore = (i: number): number => Math.max(isIn(i), at(i, sentence.index - 1));
    const text = reading.folded.slice(sentence.start, sentence.end);
    const { start, end } = sentence.heading ?? { start: 0, end: 0 };
    const heading = reading.folded.slice(start, end);
    const inSentence = share(words, isIn);
    const first = Math.min(...words.map((i) => found[i]?.first[sentence.index] ?? Infinity));
    const matched = words
      .filter((i) => isIn(i) > 0)
      .map((i) => units[i])
      .filter((unit) => unit !== undefined);
    const unmatched = Math.max(0, text.length - sum(matched.map((unit) => unit.text.length)));
    return {
      characters: share(characters, isIn),
      words: inSentence,
      around: share(words, (i) => Math.max(isBefore(i), at(i, sentence.index + 1))),
      after: share(words, (i) => at(i, sentence.index + 1)),
      continues: share(words, isBefore) - inSentence,
      titled: share(words, (i) => Math.max(isIn(i), inTitle[i] ?? 0, Number(heading.includes(units[i]?.text ?? "")))),
      tiles: tiled(commonRuns(compact, text), shortestTile) / Math.max(1, compact.length) ** 1.5,
      opening: first === Infinity ? 0 : 1 / (1 + (first - sentence.start) / 10),
      numbers: numbers.length === 0 ? 0.5 : share(numbers, isIn),
      density: Math.min(1, sum(matched.map((unit) => unit.text.length * unit.idf)) / (20 + text.length)),
      novelty: unmatched / (20 + unmatched),
    };
  };
}

/** The shortest stretch that counts as one, in characters. */
const TILE = { character: 2, letter: 5 };

function shareOf(units: readonly WordingUnit[], indices: readonly number[], support: (i: number) => number): number {
  let total = 0;
  let held = 0;
  for (const i of indices) {
    const idf = units[i]?.idf ?? 0;
    total += idf;
    held += idf * support(i);
  }
  return total === 0 ? 0 : held / total;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Where a unit stands in an article. */
interface Standing {
  /** How well it stands in each sentence: 1 whole, less for a word of the same root. */
  readonly in: Float32Array;
  /** Its first place in each sentence. */
  readonly first: readonly number[];
}

/** How well another word of the same root stands for a word: invasion for invade. */
const SAME_ROOT = 0.6;
/** Words that share so many letters, and all but so few of the shorter one, have the same root. */
const ROOT = { shared: 5, rest: 3 };

function sentencesWith(unit: WordingUnit, reading: Reading, searched: SearchedText): Standing {
  const marked = new Float32Array(reading.sentences.length);
  const first: number[] = [];
  const mark = (at: number, support: number): void => {
    const index = sentenceAt(reading.sentences, at);
    if (index < 0) return;
    if (support > (marked[index] ?? 0)) marked[index] = support;
    first[index] ??= at;
  };
  if (isHan(unit.text.charCodeAt(0))) {
    for (let at = reading.folded.indexOf(unit.text); at >= 0; at = reading.folded.indexOf(unit.text, at + 1))
      mark(at, 1);
  } else {
    const whole = searched.wordsOf(unit.text);
    for (const { start } of whole) mark(start, 1);
    if (whole.length === 0) for (const { start } of relatives(reading.folded, unit.text)) mark(start, SAME_ROOT);
  }
  return { in: marked, first };
}

/** Finds the words of a text that have the same root as a stem. */
function relatives(folded: string, stem: string): Span[] {
  if (stem.length <= ROOT.shared || /\d/u.test(stem)) return [];
  const found: Span[] = [];
  const root = stem.slice(0, ROOT.shared);
  for (let at = folded.indexOf(root); at >= 0; at = folded.indexOf(root, at + 1)) {
    if (at > 0 && isWordUnit(folded.charCodeAt(at - 1))) continue;
    const word = wordFrom(folded, at);
    if (word !== null && hasSameRoot(word.stem, stem)) found.push(word);
  }
  return found;
}

function hasSameRoot(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared >= ROOT.shared && shared >= Math.min(a.length, b.length) - ROOT.rest;
}

/** The index of the sentence that holds a place, by halving; −1 in a heading. */
function sentenceAt(sentences: readonly Sentence[], at: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (sentence === undefined) return -1;
    if (at < sentence.start) high = middle - 1;
    else if (at >= sentence.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** For each place of a text, the length of the longest stretch that ends there and stands in another text. */
function commonRuns(asked: string, text: string): Uint16Array {
  const longest = new Uint16Array(asked.length);
  let row = new Uint16Array(text.length + 1);
  let previous = new Uint16Array(text.length + 1);
  for (let i = 0; i < asked.length; i++) {
    const unit = asked.charCodeAt(i);
    let best = 0;
    for (let j = 0; j < text.length; j++) {
      const length = text.charCodeAt(j) === unit ? (previous[j] ?? 0) + 1 : 0;
      row[j + 1] = length;
      if (length > best) best = length;
    }
    longest[i] = best;
    [row, previous] = [previous, row];
  }
  return longest;
}

/** Lays the longest stretches end to end over the asked text, from its end, and adds up their lengths to the power 1.5. */
function tiled(runs: Uint16Array, shortest: number): number {
  let sum = 0;
  for (let i = runs.length - 1; i >= 0;) {
    const length = runs[i] ?? 0;
    if (length >= shortest) {
      sum += length ** 1.5;
      i -= length;
    } else i--;
  }
  return sum;
}
