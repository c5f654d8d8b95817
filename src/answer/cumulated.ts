import { daysAfter, iso, lastDay } from "../fact/period-calendar.ts";
import type { Interval, Period, Quantity } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { RankedCandidate } from "./candidate.ts";
import type { Computation, Operand } from "./computation.ts";
import { isComparable, quantityOf } from "./computation.ts";
import { ANSWER_THRESHOLD, confidenceOf } from "./confidence.ts";
import { asLevelQuestion } from "./figure-question.ts";
import { remainderOf } from "./operations.ts";
import { selectOfPeriod } from "./period-selection.ts";
import type { Selection } from "./selection.ts";

/**
 * The figure of a period out of those of a longer one and of its rest: 二季度 = 上半年 − 一季度 "the second quarter is the first
 * half less the first quarter". Only what adds up over time does so: no index, share or stock.
 */
export async function ofCumulated(query: Query, selection: Selection, digest: Digest): Promise<Computation | null> {
  const asked = periodAsked(query);
  if (asked?.interval == null || !ASKED.has(asked.precision)) return null;
  if (query.periods.length === 1 && selection.best?.evidence.period === 1) return null;
  for (const { whole, parts } of splits(asked.interval)) {
    const levels = await levelsOf(query, asked, [whole, ...parts], digest);
    const [all, ...rest] = levels ?? [];
    if (all === undefined) continue;
    const confidence = Math.min(...[all, ...rest].map((level) => level.confidence));
    const operands = rest.map(({ operand }) => operand);
    const computation = remainderOf(all.operand, operands, query, digest, confidence);
    if (computation !== null && confidence >= ANSWER_THRESHOLD) return computation;
  }
  return null;
}

/** The one period asked for; 1月和2月 "January and February" together are one of two months. */
function periodAsked({ periods }: Query): Period | null {
  const [first, second] = periods;
  if (second?.interval == null) return first ?? null;
  if (periods.length > 2 || first?.interval == null || daysAfter(first.interval.to, 1) !== second.interval.from)
    return null;
  return { ...first, precision: "months", interval: { from: first.interval.from, to: second.interval.to } };
}

/** Periods that reports are made of. */
const ASKED: ReadonlySet<Period["precision"]> = new Set(["month", "months", "quarter", "half"]);

interface Split {
  readonly whole: Interval;
  /** What the whole has beside the asked period. */
  readonly parts: readonly Interval[];
}

/** The longer periods of the same year that begin or end as the asked one does, or go on a month longer. */
function splits({ from, to }: Interval): Split[] {
  const year = from.slice(0, 4);
  const first = `${year}-01-01`;
  if (to.slice(0, 4) !== year) return [];
  if (from === first)
    return ENDS.map((end) => `${year}-${end}`)
      .filter((end) => end > to)
      .map((end) => ({ whole: { from, to: end }, parts: [{ from: daysAfter(to, 1), to: end }] }));
  const before = { from: first, to: daysAfter(from, -1) };
  const next = monthAfter(to);
  return [
    { whole: { from: first, to }, parts: [before] },
    ...(next.from.startsWith(year) ? [{ whole: { from: first, to: next.to }, parts: [before, next] }] : []),
  ];
}

/** Where the periods end that reports cumulate to. */
const ENDS = ["03-31", "06-30", "09-30", "12-31"];

/** The month after one that ends on a day. */
function monthAfter(day: string): Interval {
  const from = daysAfter(day, 1);
  const [year = 0, month = 0] = from.split("-").map(Number);
  return { from, to: iso({ year, month, day: lastDay(year, month) }) };
}

interface Level {
  readonly operand: Operand;
  readonly confidence: number;
}

/** The levels that periods have by the text's own words, all in one unit; null where one is missing. */
async function levelsOf(
  query: Query,
  asked: Period,
  intervals: readonly Interval[],
  digest: Digest,
): Promise<readonly Level[] | null> {
  const question: Query = { ...asLevelQuestion(query, query.terms, query.focus), dimensions: query.dimensions };
  const levels: Level[] = [];
  for (const interval of intervals) {
    const { query: one, ranked } = await selectOfPeriod(question, { ...asked, interval }, digest);
    const best = ranked.find((candidate) => isLevel(candidate, levels[0]?.operand[1]));
    const quantity = best === undefined ? null : quantityOf(best);
    if (best === undefined || quantity === null) return null;
    levels.push({ operand: [best, quantity], confidence: confidenceOf(one, best, ranked, digest) });
  }
  return levels;
}

/** Tells whether a figure adds up over time, with another where that is given. */
function isLevel(candidate: RankedCandidate, other: Quantity | undefined): boolean {
  const quantity = quantityOf(candidate);
  if (quantity === null || quantity.change !== null || !ADDITIVE.has(quantity.dimension)) return false;
  return (
    candidate.evidence.period === 1 &&
    candidate.fit >= FITTING &&
    !isStock(candidate) &&
    (other === undefined || isComparable(quantity, other))
  );
}

/** From which fit on a figure is of the kind asked for. */
const FITTING = 0.7;

const ADDITIVE: ReadonlySet<string> = new Set(["money", "count", "mass", "volume", "energy", "length", "area"]);

/** 截至6月末共有门店1184家 counts what there is, not what came about in the time. */
function isStock({ reading, clause, span }: RankedCandidate): boolean {
  return STOCK.test(reading.folded.slice(clause.start, span.end));
}

const STOCK =
  /截至|目前|现有|共有|拥有|末|均|单价|客单|每[单件票人]|单[票件均]|\bas of\b|\bat the end of\b|\bthere (?:are|were)\b|\bhas\b|\baverage\b/u;
