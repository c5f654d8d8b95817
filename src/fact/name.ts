import type { Name } from "./mention.ts";
import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { overlaps } from "../text/span.ts";
import { findActingOrganisations } from "./acting-organisation.ts";
import { findOrganisations } from "./organisation.ts";
import { findPeople } from "./person.ts";
import { findPlaces } from "./place.ts";

/**
 * Finds people, organisations, places, works and quoted terms in a folded paragraph, in order.
 *
 * Spans of different kinds may nest (湖北省商务厅 holds 湖北), those of one kind don't overlap.
 *
 * @param printed - The paragraph as printed: English names are told by their capitals.
 */
export function findNames(printed: string, folded: string, lexicon: NameLexicon): Name[] {
  const people = findPeople(printed, folded, lexicon);
  const places = findPlaces(printed, folded, lexicon).filter((name) => !people.some((p) => overlaps(p, name)));
  const organisations = findOrganisations(printed, folded, lexicon).filter(
    (name) =>
      !people.some((p) => overlaps(p, name)) && !places.some((p) => p.start === name.start && p.end === name.end),
  );
  const found = [...people, ...organisations, ...places, ...findQuotedTerms(printed)];
  return [...found, ...findActingOrganisations(folded, found, lexicon)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** Works in 《》 and terms in quotation marks of at most 40 units; a quoted sentence is speech, not a term. */
export function findQuotedTerms(printed: string): Name[] {
  const found: Name[] = [];
  for (const match of printed.matchAll(/《([^《》\n]{1,80})》|[“"「]([^“”"「」\n。！？；]{1,40})[”"」]/gu)) {
    const inner = match[1] ?? match[2] ?? "";
    const start = match.index + (match[1] === undefined ? 1 : 0);
    const end = match.index + match[0].length - (match[1] === undefined ? 1 : 0);
    if (inner.trim() === "") continue;
    found.push({ kind: match[1] === undefined ? "quoted" : "work", start, end, title: null });
  }
  return found;
}
