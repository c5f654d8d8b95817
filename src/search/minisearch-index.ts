import MiniSearch from "minisearch";
import type { SearchResult } from "minisearch";
import { terms } from "../text/term.ts";
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
  readonly facts: Map<string, IndexedFact>;
  readonly frequency: Map<string, number>;
}

/** How much a term counts in each field: in the statement itself, in its title, around it. */
const FIELD_BOOST = { statement: 1, title: 0.5, context: 0.35 };

/** The index contract over minisearch, in memory; the default up to about 100,000 facts. */
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
  const engine = new MiniSearch<IndexedFact>({
    fields: ["statement", "context", "title"],
    tokenize: terms,
    processTerm: encode,
  });
  engine.addAll([...snapshot.facts]);
  const frequency = new Map<string, number>();
  for (const fact of snapshot.facts) {
    for (const term of new Set(terms(fact.statement))) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return {
    version: snapshot.version,
    engine,
    facts: new Map(snapshot.facts.map((fact) => [fact.id, fact])),
    frequency,
  };
}

function search({ engine, facts }: Published, request: CandidateRequest): CandidateResult {
  const issues = request.issueIds === undefined ? null : new Set(request.issueIds);
  const isWanted = (result: SearchResult): boolean => {
    const fact = facts.get(String(result.id));
    return fact !== undefined && (issues?.has(fact.issueId) ?? true) && isWithin(fact.date, request.period);
  };
  const encoded = new Map([...request.terms].map(([term, weight]) => [encode(term), weight]));
  const isFiltered = issues !== null || request.period !== undefined;
  const results = engine.search([...request.terms.keys()].join(" "), {
    tokenize: () => [...request.terms.keys()],
    boost: FIELD_BOOST,
    boostTerm: (term) => encoded.get(term) ?? 1,
    ...(isFiltered ? { filter: isWanted } : {}),
  });
  return { hits: results.slice(0, request.limit).map(({ id, score }) => ({ id: String(id), score })), complete: true };
}

function isWithin(date: string | null, period: CandidateRequest["period"]): boolean {
  if (period === undefined) return true;
  return date !== null && period.from.slice(0, date.length) <= date && date <= period.to;
}

function countFrequencies(published: Published | null, asked: readonly string[]): TermFrequencies {
  const frequency = new Map(asked.map((term) => [term, published?.frequency.get(term) ?? 0]));
  return { facts: published?.facts.size ?? 0, frequency };
}

/**
 * Writes a term in ASCII. minisearch keeps terms in a tree that branches by character; thousands of Chinese characters
 * on one branch make every insertion slow, sixteen hexadecimal digits don't (measured: indexing in 40% of the time).
 */
function encode(term: string): string {
  if (!/[^\u0020-\u007e]/u.test(term)) return term;
  return Array.from({ length: term.length }, (_, i) => term.charCodeAt(i).toString(16).padStart(4, "0")).join("");
}
