import type { Quantity } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { RankedCandidate } from "./candidate.ts";
import type { Computation, Operand } from "./computation.ts";
import { isByFocus, levelsIn, operandAt, quantityOf, TRIED } from "./computation.ts";
import { confidenceOf } from "./confidence.ts";
import { asLevelQuestion } from "./figure-question.ts";
import { metricOf } from "./metric.ts";
import { remainderOf, shareOf } from "./operations.ts";
import { select } from "./selection.ts";

/**
 * Sets a part against the whole that one sentence tells it of: 榴莲21.4万吨 in 进口水果38.6万吨,其中榴莲21.4万吨 "38.6 of fruit, of
 * which 21.4 were durians". What is asked for is its share, or what is left without it.
 */
export async function ofWhole(query: Query, digest: Digest): Promise<Computation | null> {
  const terms = query.terms.filter(({ surface }) => !EXCLUDING.test(surface));
  const asked = asLevelQuestion(query, terms, metricOf(terms));
  const { ranked } = await select(asked, digest);
  for (const candidate of ranked.slice(0, TRIED)) {
    const part = quantityOf(candidate);
    if (part === null || !isByFocus(candidate)) continue;
    const whole = wholeOf(candidate, part);
    if (whole === null) continue;
    const confidence = confidenceOf(asked, candidate, ranked, digest);
    return query.type === "share"
      ? shareOf([candidate, part], whole, query, confidence)
      : remainderOf(whole, [[candidate, part]], query, digest, confidence);
  }
  return null;
}

/**
 * Tells whether a question asks for what is left of a whole: 其余 "the rest", or 剩下 "left" without something. What is still
 * left after a time (约谈后还剩多少单) is a level.
 */
export function asksForRest({ folded }: Query): boolean {
  return REST.test(folded) || (LEFT.test(folded) && WITHOUT.test(folded));
}

const REST = /其余|(?:以外|之外)的(?!.*哪)|\bthe rest\b|\bexcluding\b|\bother than\b/u;

/** What only says that something is left out. */
const EXCLUDING = /^(?:以外|之外|其余|其他|加起来|合计)$/u;

const LEFT = /剩|余下|\bremain(?:s|ing)?\b|\bleft\b/u;

const WITHOUT =
  /除[了去开掉]?|扣[除掉]|去掉|刨|不[算含]|以外|之外|减去|\bwithout\b|\bapart from\b|\bbesides\b|\baside from\b/u;

/** The figure that a part is told of: the last one before 其中 that is of its unit and greater, in the sentence or the one before. */
function wholeOf(candidate: RankedCandidate, part: Quantity): Operand | null {
  const { reading, sentence } = candidate;
  if (part.change !== null || part.dimension === "percent") return null;
  const before = reading.folded.slice(sentence.start, part.start);
  const of = [...before.matchAll(OF_WHICH)].at(-1);
  if (of === undefined) return null;
  const previous = reading.sentences[sentence.index - 1];
  const told = of.index === 0 && previous?.block === sentence.block ? previous : sentence;
  const whole = levelsIn(told).findLast(
    ({ dimension, unit, end }) =>
      dimension === part.dimension && unit === part.unit && end <= sentence.start + of.index,
  );
  return whole?.value.gt(part.value) === true ? operandAt({ ...candidate, sentence: told }, whole) : null;
}

const OF_WHICH = /其中|(?<=[单个家件人名项种])中(?=[有仅只,])|\bof (?:which|them|these|whom)\b|\bincluding\b/gu;
