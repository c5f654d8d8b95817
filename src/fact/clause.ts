import type { Span } from "../text/span.ts";
import type { Mention } from "./mention.ts";
import { trim } from "../text/span.ts";

/** A part of a sentence between commas. */
export interface Clause extends Span {
  /** Counts the semicolons before the clause: clauses of one segment share a subject more often. */
  readonly segment: number;
}

/** Splits a sentence at commas, semicolons, colons and dashes; not inside numbers, brackets or 《》. */
export function splitClauses(folded: string, sentence: Span): Clause[] {
  const clauses: Clause[] = [];
  let start = sentence.start;
  let segment = 0;
  let depth = 0;
  for (let i = sentence.start; i < sentence.end; i++) {
    const char = folded.charAt(i);
    if ("(《〈[".includes(char)) depth++;
    else if (")》〉]".includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !isBreak(folded, i)) continue;
    push(clauses, folded, { start, end: i }, segment);
    if (";。!?！？".includes(char)) segment++;
    start = i + 1;
  }
  push(clauses, folded, { start, end: sentence.end }, segment);
  return clauses;
}

/** Joins a clause that only says when (7月14日,国务院新闻办公室举行…) to the one that it leads to. */
export function withLeadingDates(folded: string, mentions: readonly Mention[], clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const [i, clause] of clauses.entries()) {
    const previous = joined.at(-1);
    const isLed = previous !== undefined && previous === clauses[i - 1] && isDate(folded, mentions, previous);
    if (isLed && previous.segment === clause.segment) joined[joined.length - 1] = { ...clause, start: previous.start };
    else joined.push(clause);
  }
  return joined;
}

function isDate(folded: string, mentions: readonly Mention[], clause: Clause): boolean {
  const date = mentions.find(
    ({ kind, start, end }) => kind === "period" && start >= clause.start && end === clause.end,
  );
  return date !== undefined && DATELINE.test(folded.slice(clause.start, date.start));
}

/** Nothing, a preposition, or 本报讯 "our own report" with who wrote it. */
const DATELINE =
  /^(?:截至|自|从|在|于|到|on|in|by|since)?\s*$|^[^\s]{0,6}讯(?:\s+记者)?(?:\s+\p{Script=Han}{2,4})*\s*$/u;

function push(clauses: Clause[], folded: string, span: Span, segment: number): void {
  const clause = trim(folded, span);
  if (clause.end > clause.start) clauses.push({ ...clause, segment });
}

function isBreak(folded: string, at: number): boolean {
  const char = folded.charAt(at);
  if (",:".includes(char)) return !(/\d/u.test(folded.charAt(at - 1)) && /\d/u.test(folded.charAt(at + 1)));
  return (
    ";，；：。！？!?…".includes(char) ||
    (char === "-" && folded.charAt(at + 1) === "-") ||
    (char === "-" && folded.charAt(at - 1) === " " && folded.charAt(at + 1) === " ")
  );
}
