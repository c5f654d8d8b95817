import { daysAfter } from "../fact/period-calendar.ts";
import { periodAt } from "../fact/context.ts";
import type { Interval, Period, Quantity } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { fold } from "../text/fold.ts";
import type Big from "big.js";
import type { Computation, Operand } from "./computation.ts";
import { bare, computed, isRough, operandAt, quantityOf, withUnit } from "./computation.ts";
import { confidenceOf } from "./confidence.ts";
import { QUALIFIERS } from "./number-words.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";
import { periodsCompared } from "./compared-periods.ts";

/**
 * The value before a change: 5月份指数 = 111.8点 − 0.2点 where the text has June's 111.8 and "0.2 up on the month before".
 * Only for the period right before, and a change whose base it is; a figure that the text prints for it has to be less sure.
 */
export async function valueBefore(query: Query, selection: Selection, digest: Digest): Promise<Computation | null> {
  const asked = query.periods.find((period) => period.interval !== null);
  const isOpen = query.type === "quantity" || query.type === "statement";
  if (!isOpen || asked?.interval == null) return null;
  const printed = selection.best?.evidence.period === 1 ? selection.confidence : 0;
  const terms = withoutGrowth(query.terms);
  const wording = terms.map((term) => term.surface).join(" ");
  const free = await select({ ...query, wording, terms, periods: [], dimensions: [], type: "quantity" }, digest);
  for (const candidate of free.ranked.slice(0, 3)) {
    const level = quantityOf(candidate);
    if (level === null || level.change !== null || level.dimension === "percent") continue;
    const period = periodAt(candidate.reading, candidate.sentence, candidate.span.start);
    if (period?.interval == null) continue;
    const isEvent = isYearBeforeEvent(query, asked, period.interval, digest);
    const base = isEvent ? "year" : baseBetween(asked.interval, period.interval);
    if (base === null) continue;
    const change = candidate.sentence.mentions.find(
      (mention): mention is Quantity =>
        mention.kind === "quantity" &&
        mention.change !== null &&
        mention.start > candidate.span.start &&
        (mention.change.base ?? (mention.dimension === "percent" ? "year" : base)) === base &&
        (!isEvent || mention.change.base !== null) &&
        !AGAINST_PLAN.test(candidate.reading.folded.slice(candidate.span.end, mention.start)),
    );
    if (change === undefined || change.change === null) continue;
    const operands: [Operand, Operand] = [[candidate, level], operandAt(candidate, change)];
    const expression = beforeChange(...operands);
    if (expression === null) continue;
    const about = isRough(level) || isRough(change) || !expression.exact ? QUALIFIERS.about[query.language] : "";
    const value = about + withUnit(expression.value, [candidate, level], query, digest, false);
    const confidence = confidenceOf({ ...query, terms, periods: [] }, candidate, free.ranked, digest) * 0.95;
    return confidence > printed ? computed(expression.text, value, operands, confidence) : null;
  }
  return null;
}

/**
 * How much more a period had than the one before, where the text has its value and its growth: 679.7亿元 and 124% up are
 * 679.7亿元 − 679.7亿元 ÷ (1 + 124%) more.
 */
export async function increaseOver(query: Query, digest: Digest): Promise<Computation | null> {
  const [later, earlier] = periodsCompared(query).sort((a, b) =>
    (b.interval?.from ?? "").localeCompare(a.interval?.from ?? ""),
  );
  if (later?.interval == null || earlier?.interval == null) return null;
  if (baseBetween(earlier.interval, later.interval) !== "year") return null;
  const selection = await select({ ...query, type: "quantity", dimensions: [], periods: [later] }, digest);
  const { best } = selection;
  const level = best === undefined ? null : quantityOf(best);
  if (best === undefined || level === null || level.change !== null || level.dimension === "percent") return null;
  const change = best.sentence.mentions.find(
    (mention): mention is Quantity =>
      mention.kind === "quantity" &&
      mention.dimension === "percent" &&
      mention.start > best.span.start &&
      mention.change !== null &&
      (mention.change.base ?? "year") === "year",
  );
  if (change === undefined) return null;
  const operands: [Operand, Operand] = [[best, level], operandAt(best, change)];
  const before = beforeChange(...operands);
  if (before === null) return null;
  const value =
    QUALIFIERS.about[query.language] +
    withUnit(level.value.minus(before.value).abs(), [best, level], query, digest, true);
  return computed(`${bare([best, level])} − ${before.text}`, value, operands, selection.confidence);
}

/** 比原计划少33家 "33 fewer than planned" says nothing of a time before. */
const AGAINST_PLAN =
  /(?:比|较)[^,，。;；]{0,6}(?:计划|目标|预[期计算定]|指标|原定)|\bthan (?:planned|expected|forecast|targeted)/u;

/** 去年618 asks for a time that was the year before this one's days: 比去年 "than last year" is told of those. */
function isYearBeforeEvent(
  { printed }: Query,
  { precision, end, interval }: Period,
  known: Interval,
  { lexicon }: Digest,
): boolean {
  return (
    precision === "year" &&
    interval !== null &&
    lexicon.cues.events.test(fold(printed.slice(end))) &&
    Number(interval.from.slice(0, 4)) === Number(known.to.slice(0, 4)) - 1
  );
}

/** The terms without those of growth; where there are none, the same list, which has been looked up already. */
function withoutGrowth(terms: Query["terms"]): Query["terms"] {
  const others = terms.filter((term) => !/增速|增幅|增长|倒推|推算|反推|growth/u.test(term.surface));
  return others.length === terms.length ? terms : others;
}

/** No more than a growth rate can carry. */
const SIGNIFICANT_DIGITS = 4;

/** Which base leads from one period to another: a month earlier → period, a year earlier → year. */
function baseBetween(
  asked: { from: string; to: string },
  known: { from: string; to: string },
): "year" | "period" | null {
  if (
    asked.from.slice(5) === known.from.slice(5) &&
    asked.to.slice(5) === known.to.slice(5) &&
    Number(asked.from.slice(0, 4)) === Number(known.from.slice(0, 4)) - 1
  )
    return "year";
  return daysAfter(asked.to, 1) === known.from &&
    asked.from.slice(0, 7) !== known.from.slice(0, 7) &&
    asked.from.endsWith("-01")
    ? "period"
    : null;
}

function beforeChange(level: Operand, change: Operand): { value: Big; text: string; exact: boolean } | null {
  const isUp = change[1].change?.direction !== "down";
  if (change[1].dimension === "percent") {
    const factor = change[1].value
      .div(100)
      .times(isUp ? 1 : -1)
      .plus(1);
    if (factor.lte(0)) return null;
    return {
      value: level[1].value.div(factor).prec(SIGNIFICANT_DIGITS),
      text: `${bare(level)} ÷ (1 ${isUp ? "+" : "−"} ${bare(change)})`,
      exact: false,
    };
  }
  if (change[1].unit !== level[1].unit) return null;
  const value = isUp ? level[1].value.minus(change[1].value) : level[1].value.plus(change[1].value);
  return { value, text: `${bare(level)} ${isUp ? "−" : "+"} ${bare(change)}`, exact: true };
}
