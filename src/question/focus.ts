import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Span } from "../text/span.ts";
import type { QueryTerm } from "./query.ts";

/** The term that names what is asked for: after 多少, 哪些 or "how many" where there is one, else right before. */
export function findFocus(
  folded: string,
  type: AnswerType,
  cue: Span | undefined,
  terms: readonly QueryTerm[],
): QueryTerm | null {
  if (cue === undefined) return null;
  const after = headAfter(folded, cue, terms);
  const before = terms.findLast(
    (term) =>
      term.at + term.surface.length <= cue.start &&
      /^[\s的是为约达有了在共]{0,4}$/u.test(folded.slice(term.at + term.surface.length, cue.start)),
  );
  switch (type) {
    case "name":
      return after ?? (/^被?[称誉比形看视评]/u.test(folded.slice(cue.start, cue.end)) ? null : (before ?? null));
    case "quantity":
    case "list":
    case "duration":
      return after ?? before ?? null;
    case "share":
    case "change":
    case "reason":
      return before ?? null;
    case "time":
    case "statement":
      return after ?? null;
    default:
      return null;
  }
}

/** The head of the words right after a question word: zones in "how many special exhibition zones does …". */
function headAfter(folded: string, cue: Span, terms: readonly QueryTerm[]): QueryTerm | undefined {
  let head: QueryTerm | undefined;
  let end = cue.end;
  for (const term of terms) {
    if (term.at < cue.end) continue;
    const gap = folded.slice(end, term.at);
    if (
      head === undefined
        ? !/^(?:[\s\p{Script=Han}的]{0,3}|'?s? (?:(?:the|an?|some|any) )?)$/u.test(gap)
        : gap !== " " || isWeak(term)
    )
      break;
    head = term;
    end = term.at + term.surface.length;
  }
  return head;
}

function isWeak(term: QueryTerm): boolean {
  return term.role === "generic" || term.role === "light";
}
