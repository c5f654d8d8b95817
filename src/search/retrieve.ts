import type { Fact } from "../fact/fact.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import { terms as indexTerms } from "../text/term.ts";
import type { Digest } from "./digest.ts";

/** The facts that may answer a query, with what each of its terms is worth in this digest. */
export interface Retrieved {
  readonly facts: readonly Fact[];
  /** Each term's weight: its own times its rarity in the digest, 0 to about 1.2. */
  readonly weights: ReadonlyMap<QueryTerm, number>;
  readonly complete: boolean;
}

/** How many facts the ranking looks at. */
const CANDIDATES = 40;
/** A term that stands in more than this share of the facts finds nothing by itself. */
const COMMON = 0.25;

/** Finds candidate facts by the query's telling terms. */
export async function retrieve(query: Query, digest: Digest): Promise<Retrieved> {
  const byTerm = new Map(
    query.terms.map((term) => [
      term,
      term.alternatives.map((alternative) => ({ ...alternative, terms: termsOf(alternative.text, alternative.isHan) })),
    ]),
  );
  const all = [...new Set([...byTerm.values()].flat().flatMap((alternative) => alternative.terms))];
  const { facts: total, frequency } = await digest.index.frequencies(all);
  const weights = new Map<QueryTerm, number>();
  const asked = new Map<string, number>();
  for (const [term, alternatives] of byTerm) {
    const counts = alternatives.map((alternative) => rarestOf(alternative.terms, frequency));
    const count = Math.max(0, ...counts);
    const worth = rarity(count, total);
    weights.set(
      term,
      term.weight * (count === 0 && (term.role === "generic" || term.role === "light") ? 0.5 * worth : worth),
    );
    for (const alternative of alternatives) {
      for (const word of alternative.terms) {
        const df = frequency.get(word) ?? 0;
        if (df > 0)
          asked.set(
            word,
            Math.max(asked.get(word) ?? 0, term.weight * alternative.factor * (df > total * COMMON ? 0.2 : 1)),
          );
      }
    }
  }
  if (asked.size === 0) return { facts: [], weights, complete: true };
  const { hits, complete } = await digest.index.candidates({ terms: asked, limit: CANDIDATES });
  return { facts: hits.flatMap((hit) => digest.facts.get(hit.id) ?? []), weights, complete };
}

/** Index terms of a wording: bigrams alone where a Chinese word has some, for single characters find everything. */
function termsOf(text: string, isHan: boolean): string[] {
  if (!isHan) return text.split(" ");
  const found = indexTerms(text);
  const long = found.filter((term) => term.length > 1);
  return long.length > 0 ? long : found;
}

function rarestOf(terms: readonly string[], frequency: ReadonlyMap<string, number>): number {
  return terms.length === 0 ? 0 : Math.min(...terms.map((term) => frequency.get(term) ?? 0));
}

/** Inverse document frequency over its maximum, 0.25 to 1. */
function rarity(count: number, total: number): number {
  const most = Math.log(1 + (total + 1) / 0.5);
  return Math.max(0.25, Math.log(1 + (total + 1) / (count + 0.5)) / most);
}
