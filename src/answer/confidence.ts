import type { Query } from "../question/query.ts";
import type { Missing } from "./reply.ts";
import type { RankedCandidate } from "./candidate.ts";

/** At this estimated probability an answer is given; below, the question is refused. */
export const ANSWER_THRESHOLD = 0.5;

/** A name supported this well speaks, or is spoken of, in the candidate's paragraph. */
const SPEAKS = 0.6;

/**
 * Estimates the probability that a candidate answers the question, by a logistic model over what speaks for it.
 *
 * Unsupported terms, a wrong period and excluding words weigh most: a question that the digest doesn't answer
 * nearly always names something that the digest doesn't have there.
 */
export function confidenceOf(query: Query, best: RankedCandidate | undefined): number {
  if (best === undefined) return 0;
  const { evidence } = best;
  // Somebody's words are asked for in words of the asker's own: the speaker decides, not the wording.
  const wording = query.type === "opinion" && evidence.nameSupport >= SPEAKS ? 0.35 : 1;
  let x = 0.1;
  x += 7 * wording * (best.coverage - 0.6);
  x -= 6 * wording * Math.max(0, evidence.missingShare - 0.12);
  x += 2.4 * (Math.min(1, best.fit) - 0.6);
  if (best.fit < 0.5) x -= 3.5;
  if (best.mention !== null) x -= 4 * wording * Math.max(0, 0.6 - evidence.near);
  if (evidence.missingNames.length > 0) x -= 2.5;
  x -= 1.2 * wording * evidence.missingConcepts.length;
  if (evidence.period === -1) x -= 6;
  if (evidence.period === 1) x += 0.4;
  if (evidence.period === 0 && asksAnotherTime(query, best)) x -= query.type === "statement" ? 3 : 1.8;
  if (evidence.closeness < 0.08 && best.mention !== null) x -= 1.5;
  x -= 5 * evidence.conflicts.length;
  if (hasTellingFocus(query)) x -= focusPenalty(evidence.focus ?? 1, best.mention !== null);
  else if (query.focus?.role === "light" && (evidence.focus ?? 1) < 0.5) x -= 1;
  if (lacksModifier(query, best)) x -= 1.5;
  if (query.type === "opinion" && evidence.nameSupport < SPEAKS) x -= 2;
  if (query.terms.every((term) => term.role === "generic" || term.role === "light")) x -= 4;
  return 1 / (1 + Math.exp(-x));
}

/** Nothing near the candidate says when, and the question asks for a time other than the issue's own (今年, 本月). */
function asksAnotherTime(query: Query, best: RankedCandidate): boolean {
  const { issueDate } = best.reading;
  const asked = query.periods.filter((period) => period.interval !== null);
  if (asked.length === 0 || query.type === "time") return false;
  if (issueDate === null) return true;
  const day = `${issueDate.year}-${String(issueDate.month).padStart(2, "0")}-${String(issueDate.day ?? 28).padStart(2, "0")}`;
  return !asked.some(({ interval }) => interval !== null && interval.from <= day && day <= interval.to);
}

/** What is asked for has to stand by the figure; the further off it is, the more likely the figure is another's. */
function focusPenalty(support: number, isFigure: boolean): number {
  if (support < 0.3) return 1.6;
  if (support < 0.5) return 1.2;
  return isFigure && support < 0.65 ? 0.8 : 0;
}

/** 国际快递业务量 where the text has no 国际: a word in the phrase of the focus narrows it to something else. */
function lacksModifier(query: Query, best: RankedCandidate): boolean {
  const { focus } = query;
  if (focus === null) return false;
  let start = focus.at;
  for (const term of [...query.terms].reverse()) {
    if (term.at + term.surface.length !== start) continue;
    start = term.at;
    if (term.role !== "light" && term.role !== "generic" && best.evidence.missing.includes(term.surface)) return true;
  }
  return false;
}

function hasTellingFocus({ focus, type }: Query): boolean {
  return focus !== null && (type === "statement" || (focus.role !== "generic" && focus.role !== "light"));
}

/** What a question asks for that the best candidate lacks. */
export function missingOf(query: Query, best: RankedCandidate | undefined): Missing {
  if (best === undefined || best.coverage < 0.25) return { kind: "nothing" };
  const { evidence } = best;
  if (evidence.period === -1)
    return {
      kind: "period",
      words: query.periods.map((period) => query.printed.slice(period.start, period.end)).join("、"),
    };
  const place = query.terms.find((term) => evidence.missingNames.includes(term.surface));
  if (place !== undefined) return { kind: "subject", words: printed(query, place) };
  const missing = query.terms.find((term) => evidence.missing.includes(term.surface));
  if (missing !== undefined) return { kind: "metric", words: printed(query, missing) };
  return { kind: "type", words: "" };
}

function printed(query: Query, term: { readonly at: number; readonly surface: string }): string {
  return query.printed.slice(term.at, term.at + term.surface.length);
}
