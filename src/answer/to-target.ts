import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { RankedCandidate } from "./candidate.ts";
import { changeTold } from "./change-told.ts";
import type { Computation, Operand } from "./computation.ts";
import { isByFocus, isComparable, quantityOf } from "./computation.ts";
import { ANSWER_THRESHOLD, confidenceOf } from "./confidence.ts";
import { asLevelQuestion } from "./figure-question.ts";
import { metricOf } from "./metric.ts";
import { differenceOf } from "./operations.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";

/**
 * Works out how far a value is from its target: 离1260家的目标还差多少家 "how many short of the target of 1,260". The target is the
 * figure that the question states, or one that the text calls so.
 */
export async function toTarget(query: Query, digest: Digest): Promise<Computation | null> {
  if (!asksToTarget(query)) return null;
  const terms = termsOfValue(query);
  const selection = await select(asLevelQuestion(query, terms, metricOf(terms)), digest);
  const levels = levelsOf(selection);
  const stated = levels.find((candidate) => isStated(query, candidate));
  const values = levels.filter((candidate) => !isAimed(candidate) && !isPast(candidate, digest));
  const reached = newestOf(stated === undefined ? values : values.filter((own) => isReached(own, stated)), digest);
  if (reached === undefined) return null;
  const target = stated ?? levels.find((candidate) => isAimed(candidate) && isReached(reached, candidate));
  const actual = sureOf(reached, selection, digest);
  const goal = sureOf(target, selection, digest) ?? (await goalApart(query, selection, reached, digest));
  if (actual === null || goal === null || actual.operand[1].value.eq(goal.operand[1].value)) return null;
  return differenceOf(goal.operand, actual.operand, query, digest, Math.min(goal.confidence, actual.confidence));
}

/** The target where the text tells it far from the value: asked for by all words of the question, and of the same metric. */
async function goalApart(
  query: Query,
  { query: { focus } }: Selection,
  reached: RankedCandidate,
  digest: Digest,
): Promise<Sure | null> {
  const terms = query.terms.filter(({ surface }) => !AWAY.test(surface));
  const selection = await select(asLevelQuestion(query, terms, focus), digest);
  const target = levelsOf(selection).find((candidate) => isAimed(candidate) && isReached(reached, candidate));
  return sureOf(target, selection, digest);
}

/** A figure that may be given as an answer of its own. */
interface Sure {
  readonly operand: Operand;
  readonly confidence: number;
}

function sureOf(own: RankedCandidate | undefined, { query, ranked }: Selection, digest: Digest): Sure | null {
  const quantity = own === undefined ? null : quantityOf(own);
  const confidence = confidenceOf(query, own, ranked, digest);
  return own === undefined || quantity === null || confidence < ANSWER_THRESHOLD
    ? null
    : { operand: [own, quantity], confidence };
}

function levelsOf({ ranked }: Selection): RankedCandidate[] {
  return ranked.filter((candidate) => quantityOf(candidate)?.change === null && isByFocus(candidate));
}

/** Tells whether a question compares with a target. */
export function asksToTarget({ folded }: Query): boolean {
  return GOAL.test(folded);
}

const GOAL = /目标|计划|预期|预测|\bforecasts?\b|\btargets?\b|\bgoals?\b/u;

/** What leads from a value to its target in a question; what follows is about the target. */
const AWAY = /距离?|离|(?<!占)比|\bshort of\b|\bfrom\b|\bthan\b/u;

/** What a question calls the value: before those words, unless it says what it is after them: 离80条航线的目标. */
function termsOfValue(query: Query): QueryTerm[] {
  const mark = query.folded.search(AWAY);
  const all = query.terms.filter(({ surface }) => !GOAL.test(surface) && !AWAY.test(surface));
  const before = all.filter(({ at }) => at < mark);
  return metricOf(before) === null ? all : before;
}

/** What the text says of a target beside those words: 年底前达到1260家 "to reach 1,260 by the end of the year". */
const AIM = /目标|计划|规划|预计|预测|力争|争取|将|拟|要|\bforecasts?\b|\btargets?\b|\bgoals?\b|\bplans?\b|\baims?\b/u;

/** The target that the question itself puts into figures: 1260家的目标. */
function isStated({ quantities }: Query, candidate: RankedCandidate): boolean {
  const figure = quantityOf(candidate);
  return quantities.some(({ value }) => value.gt(1) && figure?.value.eq(value) === true);
}

function isAimed({ reading, clause, span }: RankedCandidate): boolean {
  return AIM.test(reading.folded.slice(clause.start, span.end)) || IS_AIM.test(reading.folded.slice(span.end));
}

/** 2.05亿吨的计划: the word may follow the figure. */
const IS_AIM = /^的?(?:年度|全年)?(?:目标|计划)|^ (?:target|goal)\b|^ (?:it |they )?(?:forecast|planned|targeted)\b/u;

/** A figure of what is, in the target's unit, and of the same: what is to be new is reached by what is new. */
function isReached(candidate: RankedCandidate, target: RankedCandidate): boolean {
  const [own, goal] = [quantityOf(candidate), quantityOf(target)];
  if (own === null || goal === null || candidate.mention === target.mention || !isComparable(own, goal)) return false;
  return isOfNew(candidate) || !isOfNew(target);
}

/** 4条 in 三个月前还只有4条,现在是23条 "only 4 three months ago, and now 23". */
function isPast(candidate: RankedCandidate, { lexicon }: Digest): boolean {
  const own = quantityOf(candidate);
  if (own === null) return false;
  return changeTold(candidate.reading, candidate.sentence, own, lexicon.cues.changes)?.before === own;
}

function isOfNew({ reading, clause, span }: RankedCandidate): boolean {
  return /新[建增开设]|\bnew\b/u.test(reading.folded.slice(clause.start, span.end));
}

/** How far behind the best the newest may be, in the ranking's units. */
const BEHIND = 3;

function newestOf(candidates: readonly RankedCandidate[], { issuePlaces }: Digest): RankedCandidate | undefined {
  const [best] = candidates;
  if (best === undefined) return undefined;
  const placeOf = ({ reading }: RankedCandidate): number => issuePlaces.get(reading.article.issueId) ?? 0;
  return candidates
    .filter(({ score }) => score >= best.score - BEHIND)
    .reduce((newest, other) => (placeOf(other) < placeOf(newest) ? other : newest), best);
}
