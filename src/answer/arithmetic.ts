import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { betweenAccounts } from "./accounts.ts";
import { averageOf } from "./average.ts";
import { asksPercent, beforeAndAfter, betweenPeriodsTold } from "./before-and-after.ts";
import { periodsCompared } from "./compared-periods.ts";
import { betweenIssues } from "./between-issues.ts";
import type { Computation, Operand } from "./computation.ts";
import { isByFocus, isComparable, quantityOf, TRIED } from "./computation.ts";
import { ANSWER_THRESHOLD, confidenceOf } from "./confidence.ts";
import { ofCumulated } from "./cumulated.ts";
import { asFigureQuestion } from "./figure-question.ts";
import { foundingYear } from "./founding-year.ts";
import { metricOf, withoutMovement } from "./metric.ts";
import { differenceOf, growthOf, ratioOf, shareOf, totalOf } from "./operations.ts";
import { asksForNet, netChange } from "./net-change.ts";
import { isOnlyComputed } from "./only-computed.ts";
import { asksForRest, ofWhole } from "./part-of-whole.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";
import { longestRow } from "./side-pairs.ts";
import { operandsByPeriod, operandsByTerm } from "./sides.ts";
import { asksToTarget, toTarget } from "./to-target.ts";
import { increaseOver, valueBefore } from "./value-before.ts";
import { restOfTrade } from "./rest-of-trade.ts";
import { asksForBalance, tradeBalance } from "./trade-balance.ts";
import { winnerOf } from "./winner.ts";

/** Answers comparisons and sums of two figures, and the value before a change; null where the question asks for neither. */
export async function compute(query: Query, selection: Selection, digest: Digest): Promise<Computation | null> {
  if (asksForNet(query)) return (await netChange(query, digest)) ?? ofTwoPeriods(query, digest);
  if (query.type === "quantity" && asksForBalance(query)) return tradeBalance(query, selection, digest);
  switch (isSumOfRow(query) ? "sum" : query.type) {
    case "sum":
      if (asksForRest(query)) return ofWhole({ ...query, type: "quantity" }, digest);
      return (
        (await surestOf({ ...query, type: "sum" }, digest, [sumOf, computeOnTwo])) ??
        ofCumulated({ ...query, type: "quantity" }, selection, digest)
      );
    case "difference":
      return surestOf(query, digest, asksToTarget(query) ? TO_TARGET : DIFFERENCES);
    case "ratio":
      return surestOf(query, digest, [computeOnTwo, beforeAndAfter]);
    case "compare":
      return computeOnTwo(query, digest);
    case "share":
      return surestOf(query, digest, waysToShare(query, selection));
    case "change":
      return changeOf(query, digest);
    case "time":
      return foundingYear(query, selection);
    default:
      if (asksForRest(query)) return ofWhole(query, digest);
      return (
        averageOf(query, selection, digest) ??
        (await restOfTrade(query, selection, digest)) ??
        (await valueBefore(query, selection, digest)) ??
        ofCumulated(query, selection, digest)
      );
  }
}

/** 从年底到6月末净增了几个: what there was at the one time and at the other. */
async function ofTwoPeriods(query: Query, digest: Digest): Promise<Computation | null> {
  return periodsCompared(query).length === 2
    ? surestOf({ ...query, type: "difference" }, digest, [computeOnTwo])
    : null;
}

/** The first way that comes to an answer which may be given. */
async function surestOf(query: Query, digest: Digest, ways: readonly Way[]): Promise<Computation | null> {
  for (const way of ways) {
    const computation = await way(query, digest);
    if (computation !== null && computation.confidence >= ANSWER_THRESHOLD) return computation;
  }
  return null;
}

const DIFFERENCES: readonly Way[] = [
  beforeAndAfter,
  computeOnTwo,
  increaseOver,
  betweenAccounts,
  betweenIssues,
  betweenPeriodsTold,
];

/** A target may be told for a time of its own, but it is no thing beside the value. */
const TO_TARGET: readonly Way[] = [
  async (query, digest) => (periodsCompared(query).length === 2 ? computeOnTwo(query, digest) : null),
  toTarget,
];

type Way = (query: Query, digest: Digest) => Promise<Computation | null>;

/** A movement that the text prints itself is its answer. */
async function changeOf(query: Query, digest: Digest): Promise<Computation | null> {
  const isOfTwoPeriods = periodsCompared(query).length === 2;
  if (isOfTwoPeriods && asksPercent(query.folded)) {
    const growth = await surestOf(query, digest, [computeOnTwo]);
    if (growth !== null) return growth;
  }
  if (EXCEEDS.test(query.folded) || isOfTwoPeriods) {
    const difference = await surestOf({ ...query, type: "difference" }, digest, [computeOnTwo, betweenIssues]);
    if (difference !== null) return difference;
  }
  return (await isMovementStated(query, digest)) ? null : surestOf(query, digest, [beforeAndAfter, betweenPeriodsTold]);
}

/** The support of a word that stands in another clause of the sentence. */
const ELSEWHERE = 0.9;

/** A share that the text prints is its answer, unless its clause is about another than the one asked for. */
function waysToShare(query: Query, selection: Selection): readonly Way[] {
  if (!isStatedShare(query, selection)) return [computeOnTwo, ofWhole];
  return (selection.best?.evidence.nameSupport ?? 1) > ELSEWHERE ? [] : [ofWhole];
}

