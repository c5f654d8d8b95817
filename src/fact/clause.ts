import type { Span } from "../text/span.ts";
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
