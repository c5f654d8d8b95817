import MiniSearch from "minisearch";
import type { SearchResult } from "minisearch";
import { terms } from "../text/term.ts";
import { BM25, FIELD_BOOST, FIELDS } from "./bm25.ts";
import { isWithin } from "./fact-index.ts";
import type {
  CandidateRequest,
  CandidateResult,
  FactIndex,
  IndexedFact,
  IndexSnapshot,
  TermFrequencies,
} from "./fact-index.ts";

interface Published {
  readonly version: string;
  readonly engine: MiniSearch<IndexedFact>;
  readonly facts: ReadonlyMap<string, IndexedFact>;
  /** Each fact's place in the snapshot, by its id. */
  readonly ordinals: ReadonlyMap<string, number>;
  readonly frequency: ReadonlyMap<string, number>;
}

/**
 * The index contract over minisearch, in memory: what the postings index is held to by tests, and can be replaced by.
 */
export function createMinisearchIndex(): FactIndex {
  let published: Published | null = null;
  return {
    publish: async (snapshot) => {
      if (published?.version !== snapshot.version) published = build(snapshot);
    },
    removeIssue: async (issueId) => {
      if (published === null) return;
      const facts = [...published.facts.values()].filter((fact) => fact.issueId !== issueId);
      if (facts.length < published.facts.size) published = build({ version: `${published.version}-${issueId}`, facts });
    },
    candidates: async (request) => (published === null ? { hits: [], complete: true } : search(published, request)),
    frequencies: async (asked) => countFrequencies(published, asked),
    fetch: async (ids) => ids.flatMap((id) => published?.facts.get(id) ?? []),
    version: async () => published?.version ?? null,
  };
}

function build(snapshot: IndexSnapshot): Published {
  const facts = [...snapshot.facts];
  const engine = new MiniSearch<IndexedFact>({
    fields: [...FIELDS],
    tokenize: terms,
    processTerm: encode,
    searchOptions: { boost: FIELD_BOOST, bm25: BM25 },
  });
  engine.addAll(facts);
  const frequency = new Map<string, number>();
  for (const fact of facts) {
    for (const term of new Set(terms(fact.statement))) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return {
    version: snapshot.version,
    engine,
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    ordinals: new Map(facts.map((fact, ordinal) => [fact.id, ordinal])),
    frequency,
  };
}

function search({ engine, facts, ordinals }: Published, request: CandidateRequest): CandidateResult {
  const issues = request.issueIds === undefined ? null : new Set(request.issueIds);
  const isWanted = (result: SearchResult): boolean => {
    const fact = facts.get(String(result.id));
    return fact !== undefined && (issues?.has(fact.issueId) ?? true) && isWithin(fact.date, request.period);
  };
  const encoded = new Map([...request.terms].map(([term, weight]) => [encode(term), weight]));
  const isFiltered = issues !== null || request.period !== undefined;
  const results = engine.search([...request.terms.keys()].join(" "), {
    tokenize: () => [...request.terms.keys()],
    boostTerm: (term) => encoded.get(term) ?? 1,
    ...(isFiltered ? { filter: isWanted } : {}),
  });
  const hits = results.map(({ id, score }) => ({ id: String(id), score }));
  return { hits: best(hits, request.limit, ordinals), complete: true };
}

/** The first hits; minisearch leaves equals in no order of ours, so they are put into that of the snapshot. */
function best(
  hits: CandidateResult["hits"],
  limit: number,
  ordinals: ReadonlyMap<string, number>,
): CandidateResult["hits"] {
  const least = hits[limit - 1]?.score ?? 0;
  const ordinalOf = ({ id }: { readonly id: string }): number => ordinals.get(id) ?? 0;
  return hits
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || ordinalOf(a) - ordinalOf(b))
    .slice(0, limit);
}

function countFrequencies(published: Published | null, asked: readonly string[]): TermFrequencies {
  const frequency = new Map(asked.map((term) => [term, published?.frequency.get(term) ?? 0]));
  return { facts: published?.facts.size ?? 0, frequency };
}

/**
 * Writes a term in ASCII. minisearch keeps terms in a tree that branches by character; thousands of Chinese characters
 * on one branch make every insertion slow, sixteen hexadecimal digits don't (measured: indexing in 40% of the time).
 * No term has a tilde, so 退 (U+9000) isn't 9000.
 */
function encode(term: string): string {
  if (!/[^\u0020-\u007e]/u.test(term)) return term;
  const units = Array.from({ length: term.length }, (_, i) => term.charCodeAt(i).toString(16).padStart(4, "0"));
  return `~${units.join("")}`;
}
