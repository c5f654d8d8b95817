import type { Fact } from "../fact/fact.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import { terms as indexTerms } from "../text/term.ts";
import type { Digest } from "./digest.ts";
import type { Kinship } from "./kinship.ts";
import { NO_KINSHIP } from "./kinship.ts";
import { issuesAsked } from "./issues-asked.ts";
import type { MatchArticle } from "./wording-match.ts";
import { matchWording } from "./wording-match.ts";
import type { WordingUnit } from "./wording-units.ts";
import { toUnit } from "./wording-units.ts";
import { wordingsOf } from "./wording.ts";

/** The facts that may answer a query, with what each of its terms is worth in this digest. */
export interface Retrieved {
  /** Best first, each with the engine's score over that of the best. */
  readonly found: readonly FoundFact[];
  /** Matches the question's wording, cut as the index is, with an article. */
  readonly match: MatchArticle;
  /** Each term's weight: its own times its rarity in the digest, 0 to about 1.2. */
  readonly weights: ReadonlyMap<QueryTerm, number>;
  /** Terms that stand somewhere in the digest, in some wording. */
  readonly known: ReadonlySet<QueryTerm>;
  /** Nearness of words in meaning, where the digest has a word of the question nowhere; else none is near. */
  readonly kinship: Kinship;
  readonly complete: boolean;
}

export interface FoundFact {
  readonly fact: Fact;
  /** 0 to 1. */
  readonly score: number;
}

/** How much a unit of the wording weighs in the search, beside the terms that the question was cut into. */
const WORDING = { character: 0.35, word: 0.7 };

/** How many facts the ranking looks at. */
const CANDIDATES = 40;
/** A term that stands in more than this share of the facts finds nothing by itself. */
const COMMON = 0.25;

/** A search, with what of the query it looked at. */
export interface RememberedSearch extends Pick<Query, "terms" | "wording" | "issue"> {
  readonly retrieved: Retrieved;
}

/** Finds candidate facts by the query's telling terms. */
export async function retrieve(query: Query, digest: Digest): Promise<Retrieved> {
  const { terms, wording, issue } = query;
  const known = digest.searches?.find(
    (search) => search.terms === terms && search.wording === wording && search.issue === issue,
  );
  if (known !== undefined) return known.retrieved;
  const retrieved = await search(query, digest);
  digest.searches?.push({ terms, wording, issue, retrieved });
  return retrieved;
}

async function search(query: Query, digest: Digest): Promise<Retrieved> {
  const byTerm = new Map(query.terms.map((term) => [term, wordingsOf(term)]));
  const wording = [...new Set(indexTerms(query.wording))].filter((unit) => !digest.lexicon.cues.stop.has(unit));
  const all = [...new Set([...wording, ...[...byTerm.values()].flat().flatMap(({ words }) => words)])];
  const { facts: total, frequency } = await digest.index.frequencies(all);
  const weights = new Map<QueryTerm, number>();
  const known = new Set<QueryTerm>();
  const asked = new Map<string, number>();
  for (const [term, wordings] of byTerm) {
    const counts = wordings.map(({ words }) => rarestOf(words, frequency));
    const count = Math.max(0, ...counts);
    const worth = rarity(count, total);
    if (count > 0) known.add(term);
    weights.set(
      term,
      term.weight * (count === 0 && (term.role === "generic" || term.role === "light") ? 0.5 * worth : worth),
    );
    const doubt = Math.sqrt(Math.max(1, counts.filter((facts) => facts > 0).length));
    for (const { words, factor } of wordings) {
      for (const word of words) {
        const df = frequency.get(word) ?? 0;
        if (df > 0)
          asked.set(
            word,
            Math.max(asked.get(word) ?? 0, (term.weight / doubt) * factor * (df > total * COMMON ? 0.2 : 1)),
          );
      }
    }
  }
  const isUnheard = query.terms.some((term) => term.role !== "name" && !known.has(term));
  const kinship = isUnheard ? await digest.kinship() : NO_KINSHIP;
  const units = wording.map((text) => toUnit(text, frequency.get(text) ?? 0, total));
  for (const { text, isCharacter } of units) {
    const df = frequency.get(text) ?? 0;
    const weight = (isCharacter ? WORDING.character : WORDING.word) * (df > total * COMMON ? 0.2 : 1);
    if (df > 0) asked.set(text, Math.max(asked.get(text) ?? 0, weight));
  }
  const match = matchArticles(query, units, digest);
  if (asked.size === 0) return { found: [], match, weights, known, kinship, complete: true };
  const { hits, complete } = await digest.index.candidates({
    terms: asked,
    limit: CANDIDATES,
    ...(query.issue === null ? {} : { issueIds: issuesAsked(query, digest).map(({ id }) => id) }),
  });
  const most = hits[0]?.score ?? 1;
  return {
    found: hits.flatMap((hit) => {
      const fact = digest.facts.get(hit.id);
      return fact === undefined ? [] : [{ fact, score: hit.score / most }];
    }),
    match,
    weights,
    known,
    kinship,
    complete,
  };
}

/** Of the same wording the units are the same, whatever the terms; the articles that it was matched with are kept. */
function matchArticles({ wording }: Query, units: readonly WordingUnit[], { searches }: Digest): MatchArticle {
  return searches?.find((search) => search.wording === wording)?.retrieved.match ?? matchWording({ wording }, units);
}

function rarestOf(terms: readonly string[], frequency: ReadonlyMap<string, number>): number {
  return terms.length === 0 ? 0 : Math.min(...terms.map((term) => frequency.get(term) ?? 0));
}

/** Inverse document frequency over its maximum, 0.25 to 1. */
function rarity(count: number, total: number): number {
  const most = Math.log(1 + (total + 1) / 0.5);
  return Math.max(0.25, Math.log(1 + (total + 1) / (count + 0.5)) / most);
}
