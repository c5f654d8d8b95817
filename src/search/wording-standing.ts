import type { Reading } from "../fact/reading.ts";
import type { SearchedText } from "./occurrences.ts";
import type { WordingUnit } from "./wording-units.ts";
import { isHan } from "../text/script.ts";
import { remembered } from "../text/remembered.ts";

/** Where the units of a wording stand in a sentence. */
export interface Standing {
  /** How well each unit stands there: 1 whole, less for a word of the same root, 0 not at all. */
  readonly in: readonly number[];
  /** The first place of a word of the wording; Infinity where there is none. */
  readonly first: number;
}

/** How well another word of the same root stands for a word: invasion for invade. */
const SAME_ROOT = 0.6;

/** Finds the units sentence by sentence, where they are asked for; there are none beyond the first and last sentence. */
export function standingsIn(
  units: readonly WordingUnit[],
  reading: Reading,
  searched: SearchedText,
): (index: number) => Standing {
  const nowhere: Standing = { in: units.map(() => 0), first: Infinity };
  const known = new Map<number, Standing>();
  return (index) => {
    const sentence = reading.sentences[index];
    if (sentence === undefined) return nowhere;
    return remembered(known, index, () => standing(units, searched, sentence.start, sentence.end));
  };
}

function standing(units: readonly WordingUnit[], searched: SearchedText, start: number, end: number): Standing {
  const marked: number[] = units.map(() => 0);
  // One unit more: a pair that begins in the sentence stands in it.
  const text = searched.folded.slice(start, end + 1);
  let first = Infinity;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    const at = isHan(unit.text.charCodeAt(0))
      ? start + text.indexOf(unit.text)
      : firstWithin(searched.wordsOf(unit.text), start, end);
    if (at >= start && at < end) {
      marked[i] = 1;
      if (!unit.isCharacter && at < first) first = at;
    } else if (!isHan(unit.text.charCodeAt(0)) && searched.wordsOf(unit.text).length === 0) {
      const related = firstWithin(searched.relativesOf(unit.text), start, end);
      if (related < 0) continue;
      marked[i] = SAME_ROOT;
      if (related < first) first = related;
    }
  }
  return { in: marked, first };
}

/** Where the first of some spans begins that begins in a stretch of text; −1 where none does. */
function firstWithin(spans: readonly { readonly start: number }[], start: number, end: number): number {
  for (const span of spans) {
    if (span.start >= end) return -1;
    if (span.start >= start) return span.start;
  }
  return -1;
}
