import type { Span } from "../text/span.ts";
import type { Name, Period } from "./mention.ts";
import type { Reading, Sentence } from "./reading.ts";
import { periodInRow } from "./row-of-periods.ts";

/**
 * Finds the period that a place in a sentence is about: the nearest period before it in its clause, in the clauses
 * before, after it in its clause, in the sentences before it in the paragraph, in the title. A figure of a row has the
 * period that stands in the same place of a row of them.
 *
 * A period that is only compared with (比上月 "than last month") or vague (近日 "recently") doesn't count.
 */
export function periodAt(reading: Reading, sentence: Sentence, at: number): Period | null {
  const inRow = periodInRow(reading, sentence, at);
  if (inRow !== null) return inRow;
  const own = periodsOf(reading, sentence);
  const clause = sentence.clauses.find((c) => c.start <= at && at < c.end);
  const before = own.findLast((period) => period.end <= at && !isOfFormerValue(reading, period, at));
  const after = own.find((period) => period.start >= at && clause !== undefined && period.end <= clause.end);
  if (before !== undefined) return NOW.test(reading.folded.slice(before.end, at)) ? null : before;
  if (after !== undefined) return after;
  for (let i = sentence.index - 1; i >= 0; i--) {
    const earlier = reading.sentences[i];
    if (earlier === undefined || earlier.block !== sentence.block) break;
    const last = periodsOf(reading, earlier).findLast((period) => period.precision !== "day");
    if (last !== undefined) return last;
  }
  return reading.titlePeriods.find((period) => period.interval !== null) ?? null;
}

/** 去年9月每公斤162元,眼下只有118元: the second figure is of the issue's own time. */
const NOW = /目前|眼下|现在|如今|当前|现阶段|[,，;；]现(?:已|有|为|在)|\b(?:now|currently|today)\b/u;

/** 去年 in 由去年的31%降到24% is the time of the value before the change alone. */
function isOfFormerValue({ folded }: Reading, period: Period, at: number): boolean {
  return (
    /(?:由|从|from )$/u.test(folded.slice(Math.max(0, period.start - 5), period.start)) &&
    /^[^,，。;；]*\d[^,，。;；]*(?:到|至|为|成|\bto\b)/u.test(folded.slice(period.end, at))
  );
}

function periodsOf(reading: Reading, sentence: Sentence): Period[] {
  const found: Period[] = [];
  for (const mention of sentence.mentions) {
    if (mention.kind !== "period" || mention.interval === null) continue;
    const lead = reading.folded.slice(Math.max(0, mention.start - 5), mention.start);
    if (/[比较]$/u.test(lead) || (COMPARED.test(lead) && mention.precision !== "year")) continue;
    found.push(mention);
  }
  return found;
}

const COMPARED = /(?:与|于|同|than |from |over |with )$/u;

/** Finds the place a statement is about: the nearest place before it in the sentence, else in the paragraph before. */
export function placeAt(reading: Reading, sentence: Sentence, at: number): Name | null {
  const isPlace = (mention: { kind: string }): mention is Name => mention.kind === "place";
  const own = sentence.mentions.filter(isPlace).findLast((place) => place.end <= at);
  if (own !== undefined) return own;
  const previous = reading.sentences[sentence.index - 1];
  return previous?.block === sentence.block ? (previous.mentions.findLast(isPlace) ?? null) : null;
}

/** Who says what a sentence states: 海关总署…吕大良指出. The speaker of the sentence before goes on speaking in a quotation. */
export function speakerAt(reading: Reading, sentence: Sentence, speechVerbs: RegExp): Span | null {
  for (const mention of sentence.mentions) {
    if (mention.kind !== "person" && mention.kind !== "organisation") continue;
    if (speechVerbs.test(reading.folded.slice(mention.end, mention.end + 6)))
      return { start: mention.start, end: mention.end };
  }
  return null;
}
