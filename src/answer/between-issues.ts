import { periodAt } from "../fact/context.ts";
import type { Interval, Period } from "../fact/mention.ts";
import { daysAfter, iso } from "../fact/period-calendar.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { RankedCandidate } from "./candidate.ts";
import { periodsCompared } from "./compared-periods.ts";
import type { Computation } from "./computation.ts";
import { countsIn, isByFocus, isComparable, quantityOf } from "./computation.ts";
import { ANSWER_THRESHOLD, confidenceOf } from "./confidence.ts";
import { asLevelQuestion } from "./figure-question.ts";
import { metricOf, withoutMovement } from "./metric.ts";
import { differenceOf } from "./operations.ts";
import { dayOfIssue } from "./period-agreement.ts";
import { select } from "./selection.ts";

/**
 * Works out how far a level went from one issue to another: 从年初到年底多了多少 "how many more from the start of the year to its end",
 * where each issue tells the level of its own time and neither tells both.
 */
export async function betweenIssues(query: Query, digest: Digest): Promise<Computation | null> {
  const [first, second, ...more] = periodsCompared(query).map((period) => timeOf(query, period));
  if (first == null || second == null || more.length > 0) return null;
  const terms = withoutMovement(query, digest).filter(({ surface }) => !REPORT.test(surface));
  const asked = { ...asLevelQuestion(query, terms, metricOf(terms)), periods: [] };
  const { ranked } = await select(asked, digest);
  const levels = [first, second].map((time) => ranked.find((candidate) => isLevelOf(query, candidate, time)));
  const [before, after] = levels;
  const [old, current] = levels.map((level) => (level === undefined ? null : quantityOf(level)));
  if (before === undefined || after === undefined || old == null || current == null) return null;
  if (!isComparable(old, current) || old.value.eq(current.value)) return null;
  const confidence = Math.min(...levels.map((level) => confidenceOf(asked, level, ranked, digest)));
  return confidence < ANSWER_THRESHOLD
    ? null
    : differenceOf([after, current], [before, old], query, digest, confidence);
}

/** The days that a period of the question means; the start and the end of a year last as long as reports on them come. */
function timeOf({ folded }: Query, { start, end, interval }: Period): Interval | null {
  if (interval === null) return null;
  const words = folded.slice(Math.max(0, start), end);
  const year = interval.from.slice(0, 4);
  if (/年[初头]/u.test(words)) return { from: `${year}-01-01`, to: `${year}-03-31` };
  return /年[底末尾终]|岁末/u.test(words) ? { from: `${year}-10-01`, to: `${year}-12-31` } : interval;
}

/** What a question calls the issues that it compares. */
const REPORT = /^(?:通报|报告|报道|消息|那[期次篇]|reports?|issues?|articles?)$/u;

/** A level of the question's own metric in an issue of that time, and of no other time by its own words. */
function isLevelOf({ counter }: Query, candidate: RankedCandidate, time: Interval): boolean {
  const { reading, sentence, span, evidence } = candidate;
  const figure = quantityOf(candidate);
  if (figure === null || figure.change !== null || reading.issueDate === null) return false;
  if (!isByFocus(candidate) || evidence.missingNames.length > 0 || evidence.nameSupport < NAMED) return false;
  if (counter !== null && !countsIn(figure, counter)) return false;
  const day = iso(dayOfIssue(reading.issueDate));
  const own = periodAt(reading, sentence, span.start)?.interval;
  return (
    time.from <= day && day <= time.to && (own == null || (daysAfter(time.from, -MONTH) <= own.from && own.to <= day))
  );
}

/** How well the names of the question must be supported: by the figure's paragraph at least. */
const NAMED = 0.5;

/** How far before the time a report's own figures may be from, in days. */
const MONTH = 31;
