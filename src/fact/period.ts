import type { IssueDate } from "../digest/issue.ts";
import type { Span } from "../text/span.ts";
import type { Period } from "./mention.ts";
import type { PeriodLexicon, Slots } from "./period-lexicon.ts";
import type { When } from "./period-resolve.ts";
import { resolve } from "./period-resolve.ts";
import { matchAt } from "./quantity-pattern.ts";

/** How far a date reaches to a month without a year, in UTF-16 units. */
const LONGEST_GAP = 60;

/**
 * Finds the dates and periods of a folded text, in order and without overlap.
 *
 * @param reference the issue's date: 去年 and 7月14日 are resolved against it; without it they have no interval
 */
export function findPeriods(folded: string, reference: IssueDate | null, lexicon: PeriodLexicon): Period[] {
  const found: Period[] = [];
  let anchor: Period | null = null;
  let lastYear: Period | null = null;
  for (let at = 0; ;) {
    const match = matchAt(lexicon.scan, folded, at);
    if (match === null) return found;
    const start = match.index;
    const span = { start, end: start + match[0].length };
    const slots = slotsOf(match, lexicon);
    const inherited: When | null =
      anchor === null ? null : resolveAfter(folded, span, slots, anchor, reference, lexicon);
    const own = inherited ?? resolve(slots, reference, null, lexicon);
    const when = isWholeYear(own, slots)
      ? (resolveWhole(folded, span, slots, lastYear, reference, lexicon) ?? own)
      : own;
    at = when === null ? start + 1 : Math.max(start + 1, span.end);
    if (when === null || isCount(folded, span)) continue;
    const period: Period = { kind: "period", ...span, ...when };
    found.push(period);
    anchor = slots.Y !== undefined || inherited !== null ? period : null;
    if (period.precision === "year" && period.interval !== null) lastYear = period;
  }
}

/** 2016 个区块 "2,016 blocks" counts; a year has no measure word. */
function isCount(folded: string, { start, end }: Span): boolean {
  return /^\d{4}$/u.test(folded.slice(start, end)) && /^ ?(?:个|块|条|枚|字节|比特)/u.test(folded.slice(end, end + 3));
}

/** Resolves a month without a year by the date before it in the sentence: 2007年7月27日开始,8月18日结束. */
function resolveAfter(
  folded: string,
  span: Span,
  slots: Slots,
  anchor: Period,
  reference: IssueDate | null,
  lexicon: PeriodLexicon,
): When | null {
  const gap = folded.slice(anchor.end, Math.min(span.start, anchor.end + LONGEST_GAP));
  const isNear = anchor.end + LONGEST_GAP > span.start && !/[。;!?\n]|\. /u.test(gap);
  // A year alone (2024年,…7月) says the year of a month only right before it: 万历四十七年(1619年)七月.
  if (!isNear || anchor.interval === null || hasYear(slots) || (anchor.precision === "year" && !/^[) ]*$/u.test(gap)))
    return null;
  const when = resolve(slots, reference, Number(anchor.interval.to.slice(0, 4)), lexicon);
  return when?.interval != null && when.interval.from >= anchor.interval.from ? when : null;
}

/** 全年 "the whole year", without saying which. */
function isWholeYear(when: When | null, slots: Slots): boolean {
  return when?.precision === "year" && !hasYear(slots);
}

/** The whole year that a paragraph spoke of last: 公布2024年投诉情况。全年共受理 "complaints of 2024; in the whole year". */
function resolveWhole(
  folded: string,
  { start }: Span,
  slots: Slots,
  lastYear: Period | null,
  reference: IssueDate | null,
  lexicon: PeriodLexicon,
): When | null {
  if (lastYear?.interval == null || folded.slice(lastYear.end, start).includes("\n")) return null;
  return resolve(slots, reference, Number(lastYear.interval.from.slice(0, 4)), lexicon);
}

function hasYear(slots: Slots): boolean {
  return [slots.Y, slots.YB, slots.YD, slots.R, slots.R2, slots.U, slots.REL, slots.THIS].some(
    (slot) => slot !== undefined,
  );
}

function slotsOf(match: RegExpExecArray, lexicon: PeriodLexicon): Slots {
  const slots: Partial<Record<keyof Slots, string>> = {};
  for (const [i, name] of lexicon.slots.entries()) {
    const text = match[i + 1];
    if (text !== undefined) slots[name] = text;
  }
  return slots;
}
