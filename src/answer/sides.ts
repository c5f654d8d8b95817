import type { Quantity } from "../fact/mention.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { NEARNESS } from "../search/nearness.ts";
import { retrieve } from "../search/retrieve.ts";
import type { RankedCandidate } from "./candidate.ts";
import { periodsCompared } from "./compared-periods.ts";
import { isByFocus, isComparable, quantityOf } from "./computation.ts";
import { ANSWER_THRESHOLD, confidenceOf } from "./confidence.ts";
import { asFigureQuestion } from "./figure-question.ts";
import { selectOfPeriod } from "./period-selection.ts";
import { rank } from "./rank.ts";
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
      const isOperand = pair.isLoose ? isToldTogether : isOfItsSide;
      const sure =
        pairsOf([first, second], digest, isOperand).find(isSure) ??
        pairsOf([first, await withSentence(second, first, digest)], digest, isOperand).find(isSure) ??
        pairsOf([await withSentence(first, second, digest), second], digest, isOperand).find(isSure);
      if (sure !== undefined) return sure;
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

/**
 * A side with what the other's best sentence has for it: 对东盟268.3亿元 leaves out most of what was asked, and is found only
 * beside 对欧盟出口369.7亿元.
 */
async function withSentence(side: Side, other: Side, digest: Digest): Promise<Side> {
  const { selection } = side;
  const { best } = other.selection;
  if (best === undefined || selection.ranked.some(({ sentence }) => sentence === best.sentence)) return side;
  const retrieved = await retrieve(selection.query, digest);
  const beside = digest.factsOf(best.reading.article.id).filter(({ sentence }) => sentence === best.sentence);
  const found = [...retrieved.found, ...beside.map((fact) => ({ fact, score: 0 }))];
  return { ...side, selection: { ...selection, ranked: rank(selection.query, { ...retrieved, found }, digest) } };
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

/** How many candidates of each side are tried, and how many pairs; what a pair from one sentence gains. */
const PAIRED = 4;
const PAIRS = 4;
const SAME_SENTENCE = 1.2;

/** The best pairs of candidates for two sides, the best first; figures of one sentence belong together more likely. */
function pairsOf(
  [one, other]: readonly [Side, Side],
  digest: Digest,
  isOperand: (own: RankedCandidate, side: Side, other: RankedCandidate) => boolean,
): Selection[][] {
  const [first, second] = [one.selection, other.selection];
  const pairs: { a: RankedCandidate; b: RankedCandidate; score: number }[] = [];
  for (const a of tried(first, second)) {
    for (const b of tried(second, first)) {
      if (a.mention === b.mention || !isOperand(a, one, b) || !isOperand(b, other, a) || !isPair(a, b)) continue;
      if (!standInOrder({ candidate: a, thing: first.query.focus }, { candidate: b, thing: second.query.focus }))
        continue;
      pairs.push({ a, b, score: a.score + b.score + (a.sentence === b.sentence ? SAME_SENTENCE : 0) });
    }
  }
  return pairs
    .sort((x, y) => y.score - x.score)
    .slice(0, PAIRS)
    .map(({ a, b }) => [
      { ...first, best: a, confidence: confidenceOf(first.query, a, first.ranked, digest) },
      { ...second, best: b, confidence: confidenceOf(second.query, b, second.ranked, digest) },
    ]);
}

/** The best candidates of a side, and those that stand in the sentence of the other's best. */
function tried({ ranked }: Selection, other: Selection): RankedCandidate[] {
  const beside = other.ranked[0]?.sentence;
  return [
    ...ranked.slice(0, PAIRED),
    ...ranked
      .slice(PAIRED)
      .filter(({ sentence }) => sentence === beside)
      .slice(0, PAIRED),
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

/**
 * A side's own word stands in the figure's clause or the one that it leans on, or in the title where the other figure is of
 * another article; all its words and whoever has it are near.
 */
function isOfItsSide(
  { evidence, reading, sentence }: RankedCandidate,
  { things }: Side,
  other: RankedCandidate,
): boolean {
  return (
    (isByFocus({ evidence }) || (reading !== other.reading && (evidence.focus ?? 1) >= NEARNESS.title)) &&
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
  const sides = [one, other].map((selection): Side => ({ things: [], selection })) as [Side, Side];
  return pairsOf(sides, digest, isOfItsSide)[0] ?? null;
}