/** Tells whether the text prints the share itself; of one period in another, it doesn't. */
function isStatedShare(query: Query, selection: Selection): boolean {
  const { best, confidence } = selection;
  if (best === undefined || isOnlyComputed(query, selection)) return false;
  return confidence >= 0.5 && best.fit >= 0.6 && best.evidence.missingShare < 0.3;
}

/** Tells whether the text prints how far the asked value moved, in the clause that speaks of it. */
async function isMovementStated(query: Query, digest: Digest): Promise<boolean> {
  const terms = withoutMovement(query, digest);
  const { best, confidence } = await select({ ...query, terms, focus: metricOf(terms) }, digest);
  const figure = best === undefined ? null : quantityOf(best);
  return figure?.change != null && (best?.evidence.focus ?? 1) > ELSEWHERE && confidence >= ANSWER_THRESHOLD;
}

/** Wordings that ask by how much one growth is above another. */
const EXCEEDS =
  /\b(?:exceed|beat|surpass|outstrip|outpace|faster than|higher than|more than)|比.+(?:高|多|快)|高出|快于|高于/u;

/** 头部达人和中小达人共贡献了多少: a row of things, and a word for all of them. */
function isSumOfRow(query: Query): boolean {
  return (
    (query.type === "quantity" || query.type === "share") &&
    longestRow(query).length > 1 &&
    /共|合计|加起来|in total|altogether|combined|together/u.test(query.folded)
  );
}

/** Adds up three or more things that a question lists: 平台、服务商和高校加起来. */
async function sumOf(query: Query, digest: Digest): Promise<Computation | null> {
  const listed = longestRow(query);
  if (listed.length < 3) return null;
  const shared = query.terms.filter((term) => !listed.includes(term));
  const selections: Selection[] = [];
  for (const term of listed) selections.push(await select(asFigureQuestion(query, [...shared, term], term), digest));
  const operands = ofOneSentence(selections);
  if (operands === null) return null;
  const confidence = Math.min(
    ...selections.map(({ query: asked, ranked }, i) => confidenceOf(asked, operands[i]?.[0], ranked, digest)),
  );
  const [first, ...rest] = operands;
  if (first === undefined || rest.some(([, quantity]) => !isComparable(quantity, first[1]))) return null;
  return totalOf([first, ...rest], query, digest, confidence);
}

/** The figures of a row of things that stand together in one sentence; of several sentences, they may count unlike things. */
function ofOneSentence(selections: readonly Selection[]): Operand[] | null {
  for (const { sentence } of selections[0]?.ranked.slice(0, TRIED) ?? []) {
    const operands = selections.flatMap(({ ranked }): Operand[] => {
      const best = ranked.find((candidate) => candidate.sentence === sentence && isByFocus(candidate));
      const quantity = best === undefined ? null : quantityOf(best);
      return best === undefined || quantity === null ? [] : [[best, quantity]];
    });
    const places = new Set(operands.map(([{ span }]) => span.start));
    if (operands.length === selections.length && places.size === operands.length) return operands;
  }
  return null;
}

/** Works out what is asked of two things or two periods. */
async function computeOnTwo(query: Query, digest: Digest): Promise<Computation | null> {
  const selections =
    periodsCompared(query).length === 2 ? await operandsByPeriod(query, digest) : await operandsByTerm(query, digest);
  const [first, second] = selections ?? [];
  if (first?.best === undefined || second?.best === undefined) return null;
  const [a, b] = [first.best, second.best];
  const [one, other] = [quantityOf(a), quantityOf(b)];
  const isSame = a.reading === b.reading && a.span.start === b.span.start;
  if (one === null || other === null || isSame || !isComparable(one, other)) return null;
  if ((one.change === null) !== (other.change === null)) return null;
  const isOneSentence = a.sentence === b.sentence;
  const confidence = isOneSentence
    ? (first.confidence + second.confidence) / 2
    : Math.min(first.confidence, second.confidence);
  return combine(query, [a, one], [b, other], [first, second], digest, confidence);
}

/** The growth from the earlier of two levels to the later; two rates have none. */
function growthBetween(a: Operand, b: Operand, query: Query, confidence: number): Computation | null {
  const [first, second] = periodsCompared(query);
  if (first?.interval == null || second?.interval == null || a[1].dimension === "percent") return null;
  const [before, after] = first.interval.from < second.interval.from ? [a, b] : [b, a];
  return growthOf(before, after, query, confidence);
}

function combine(
  query: Query,
  a: Operand,
  b: Operand,
  sides: readonly [Selection, Selection],
  digest: Digest,
  confidence: number,
): Computation | null {
  switch (query.type) {
    case "difference":
      return differenceOf(a, b, query, digest, confidence);
    case "sum":
      return totalOf([a, b], query, digest, confidence);
    case "ratio":
      return ratioOf(a, b, query, confidence);
    case "share":
      return shareOf(a, b, query, confidence);
    case "change":
      return growthBetween(a, b, query, confidence);
    default:
      return winnerOf(query, [a, b], sides, confidence);
  }
}
