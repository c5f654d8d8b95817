import { periodAt } from "../fact/context.ts";
import type { Period, Quantity } from "../fact/mention.ts";
import { isSameInterval, isWithin, yearBefore } from "../fact/period-calendar.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { holdsAnyOf } from "../text/word-search.ts";
import type { RankedCandidate } from "./candidate.ts";
import type { ChangeTold } from "./change-told.ts";
import { baseAsked, changeTold } from "./change-told.ts";
import { periodsCompared } from "./compared-periods.ts";
import type { Computation, Operand } from "./computation.ts";
import { countsIn, isByFocus, operandAt, quantityOf, TRIED } from "./computation.ts";
import { confidenceOf } from "./confidence.ts";
import { asLevelQuestion } from "./figure-question.ts";
import { metricOf, withoutMovement } from "./metric.ts";
import { differenceOf, growthOf, ratioOf } from "./operations.ts";
import { coversDay, dayOfIssue } from "./period-agreement.ts";
import { select } from "./selection.ts";
import { isTelling, thingsCompared } from "./side-pairs.ts";

/** Works out how far a value went that one sentence tells before and after: 由45人增至120人 for 增加了多少人. */
export async function beforeAndAfter(query: Query, digest: Digest): Promise<Computation | null> {
  return withPeriods(query, latestFirst(query).slice(0, 1), digest);
}

/**
 * The same of two periods, where the sentence that tells of both doesn't set the later one beside its figure: risen to 2,150
 * from 1,480 in 2024.
 */
export async function betweenPeriodsTold(query: Query, digest: Digest): Promise<Computation | null> {
  const [later, earlier] = latestFirst(query);
  if (later === undefined || earlier === undefined) return null;
  const computed = await withPeriods(query, [], digest);
  const date = computed?.operands[0]?.reading.issueDate;
  return date != null && coversDay([later], dayOfIssue(date)) ? computed : null;
}

async function withPeriods(query: Query, periods: readonly Period[], digest: Digest): Promise<Computation | null> {
  const terms = withoutMovement(query, digest);
  const asked: Query = { ...asLevelQuestion(query, terms, metricOf(terms)), dimensions: [], periods };
  const selection = await select(asked, digest);
  const counted = selection.ranked.filter((candidate) => isCounted(query, candidate));
  for (const candidate of counted.slice(0, TRIED)) {
    const told = toldOf(query, candidate, digest);
    if (told === null) continue;
    const confidence = confidenceOf(asked, candidate, selection.ranked, digest);
    return work(query, told, candidate, selection.ranked, digest, confidence);
  }
  return null;
}

/** The change that a candidate has a part in, where it is the one asked for. */
function toldOf(query: Query, candidate: RankedCandidate, { lexicon }: Digest): ChangeTold | null {
  const figure = quantityOf(candidate);
  if (figure === null || !isByFocus(candidate)) return null;
  const { changes } = lexicon.cues;
  const told = changeTold(candidate.reading, candidate.sentence, figure, changes);
  if (told === null || !isOfMetric(query, told.before)) return null;
  const base = baseAsked(query.folded, changes);
  const isOtherBase = base !== null && told.base !== "open" && told.base !== base;
  return isOtherBase || !isOfPeriods(query, candidate, told) || !isOfThings(query, told) ? null : told;
}

/** 多少人 asks for a count, and in one measure word. */
function isCounted({ counter, dimensions }: Query, candidate: RankedCandidate): boolean {
  const figure = quantityOf(candidate);
  if (figure === null) return false;
  const [only, ...more] = dimensions;
  if (only === "count" && more.length === 0 && figure.dimension !== only) return false;
  return counter === null || countsIn(figure, counter);
}

/** 少了多少人 names no metric, but people are counted; 省下几毛 "how much cheaper" without a metric says nothing. */
function isOfMetric({ counter, terms }: Query, figure: Quantity): boolean {
  return metricOf(terms) !== null || (counter !== null && figure.unit === counter);
}

/** 是老场地的几倍: what the question compares with by name is what the value before is said to be of. */
function isOfThings(query: Query, { lead }: ChangeTold): boolean {
  return thingsCompared(query)
    .filter(isTelling)
    .every(({ alternatives }) => holdsAnyOf(lead, alternatives));
}

/** Of two periods asked, the value before must be the earlier one's by its own words; the other may be the issue's. */
function isOfPeriods(query: Query, { reading, sentence }: RankedCandidate, { before, base }: ChangeTold): boolean {
  const [later, earlier] = latestFirst(query).map(({ interval }) => interval);
  if (earlier == null || later == null) return true;
  if (base === "year" && isSameInterval(yearBefore(later), earlier)) return true;
  const own = sentence.mentions.find(
    (mention) => mention.kind === "period" && mention.start >= before.end && mention.start - before.end < NEAR,
  );
  const told = own?.kind === "period" ? own : periodAt(reading, sentence, before.start);
  return told?.interval != null && isWithin(told.interval, earlier);
}

/** How far after a figure its own period may begin, in UTF-16 units: 40,000 in December. */
const NEAR = 12;

function latestFirst(query: Query): Period[] {
  return [...periodsCompared(query)].sort((a, b) => (b.interval?.from ?? "").localeCompare(a.interval?.from ?? ""));
}

function work(
  query: Query,
  { before, after }: ChangeTold,
  candidate: RankedCandidate,
  ranked: readonly RankedCandidate[],
  digest: Digest,
  confidence: number,
): Computation | null {
  const [old, current] = [before, after].map((mention): Operand => {
    const own = ranked.find((other) => other.mention === mention);
    return own === undefined ? operandAt(candidate, mention) : [own, mention];
  }) as [Operand, Operand];
  if (query.type === "ratio") return ratioOf(current, old, query, confidence);
  if (query.type === "change" && before.dimension === "percent" && !speaksOfRate(query.folded)) return null;
  return query.type === "change" && asksPercent(query.folded) && before.dimension !== "percent"
    ? growthOf(old, current, query, confidence)
    : differenceOf(current, old, query, digest, confidence);
}

/** Only a rate moves by points: asked how far a number grew, 增幅由52.5%降至19.3% "its growth narrowed" says it by either. */
function speaksOfRate(folded: string): boolean {
  return /点|[率例重]|占比|份额|佣金|\bpoints?\b|\brate\b|\bshare\b/u.test(folded.replaceAll(/增长率/gu, ""));
}

/** 增长了百分之几, 降幅: a growth is asked for, not an amount. */
export function asksPercent(folded: string): boolean {
  return /百分之|百分比|多少%|几成|[增涨降跌]幅|增速|增长率|\bpercent(?!age point)|\bgrowth rate\b/u.test(folded);
}
