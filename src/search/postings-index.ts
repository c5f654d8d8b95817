import { FIELDS } from "./bm25.ts";
import { isWithin } from "./fact-index.ts";
import type {
  CandidateRequest,
  CandidateResult,
  FactIndex,
  FactSequence,
  IndexedFact,
  TermFrequencies,
} from "./fact-index.ts";
import { indexSnapshot } from "./index-snapshot.ts";
import type { IndexedSnapshot } from "./index-snapshot.ts";
import type { Postings } from "./postings.ts";
import { createScorer } from "./score-postings.ts";
import type { Scorer } from "./score-postings.ts";
import { chooseTerms } from "./term-choice.ts";

/** How many postings a search may begin with: about ten milliseconds' worth, which few questions need at 100,000 facts. */
const BUDGET = 1_000_000;
/** How many of the facts that the telling terms find best are then searched for the common ones. */
const SEARCHED_AGAIN = 1000;

export type { IndexedSnapshot } from "./index-snapshot.ts";

interface Published extends IndexedSnapshot {
  readonly facts: FactSequence;
  readonly scorer: Scorer;
}

/** The index over flat arrays, with what makes it again. */
export interface PostingsIndex extends FactIndex {
  /** What is indexed; null before the first publication. */
  readonly indexed: () => IndexedSnapshot | null;
}

/**
 * The index contract over flat arrays, in memory. It finds what minisearch finds, with the same scores, sooner at any size.
 *
 * @param ready An index made earlier: published instead of making one, where the version is the same; where some issues
 *   are the same, what it has of them is carried over.
 * @param budget How many postings a search begins with at most; what is commoner then decides between the best.
 */
export function createPostingsIndex(ready: IndexedSnapshot | null = null, budget = BUDGET): PostingsIndex {
  let unused = ready;
  let published: Published | null = null;
  return {
    publish: async (snapshot) => {
      if (published?.version === snapshot.version) return;
      published = open(await indexSnapshot(snapshot, published ?? unused), snapshot.facts);
      unused = null;
    },
    removeIssue: async (issueId) => {
      if (published === null || !published.issues.some(({ id }) => id === issueId)) return;
      const facts = [...published.facts].filter((fact) => fact.issueId !== issueId);
      published = open(await indexSnapshot({ version: `${published.version}-${issueId}`, facts }, null), facts);
    },
    candidates: async (request) =>
      published === null ? { hits: [], complete: true } : search(published, request, budget),
    frequencies: async (asked) => countFrequencies(published, asked),
    fetch: async (ids) => (published === null ? [] : fetch(published, ids)),
    version: async () => published?.version ?? null,
    indexed: () => published,
  };
}

function open(indexed: IndexedSnapshot, facts: FactSequence): Published {
  return { ...indexed, facts, scorer: createScorer(indexed.postings) };
}

function search(published: Published, request: CandidateRequest, budget: number): CandidateResult {
  const { facts, issues, issueOf, postings, scorer } = published;
  const asked = request.issueIds === undefined ? null : new Set(request.issueIds);
  const isWanted = issues.map(({ id, date }) => (asked?.has(id) ?? true) && isWithin(date, request.period));
  const wants = (fact: number): boolean => isWanted[issueOf[fact] ?? 0] ?? false;
  const { telling, common } = chooseTerms(request.terms, (term) => postingCount(postings, term), facts.length, budget);
  for (const [term, weight] of telling) scorer.addTerm(term, weight);
  if (common.length > 0) {
    const found = scorer.best(Math.max(SEARCHED_AGAIN, request.limit), wants).map(({ fact }) => fact);
    for (const [term, weight] of common) scorer.addTermTo(found, term, weight);
  }
  const best = scorer.best(request.limit, wants);
  scorer.clear();
  return { hits: best.map(({ fact, score }) => ({ id: facts.at(fact)?.id ?? "", score })), complete: true };
}

function postingCount({ numbers, starts }: Postings, term: string): number {
  const number = numbers.get(term);
  return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
}

function countFrequencies(published: Published | null, asked: readonly string[]): TermFrequencies {
  const statement = FIELDS.indexOf("statement");
  const countOf = (term: string): number => {
    const number = published?.postings.numbers.get(term);
    return number === undefined ? 0 : (published?.postings.frequencies[number * FIELDS.length + statement] ?? 0);
  };
  return { facts: published?.facts.length ?? 0, frequency: new Map(asked.map((term) => [term, countOf(term)])) };
}

/** Nothing fetches yet, so the facts are gone through rather than listed by id. */
function fetch({ facts }: Published, asked: readonly string[]): IndexedFact[] {
  const wanted = new Set(asked);
  const found = new Map<string, IndexedFact>();
  for (const fact of facts) if (wanted.has(fact.id)) found.set(fact.id, fact);
  return asked.flatMap((id) => found.get(id) ?? []);
}
