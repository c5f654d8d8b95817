import type { IssueDate } from "../digest/issue.ts";
import { periodAt } from "../fact/context.ts";
import type { Interval, Period } from "../fact/mention.ts";
import type { Day } from "../fact/period-calendar.ts";
import { isSameInterval, isWithin, iso } from "../fact/period-calendar.ts";
import type { Sentence } from "../fact/reading.ts";
import type { CueLexicon } from "../lexicon/cue-lexicon.ts";
import type { Query } from "../question/query.ts";
import { fold } from "../text/fold.ts";
import { holdsAnyOf } from "../text/word-search.ts";
import type { Candidate } from "./candidate.ts";

/** 1 the asked period, 0.75 that of another year where none was asked, 0.5 within it, 0 nothing said or asked, −1 another. */
export function periodAgreement(query: Query, candidate: Candidate, cues: Pick<CueLexicon, "events">): number {
  const asked = askedPeriods(query);
  if (asked.length === 0 || query.type === "time") return 0;
  if (asked.every((period) => isOfReport(query, period)) && isOfIssue(asked, candidate)) return 1;
  const period =
    candidate.mention?.kind === "period"
      ? candidate.mention
      : periodAt(candidate.reading, candidate.sentence, candidate.span.start);
  const isHeld = candidate.mention?.kind !== "quantity" && holdsPeriod(candidate.sentence, asked);
  if (period === null || period.interval === null) return isHeld ? 0.5 : isOutsideIssue(asked, candidate) ? -1 : 0;
  let best = -1;
  for (const one of asked) {
    const { interval } = one;
    if (interval === null) continue;
    if (isUpTo(query, one)) best = Math.max(best, upToFit(interval, period.interval));
    else if (isSameInterval(interval, period.interval)) best = Math.max(best, 1);
    else if (isOfAnyYear(query, one) && isSameDays(interval, period.interval)) best = Math.max(best, ANOTHER_YEAR);
    else if (isEndOf(query, one, period.interval)) best = Math.max(best, 1);
    else if (isWithin(period.interval, interval))
      best = Math.max(best, isOfEvent(query, one, candidate, cues) ? 1 : 0.5);
    else if (isYearsEnd(query, one) && isWithinYear(interval, period.interval)) best = Math.max(best, 0.5);
  }
  const { interval: own } = period;
  const isOfYear = asked.every(({ interval }) => interval !== null && isWithinYear(interval, own));
  if (best < 0 && isOfIssue(asked, candidate) && (isOfYear || RELEASED.test(query.folded))) return 0.5;
  if (best < 0 && isWiderButTitled(asked, period.interval, candidate)) return 0.5;
  if (best < 0 && OPEN.has(query.type) && paragraphHolds(candidate, asked)) return 0.5;
  return best < 0 && (isHeld || (candidate.mention?.kind !== "quantity" && isOfIssue(asked, candidate))) ? 0.5 : best;
}

/** What is told in sentences, some of which leave the time to the one before. */
const OPEN: ReadonlySet<Query["type"]> = new Set(["reason", "manner", "opinion", "list", "statement"]);

/** The periods that an answer has to be of; in 一季度怎么比去年少 "why was the first quarter below last year" 去年 is none. */
function askedPeriods({ type, periods, folded }: Query): Period[] {
  const resolved = periods.filter(({ interval }) => interval !== null);
  const own = OPEN.has(type) ? resolved.filter(({ start }) => !COMPARED.test(folded.slice(0, Math.max(0, start)))) : [];
  return own.length > 0 ? own : resolved;
}

const COMPARED = /(?:比|较|相比于?|对比|\bthan(?: in)?|\bcompared (?:with|to)) ?$/u;

/** 4月初那份调查 "that survey of early April" is of an issue of the time, whatever it tells of. */
function isOfReport({ folded }: Query, { end }: Period): boolean {
  return /^(?:初|中旬?|上旬|下旬|底|末)?的?那[份期篇则条]/u.test(folded.slice(end));
}

/** 2025年双11 "Double 11 of 2025": the year only says which time of it, and the figure is of its days. */
function isOfEvent(
  { printed, terms }: Query,
  { start, end, precision }: Period,
  { reading }: Candidate,
  { events }: Pick<CueLexicon, "events">,
): boolean {
  if (precision !== "year" || start < 0 || !events.test(fold(printed.slice(end)))) return false;
  const event = terms.find(({ at }) => at >= end && at - end <= AFTER_YEAR);
  return event === undefined || holdsAnyOf(reading.folded, event.alternatives);
}

/** How far after a year an event's own word may begin: 2025年的双11. */
const AFTER_YEAR = 2;

/** 7月12日 "on 12 July", asked without a year, may be of the year before; the newest year is meant first. */
const ANOTHER_YEAR = 0.75;

function isOfAnyYear({ folded }: Query, { start, end, precision }: Period): boolean {
  return (precision === "day" || precision === "month") && !NAMES_YEAR.test(folded.slice(start, end));
}

