import type { FactIndex } from "./fact-index.ts";
import { createMinisearchIndex } from "./minisearch-index.ts";
import type { IndexedSnapshot, PostingsIndex } from "./postings-index.ts";
import { createPostingsIndex } from "./postings-index.ts";

/** Up to so many facts minisearch answers in about a millisecond; bench/README.md shows what comes after. */
export const MINISEARCH_FACTS = 1000;

/**
 * The index contract over the engine that suits a snapshot's size: minisearch for small ones, flat arrays for large
 * ones. Both find the same facts with the same scores.
 *
 * @param ready An index over flat arrays made earlier: published instead of making one, where the version is the same.
 */
export function createSizedIndex(ready: IndexedSnapshot | null = null): PostingsIndex {
  let unused = ready;
  let engine: FactIndex = createMinisearchIndex();
  let large: PostingsIndex | null = null;
  return {
    publish: async (snapshot) => {
      if (snapshot.facts.length <= MINISEARCH_FACTS) {
        const next = large === null ? engine : createMinisearchIndex();
        await next.publish(snapshot);
        [engine, large] = [next, null];
      } else {
        const next = large ?? createPostingsIndex(unused);
        unused = null;
        await next.publish(snapshot);
        [engine, large] = [next, next];
      }
    },
    removeIssue: async (issueId) => engine.removeIssue(issueId),
    candidates: async (request) => engine.candidates(request),
    frequencies: async (terms) => engine.frequencies(terms),
    fetch: async (ids) => engine.fetch(ids),
    version: async () => engine.version(),
    indexed: () => large?.indexed() ?? null,
  };
}
