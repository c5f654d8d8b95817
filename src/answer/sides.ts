import type { Quantity } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
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
    const first = await sideOf(query, pair, pair.first, digest);
    const second = await sideOf(query, pair, pair.second, digest);
    const paired = pairOf([first, second], digest, pair.isLoose ? isToldTogether : isOfItsSide);
    if (paired !== null && paired.every(({ confidence }) => confidence >= ANSWER_THRESHOLD)) return paired;
  }
  return null;
}

function sideOf(query: Query, { shared }: SidePair, side: SidePair["first"], digest: Digest): Promise<Selection> {
  const terms = [...shared, ...side].sort((x, y) => x.at - y.at);
  return select(asFigureQuestion(query, terms, side.find(isTelling) ?? side[0] ?? null), digest);
}

/** How many candidates of each side are tried, and what a pair from one sentence gains. */
const PAIRED = 4;

const SAME_SENTENCE = 1.2;

/** The best two candidates for two sides; figures of one sentence belong together more likely. */
function pairOf(
  [first, second]: readonly [Selection, Selection],
  digest: Digest,
  isOperand: (own: RankedCandidate, other: RankedCandidate, side: Selection) => boolean,
): Selection[] | null {
  let best: { pair: readonly [RankedCandidate, RankedCandidate]; score: number } | null = null;
  for (const a of first.ranked.slice(0, PAIRED)) {
    for (const b of second.ranked.slice(0, PAIRED)) {
      if (a.mention === b.mention || !isOperand(a, b, first) || !isOperand(b, a, second) || !isPair(a, b)) continue;
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

/** A side's own word stands in the figure's clause or the one that it leans on, and whoever has it is near. */
function isOfItsSide(candidate: RankedCandidate): boolean {
  return isByFocus(candidate) && candidate.evidence.nameSupport >= NAMED;
}

/** The same of two that only one sentence sets side by side: the side's word stands nearer to its own figure than to the other. */
function isToldTogether(own: RankedCandidate, other: RankedCandidate, { ranked }: Selection): boolean {
  const rival = ranked.find(({ mention }) => mention === other.mention);
  const isNearest = (rival?.evidence.focus ?? 0) < (own.evidence.focus ?? 1);
  return isOfItsSide(own) && own.sentence === other.sentence && isNearest;
}

/** How well the names of a side must be supported: by the figure's paragraph at least. */
const NAMED = 0.5;

/** Asks for each of two periods alone. */
export async function operandsByPeriod(query: Query, digest: Digest): Promise<Selection[] | null> {
  const [first, second] = periodsCompared(query);
  if (first === undefined || second === undefined) return null;
  const question = asFigureQuestion(query, query.terms, null);
  const earlier = await selectOfPeriod(question, first, digest);
  return pairOf([earlier, await selectOfPeriod(question, second, digest)], digest, isOfItsSide);
}