const NAMES_YEAR = /\d{4}|[年去今本上下前明昨]|\b(?:last|this|next|year|ago|yesterday|today)\b/u;

function isSameDays(a: Interval, b: Interval): boolean {
  return a.from.slice(4) === b.from.slice(4) && a.to.slice(4) === b.to.slice(4);
}

/** What is reached by 2024年底 "the end of 2024" is told of the year. */
function isYearsEnd({ folded }: Query, { start, end }: Period): boolean {
  return /年[底末终]$|\b(?:end of|year[- ]end)/u.test(folded.slice(start, end));
}

/** 到10月底已经 "by the end of October" asks for all of the year until then. */
function isUpTo({ printed }: Query, { start, end }: Period): boolean {
  return (
    start > 0 &&
    /(?:到|至|截止|截至|by|through) ?(?:the end of )?$/u.test(fold(printed.slice(0, start))) &&
    /^[底末]?[^,，。]{0,4}(?:已|累计|合计)|^ .*\b(?:so far|in total|already)\b/u.test(fold(printed.slice(end)))
  );
}

function upToFit(asked: Interval, told: Interval): number {
  if (told.to !== asked.to) return isWithin(told, asked) ? 0.5 : -1;
  return told.from.endsWith("-01-01") || told.from === told.to ? 1 : 0.5;
}

/** 截至2024年12月31日 tells what was so 去年底 "at the end of last year". */
function isEndOf({ printed }: Query, { start, end, interval }: Period, { from, to }: Interval): boolean {
  return from === to && to === interval?.to && END.test(fold(printed.slice(Math.max(0, start - 7), end + 1)));
}

const END = /[底末终].?$|\b(?:end of|year[- ]end)/u;

/** Who does what is told in the issue of that time, whatever other time stands beside it. */
function isOfIssue(asked: readonly Period[], { reading: { issueDate } }: Candidate): boolean {
  if (issueDate === null) return false;
  return coversDay(asked, dayOfIssue(issueDate));
}

/** Tells whether an interval lies in another that is a whole year, or years: 年初 in 今年. */
function isWithinYear(interval: Interval, year: Interval): boolean {
  return year.from.endsWith("-01-01") && year.to.endsWith("-12-31") && isWithin(interval, year);
}

/** "announced in January" dates the news, not what it tells of. */
const RELEASED = /公布|发布|宣布|通报|披露|公告|透露|\b(?:announced|released|published|reported|said)\b/u;

/** The day that an issue is taken to be of: one that is dated by its month alone, of its middle. */
export function dayOfIssue(date: IssueDate): Day {
  return { ...date, day: date.day ?? MID_MONTH };
}

const MID_MONTH = 15;

/** Tells whether a day lies in one of some periods. */
export function coversDay(periods: readonly Period[], day: Day): boolean {
  const date = iso(day);
  return periods.some(({ interval }) => interval !== null && interval.from <= date && date <= interval.to);
}

/** 年内首次超过30% in an article about June is June's: the whole year stands nearest, and the paragraph or the title says which. */
function isWiderButTitled(asked: readonly Period[], near: Interval, { reading, sentence }: Candidate): boolean {
  return asked.some(({ interval }) => {
    if (interval === null || !isWithinYear(interval, near)) return false;
    const paragraph = reading.sentences
      .filter((other) => other.block === sentence.block && other.index < sentence.index)
      .flatMap((other) => other.mentions);
    return [...reading.titlePeriods, ...paragraph].some(
      (period) => period.kind === "period" && isSameInterval(period.interval, interval),
    );
  });
}

/** Tells whether the candidate's paragraph or a sentence just before it names an asked period. */
function paragraphHolds({ reading, sentence }: Candidate, asked: readonly Period[]): boolean {
  return reading.sentences.some(
    (other) =>
      (other.block === sentence.block ||
        (other.index < sentence.index && sentence.index - other.index <= SENTENCES_BEFORE)) &&
      holdsPeriod(other, asked),
  );
}

/** So many sentences before, in another paragraph, a period still holds. */
const SENTENCES_BEFORE = 2;

/** A figure without any period is the issue's own time's; asked for years before or after, it is another. */
function isOutsideIssue(asked: readonly Period[], { reading }: Candidate): boolean {
  const year = reading.issueDate?.year;
  return (
    year !== undefined &&
    asked.every(
      ({ interval }) =>
        interval !== null && (Number(interval.to.slice(0, 4)) < year || Number(interval.from.slice(0, 4)) > year),
    )
  );
}

/** Tells whether a sentence names an asked period, or days of it, whatever stands nearest. */
function holdsPeriod({ mentions }: Sentence, asked: readonly Period[]): boolean {
  return mentions.some((mention) => {
    const own = mention.kind === "period" ? mention.interval : null;
    return own !== null && asked.some(({ interval }) => interval !== null && isWithin(own, interval));
  });
}
