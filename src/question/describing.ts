import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import type { QueryTerm } from "./query.ts";

/** How much hangs on words that only say what kind of thing a name is of. */
const DESCRIBING = 0.4;

/**
 * Takes weight from the words that only introduce a name: "the toy maker" before Tuoqu, 做仓储机器人的 before 赫尔墨 "Hermo, which
 * makes warehouse robots". Who asks says it for safety; a text that speaks of the company need not say it again.
 */
export function lighten(terms: readonly QueryTerm[], folded: string, names: NameLexicon): QueryTerm[] {
  const describing = new Set(terms.flatMap((name, i) => (name.role === "name" ? before(terms, i, folded, names) : [])));
  return terms.map((term) =>
    describing.has(term) ? { ...term, role: "light", weight: Math.min(term.weight, DESCRIBING) } : term,
  );
}

/** The words that introduce the name at a place among the terms. */
function before(
  terms: readonly QueryTerm[],
  place: number,
  folded: string,
  { introductions, kindOfName }: NameLexicon,
): QueryTerm[] {
  const name = terms[place];
  if (name === undefined) return [];
  const introduced = introductions.exec(folded.slice(0, name.at));
  if (introduced !== null)
    return terms.filter(({ at, role }) => at >= introduced.index && at < name.at && role !== "name");
  const row: QueryTerm[] = [];
  for (let i = place - 1; i >= 0; i--) {
    const term = terms[i];
    const next = terms[i + 1];
    if (term === undefined || next === undefined || term.role === "name") break;
    if (!/^[ -]?$/u.test(folded.slice(term.at + term.surface.length, next.at))) break;
    row.push(term);
  }
  return row[0] !== undefined && kindOfName.test(row[0].surface) ? row : [];
}
