import type { Query } from "../question/query.ts";
import type { Missing } from "./reply.ts";
import type { RankedCandidate } from "./candidate.ts";

/** At this estimated probability an answer is given; below, the question is refused. */
export const ANSWER_THRESHOLD = 0.5;

/**
 * Estimates the probability that a candidate answers the question, by a logistic model over what speaks for it.
 *
 * Unsupported terms, a wrong period and excluding words weigh most: a question that the digest doesn't answer
 * nearly always names something that the digest doesn't have there.
 */
export function confidenceOf(query: Query, best: RankedCandidate | undefined): number {
  if (best === undefined) return 0;
  const { evidence } = best;
  let x = -0.4;
  x += 6 * (best.coverage - 0.55);
  x -= 6 * Math.max(0, evidence.missingShare - 0.12);
  x += 2.4 * (Math.min(1, best.fit) - 0.6);
  if (best.fit < 0.5) x -= 3.5;
  if (evidence.missingNames.length > 0) x -= 2.5;
  x -= 1.2 * evidence.missingConcepts.length;
  if (evidence.period === -1) x -= 6;
  if (evidence.closeness < 0.08 && best.mention !== null) x -= 1.5;
  if (evidence.period === 1) x += 0.4;
  if (query.periods.some((period) => period.interval !== null) && evidence.period === 0) x -= 0.8;
  x -= 5 * evidence.conflicts.length;
  if (evidence.focus !== null && evidence.focus < 0.3) x -= 1.6;
  if (query.terms.length === 0) x -= 4;
  x += 0.5;
  return 1 / (1 + Math.exp(-x));
}

/** What a question asks for that the best candidate lacks. */
export function missingOf(query: Query, best: RankedCandidate | undefined): Missing {
  if (best === undefined || best.coverage < 0.25) return { kind: "nothing" };
  const { evidence } = best;
  if (evidence.period === -1) return { kind: "period", words: query.periods.map((period) => query.question.slice(period.start, period.end)).join("、") };
  const place = query.terms.find((term) => evidence.missingNames.includes(term.surface));
  if (place !== undefined) return { kind: "subject", words: printed(query, place) };
  const missing = query.terms.find((term) => evidence.missing.includes(term.surface));
  if (missing !== undefined) return { kind: "metric", words: printed(query, missing) };
  return { kind: "type", words: "" };
}

function printed(query: Query, term: { readonly at: number; readonly surface: string }): string {
  return query.question.slice(term.at, term.at + term.surface.length);
}
