import type { Lexicon } from "../fact/lexicon.ts";
import { findListedPlaces } from "../fact/listed-place.ts";
import { segment } from "../text/segmenter.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import type { Cut } from "./cut.ts";
import { emptyWords, isEmpty } from "./empty-words.ts";
import { STAGE } from "./stage.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function chineseCuts(folded: string, run: Span, lexicon: Lexicon, vocabulary: Vocabulary): Cut[] {
  const segments = segment(folded.slice(run.start, run.end));
  const known = knownWords(folded, run, segments, lexicon, vocabulary);
  const covered = [...known, ...emptyWords(folded, run, segments, lexicon)];
  const cuts: Cut[] = [...known];
  let single: Span | null = null;
  const flush = (): void => {
    if (single !== null) cuts.push(...joined(folded, single, lexicon, vocabulary));
    single = null;
  };
  for (const { segment: text, index } of segments) {
    const word = { start: run.start + index, end: run.start + index + text.length };
    if (isCounting(folded, word)) {
      flush();
      continue;
    }
    const free = withoutAspect(folded, freePart(word, covered), lexicon);
    if (free === null || isEmpty(folded.slice(free.start, free.end), lexicon)) {
      flush();
      continue;
    }
    const previous = cuts.at(-1);
    if (
      free.end - free.start === 1 &&
      MEASURES.test(folded.charAt(free.start)) &&
      previous?.end === free.start &&
      previous.concepts.length === 0 &&
      !previous.isName
    ) {
      cuts[cuts.length - 1] = { ...previous, end: free.end };
      continue;
    }
    const areAlone = free.end - free.start === 2 && isPairOfVerbs(folded.slice(free.start, free.end), lexicon);
    if (areAlone) {
      flush();
      cuts.push(...joined(folded, free, lexicon, vocabulary));
    } else if (free.end - free.start > 1) {
      // A single character before a word begins it more often than it stands alone: 吕|大良, 夸|境.
      flush();
      cuts.push({ ...free, concepts: [], isName: false });
    } else {
      single = single !== null && single.end === free.start ? { start: single.start, end: free.end } : (flush(), free);
    }
  }
  flush();
  const sorted = cuts.sort((a, b) => a.start - b.start);
  return vocabulary.translations.size === 0 ? sorted : cutByTranslations(folded, sorted, vocabulary);
}

/**
 * Single characters in a row as words: 吕|大良 is a name, 说|跑 "say, run" two verbs. Where some are words of their own,
 * they are joined as the digest joins them: 要|录屏|留证 "should record the screen as evidence".
 */
function joined(folded: string, { start, end }: Span, { cues }: Lexicon, { stands }: Vocabulary): Cut[] {
  const { stop } = cues;
  const text = folded.slice(start, end);
  if (isEmpty(text, { cues })) return [];
  if (text.length === 1 || !Array.from(text).some((character) => isWord(character, cues)))
    return [{ start, end, concepts: [], isName: false, isJoined: true }];
  const isLink = (at: number): boolean => {
    const pair = folded.slice(at - 1, at + 1);
    const words = Array.from(pair).filter((character) => isWord(character, cues));
    if (words.length === 2 || words.some((character) => stop.has(character))) return false;
    return words.length === 0 || stands(pair);
  };
  const cuts: Cut[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && isLink(at)) continue;
    if (at - from > 1 || !stop.has(folded.charAt(from)))
      cuts.push({ start: from, end: at, concepts: [], isName: false, isJoined: at - from > 1 });
    from = at;
  }
  return cuts;
}

/** Joins neighbours that the dictionary knows as one word, and cuts words that it doesn't know into such as it does. */
function cutByTranslations(folded: string, cuts: readonly Cut[], { translations }: Vocabulary): Cut[] {
  const joined: Cut[] = [];
  for (let i = 0; i < cuts.length;) {
    const first = cuts[i];
    if (first === undefined) break;
    let last = i;
    for (let j = i + 1; j < cuts.length && cuts[j - 1]?.end === cuts[j]?.start; j++)
      if (translations.has(folded.slice(first.start, cuts[j]?.end))) last = j;
    const end = cuts[last]?.end ?? first.end;
    joined.push(last === i ? first : { start: first.start, end, concepts: [], isName: false });
    i = last + 1;
  }
  return joined.flatMap((cut) =>
    cut.end - cut.start === 1 ||
    cut.isName ||
    cut.concepts.length > 0 ||
    cut.isWord === true ||
    translations.has(folded.slice(cut.start, cut.end))
      ? [cut]
      : splitCut(folded, cut, translations),
  );
}

/**
 * The longest translated words of a cut from left to right, two characters at least, with what is between them; the cut
 * itself where it has none.
 */
function splitCut(folded: string, cut: Cut, translations: Vocabulary["translations"]): Cut[] {
  const parts: Cut[] = [];
  let rest = cut.start;
  const keepRest = (end: number): void => {
    if (end - rest > 1) parts.push({ ...cut, start: rest, end });
  };
  for (let start = cut.start; start + 1 < cut.end;) {
    let end = cut.end;
    while (end > start + 1 && !translations.has(folded.slice(start, end))) end--;
    if (end > start + 1) {
      keepRest(start);
      parts.push({ start, end, concepts: [], isName: false });
      rest = end;
    }
    start = Math.max(end, start + 1);
  }
  keepRest(cut.end);
  return parts;
}

