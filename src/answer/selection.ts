import { retrieve } from "../search/retrieve.ts";
import type { Digest } from "../search/digest.ts";
import type { Query } from "../question/query.ts";
import type { RankedCandidate } from "./candidate.ts";
import { confidenceOf } from "./confidence.ts";
import { rank } from "./rank.ts";

/** The ranked candidates of a query and how sure the best is. */
export interface Selection {
  readonly query: Query;
  readonly ranked: readonly RankedCandidate[];
  readonly best: RankedCandidate | undefined;
  readonly confidence: number;
  readonly complete: boolean;
}

/** Retrieves, ranks and weighs: what the digest has for a query. */
export async function select(query: Query, digest: Digest, preferredArticle: string | null = null): Promise<Selection> {
  const retrieved = await retrieve(query, digest);
  let ranked = rank(query, retrieved, digest);
  if (preferredArticle !== null) {
    ranked = ranked
      .map((candidate) =>
        candidate.reading.article.id === preferredArticle ? { ...candidate, score: candidate.score + 0.2 } : candidate,
      )
      .sort((a, b) => b.score - a.score);
  }
  const best = deniedBy(query, ranked) ?? ranked[0];
  return {
    query,
    ranked,
    best,
    confidence: confidenceOf(query, best),
    complete: retrieved.complete,
  };
}

/**
 * A candidate that covers more than the best but is of another period than asked speaks against any answer: the
 * digest has the figure, for another time.
 */
function deniedBy(query: Query, ranked: readonly RankedCandidate[]): RankedCandidate | undefined {
  const best = ranked[0];
  if (best === undefined || best.evidence.period !== 0 || query.periods.every((period) => period.interval === null))
    return undefined;
  return ranked.find(
    (other) => other.evidence.period === -1 && other.fit >= best.fit && other.coverage > best.coverage + 0.1,
  );
}
