import type { Query } from "../question/query.ts";
import type { RankedCandidate } from "./candidate.ts";

/**
 * Tells whether a percentage is a rate of its own, which no share is unless the question speaks of it: 合格率94%, 增速达27%. Only a
 * question in the text's own language tells for sure what it speaks of.
 */
export function isOtherRate({ folded, language, terms }: Query, { reading, clause, span }: RankedCandidate): boolean {
  const of = RATE.exec(reading.folded.slice(clause.start, span.start))?.groups?.["of"];
  if (of === undefined || language !== "zh") return false;
  return !folded.includes(of) && !terms.some(({ alternatives }) => alternatives.some(({ text }) => text.includes(of)));
}

/** What the rate before a figure is a rate of. */
const RATE = /(?<of>\p{Script=Han}{1,2})[率速幅][^,，。;；%]{0,6}$/u;