/** 场 in 那场火 "that fire" only counts, as 一 does in 运一公斤 "carry a kilogram", and begins no word. */
function isCounting(folded: string, { start, end }: Span): boolean {
  if (end - start !== 1) return false;
  return COUNTERS.test(folded.charAt(start))
    ? /[这那哪]/u.test(folded.charAt(start - 1))
    : folded.charAt(start) === "一" && MEASURED.test(folded.slice(end));
}

const MEASURED = /^(?:公斤|千克|公里|斤|吨|件|单|票|箱|份|套)/u;

const COUNTERS = /[场次批家座起件桩档款则单所条种轮番趟]/u;

/** 要花 "will cost": the segmenter takes some characters together that are words for themselves. */
function isPairOfVerbs(word: string, { cues }: Lexicon): boolean {
  return !cues.light.has(word) && Array.from(word).every((character) => isWord(character, cues));
}

/** Tells whether a character is a word by itself. */
function isWord(character: string, { lone, stop }: Lexicon["cues"]): boolean {
  return lone.has(character) || stop.has(character);
}

/** Characters that make a measure of the word before: 零售|额, 客流|量. */
const MEASURES = /[率额量数费价值]/u;

/** 花了, 去过, 涨得, 新的: the particle after a verb or an adjective is no part of it. */
function withoutAspect(folded: string, word: Span | null, { cues }: Lexicon): Span | null {
  if (word === null || word.end - word.start < 2) return word;
  const bare = folded.slice(word.start, word.end - 1);
  const isParticle =
    /[了过着]/u.test(folded.charAt(word.end - 1)) ||
    (folded.charAt(word.end - 1) === "得" && !cues.light.has(folded.slice(word.start, word.end))) ||
    (folded.charAt(word.end - 1) === "的" && (cues.generic.has(bare) || cues.light.has(bare)));
  return isParticle ? { start: word.start, end: word.end - 1 } : word;
}

/** The part of a segment that no known word covers; null where nothing is left. */
function freePart(word: Span, known: readonly Span[]): Span | null {
  let { start, end } = word;
  for (const other of known) {
    if (!overlaps(other, { start, end })) continue;
    if (other.start <= start) start = Math.min(end, other.end);
    else end = other.start;
  }
  return start < end ? { start, end } : null;
}

/** Longest words of the glossary, the name lists and the digest, from left to right. */
function knownWords(
  folded: string,
  run: Span,
  segments: readonly Intl.SegmentData[],
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): Cut[] {
  const found: Cut[] = [];
  const segmentEnds = new Map(
    segments.map(({ segment: text, index }) => [run.start + index, run.start + index + text.length]),
  );
  const segmentBefore = new Map(
    segments.map(({ segment: text, index }) => [run.start + index + text.length, text] as const),
  );
  const isKnown = (start: number, end: number | undefined): boolean =>
    end !== undefined && end > start + 1 && lexicon.glossary.byChinese.has(folded.slice(start, end));
  const { placePattern, gazetteer } = lexicon.names;
  const listed = findListedPlaces(folded, folded, lexicon.names);
  const isPlace = (word: string, at: number): boolean =>
    gazetteer.has(word) ? listed.some(({ start }) => start === at) : placePattern.test(word);
  for (let i = run.start; i < run.end;) {
    let next = i + 1;
    const stage = STAGE.exec(folded.slice(i, Math.min(i + 8, run.end)))?.[0];
    if (stage !== undefined) {
      found.push({ start: i, end: i + stage.length, concepts: [], isName: false, isWord: true });
      i += stage.length;
      continue;
    }
    for (let length = Math.min(24, run.end - i); length >= 2; length--) {
      const word = folded.slice(i, i + length);
      if (isMeasureWord(folded, i)) break;
      const concepts = lexicon.glossary.byChinese.get(word) ?? [];
      const isSide = lexicon.cues.sides.has(word);
      const isName = vocabulary.names.has(word) || vocabulary.equals.has(word) || isPlace(word, i);
      const isTitle = lexicon.names.titlePattern.test(word);
      if (concepts.length === 0 && !isName && !isSide && !isTitle) continue;
      // 无人 in 无人机 "drone" is no word of its own.
      if (!isName && !isSide && segmentEnds.get(i) === i + length + 1) continue;
      // 买|家电 "buy appliances" is no 买家 "buyer".
      if (length === 2 && lexicon.cues.lone.has(word.charAt(0)) && isKnown(i + 1, segmentEnds.get(i + 1))) continue;
      if (
        !isName &&
        length === 2 &&
        lexicon.cues.stop.has(word.charAt(1)) &&
        isEndOf(segmentBefore.get(i), word, vocabulary)
      )
        continue;
      found.push({ start: i, end: i + length, concepts, isName, isWord: isTitle });
      next = i + length;
      break;
    }
    i = next;
  }
  return found;
}

/** 示范线|上: the first character of 线上 "online" belongs to the word before it where the digest says that so. */
function isEndOf(before: string | undefined, word: string, { stands }: Vocabulary): boolean {
  return before !== undefined && before.length > 1 && stands(before + word.charAt(0));
}

/** 那家|电商平台: after 那 or 几 the character is a measure word, and begins no word of its own (家电). */
function isMeasureWord(folded: string, at: number): boolean {
  return /[家个位]/u.test(folded.charAt(at)) && /[那这哪几两每各]/u.test(folded.charAt(at - 1));
}
