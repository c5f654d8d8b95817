import type { Quantity } from "../fact/mention.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { RankedCandidate } from "./candidate.ts";
import { periodsCompared } from "./compared-periods.ts";
import { isByFocus, isComparable, quantityOf } from "./computation.ts";
import { ANSWER_THRESHOLD, confidenceOf } from "./confidence.ts";
import { asFigureQuestion } from "./figure-question.ts";
import { selectOfPeriod } from "./period-selection.ts";
import { standInOrder } from "./respective.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";
import type { SidePair } from "./side-pairs.ts";
import { isTelling, sidePairs } from "./side-pairs.ts";

/** Asks for each of the two things that a question sets against each other alone. */
export async function operandsByTerm(query: Query, digest: Digest): Promise<Selection[] | null> {
  for (const pair of sidePairs(query, digest)) {
    const first = await sideOf(query, pair, pair.first, firstOf(pair.first), digest);
    for (const head of headsOf(query, pair.second)) {
      const second = await sideOf(query, pair, pair.second, head, digest);
      const paired = pairOf([first, second], digest, pair.isLoose ? isToldTogether : isOfItsSide);
      if (paired !== null && isSure(paired)) return paired;
    }
  }
  return null;
}

/** Two figures of one sentence are as sure as the surer of them lets the other be: their names and their time are the same. */
function isSure([first, second]: readonly Selection[]): boolean {
  const [one, other] = [first?.confidence ?? 0, second?.confidence ?? 0];
  if (first?.best?.sentence !== second?.best?.sentence) return Math.min(one, other) >= ANSWER_THRESHOLD;
  return (one + other) / 2 >= ANSWER_THRESHOLD;
}

/** What a question sets against something else, and what asking for it alone came to. */
interface Side {
  readonly things: readonly QueryTerm[];
  readonly selection: Selection;
}

async function sideOf(
  query: Query,
  { shared }: SidePair,
  things: SidePair["first"],
  head: QueryTerm | null,
  digest: Digest,
): Promise<Side> {
  const terms = [...shared, ...things].sort((x, y) => x.at - y.at);
  return { things, selection: await select(asFigureQuestion(query, terms, head), digest) };
}

function firstOf(side: SidePair["first"]): QueryTerm | null {
  return side.find(isTelling) ?? side[0] ?? null;
}

/** The words by which to look for a side of several: the first tells most, 云港 in 云港的枢纽; its clause may have only the last. */
function headsOf({ language }: Query, side: SidePair["first"]): (QueryTerm | null)[] {
  const first = firstOf(side);
  const last = side.findLast(isTelling);
  return language === "zh" && last !== undefined && last !== first ? [first, last] : [first];
}

/** How many candidates of each side are tried, and what a pair from one sentence gains. */
const PAIRED = 4;

const SAME_SENTENCE = 1.2;

/** The best two candidates for two sides; figures of one sentence belong together more likely. */
function pairOf(
  sides: readonly [Side, Side],
  digest: Digest,
  isOperand: (own: RankedCandidate, side: Side, other: RankedCandidate) => boolean,
): Selection[] | null {
  const [first, second] = [sides[0].selection, sides[1].selection];
  let best: { pair: readonly [RankedCandidate, RankedCandidate]; score: number } | null = null;
  for (const a of first.ranked.slice(0, PAIRED)) {
    for (const b of second.ranked.slice(0, PAIRED)) {
      if (a.mention === b.mention || !isOperand(a, sides[0], b) || !isOperand(b, sides[1], a) || !isPair(a, b))
        continue;
      if (!standInOrder({ candidate: a, thing: first.query.focus }, { candidate: b, thing: second.query.focus }))
        continue;
      const score = a.score + b.score + (a.sentence === b.sentence ? SAME_SENTENCE : 0);
      if (score > (best?.score ?? 0)) best = { pair: [a, b], score };
    }
  }
  if (best === null) return null;
  const [a, b] = best.pair;
  return [
    { ...first, best: a, confidence: confidenceOf(first.query, a, first.ranked, digest) },
    { ...second, best: b, confidence: confidenceOf(second.query, b, second.ranked, digest) },
  ];
}

/** Two figures to reckon with: in one unit, or two counts of one article; a bound (不低于8亿元) is no figure. */
function isPair(a: RankedCandidate, b: RankedCandidate): boolean {
  const [first, second] = [quantityOf(a), quantityOf(b)];
  if (first === null || second === null || !isComparable(first, second)) return false;
  return [first, second].every(isNoBound) && (first.unit === second.unit || a.reading === b.reading);
}

function isNoBound({ qualifier }: Quantity): boolean {
  return qualifier !== "atLeast" && qualifier !== "atMost";
}

/** A side's own word stands in the figure's clause or the one that it leans on, all its words and whoever has it are near. */
function isOfItsSide({ evidence, sentence }: RankedCandidate, { things }: Side, other: RankedCandidate): boolean {
  return (
    isByFocus({ evidence }) &&
    evidence.nameSupport >= (sentence === other.sentence ? NAMED_BESIDE : NAMED) &&
    things.every((term) => !isTelling(term) || !evidence.missing.includes(term.surface))
  );
}

/** The same of two that only one sentence sets side by side: the side's word stands nearer to its own figure than to the other. */
function isToldTogether(own: RankedCandidate, side: Side, other: RankedCandidate): boolean {
  const rival = side.selection.ranked.find(({ mention }) => mention === other.mention);
  const isNearest = (rival?.evidence.focus ?? 0) < (own.evidence.focus ?? 1);
  return isOfItsSide(own, side, other) && own.sentence === other.sentence && isNearest && isAmount(own);
}

/** Amounts of one unit may be of one kind of thing; percentages are of anything. */
function isAmount(candidate: RankedCandidate): boolean {
  const quantity = quantityOf(candidate);
  return quantity !== null && quantity.change === null && quantity.dimension !== "percent";
}

/** How well the names of a side must be supported: by the figure's paragraph at least. */
const NAMED = 0.5;
/** The same where one sentence has both figures: what it is about may be named anywhere in the article. */
const NAMED_BESIDE = 0.35;

/** Asks for each of two periods alone. */
export async function operandsByPeriod(query: Query, digest: Digest): Promise<Selection[] | null> {
  const [first, second] = periodsCompared(query);
  if (first === undefined || second === undefined) return null;
  const question = asFigureQuestion(query, query.terms, null);
  const [one, other] = [await selectOfPeriod(question, first, digest), await selectOfPeriod(question, second, digest)];
  return pairOf(
    [
      { things: [], selection: one },
      { things: [], selection: other },
    ],
    digest,
    isOfItsSide,
  );
}
