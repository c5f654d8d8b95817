import { retrieve } from "../search/retrieve.ts";
import type { Digest } from "../search/digest.ts";
import type { Query } from "../question/query.ts";
import { answerBeside } from "./answer-beside.ts";
import type { RankedCandidate } from "./candidate.ts";
import { confidenceOf } from "./confidence.ts";
import { rank } from "./rank.ts";

/** The ranked candidates of a query and how sure the best is. */
export interface Selection {
  readonly query: Query;
  readonly ranked: readonly RankedCandidate[];
  readonly best: RankedCandidate | undefined;
  /** The sentence that says what was asked about, where the best stands beside it. */
  readonly asked: RankedCandidate | null;
  readonly confidence: number;
  readonly complete: boolean;
}

/** What the article of the answer before gains in a follow-up, in the ranking's units. */
const SAME_ARTICLE = 1;

/** Retrieves, ranks and weighs: what the digest has for a query. */
export async function select(query: Query, digest: Digest, preferredArticle: string | null = null): Promise<Selection> {
  const retrieved = await retrieve(query, digest);
  let ranked = rank(query, retrieved, digest);
  if (preferredArticle !== null) {
    ranked = ranked
      .map((candidate) =>
        candidate.reading.article.id === preferredArticle
          ? { ...candidate, score: candidate.score + SAME_ARTICLE }
          : candidate,
      )
      .sort((a, b) => b.score - a.score);
  }
  const found = deniedBy(query, ranked) ?? fittingOf(query, newestOf(query, ranked, digest), ranked);
  const beside = found === undefined ? null : answerBeside(query, found, digest.lexicon);
  const best = beside ?? found;
  return {
    query,
    ranked,
    best,
    asked: beside === null ? null : (found ?? null),
    confidence: confidenceOf(query, best, ranked, digest),
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

/** From which fit on a candidate is of the kind asked for, and below which it isn't. */
const FITTING = { from: 0.75, below: 0.45 };

/** A sentence without the words that lead a reason is below this. */
const UNCUED = 0.7;

/** How far behind a fitting candidate of the same article may be. */
const BEHIND_FITTING = { score: 4, coverage: 0.3 };

/**
 * What isn't of the kind asked for hardly ever answers: where the same article has a candidate that is, not far behind,
 * that is meant. 在哪个场馆 "at which venue" isn't answered by the city.
 */
function fittingOf(
  query: Query,
  best: RankedCandidate | undefined,
  ranked: readonly RankedCandidate[],
): RankedCandidate | undefined {
  if (best === undefined) return undefined;
  const isUncued = query.type === "reason" && best.fit < UNCUED;
  if (best.fit >= FITTING.below && !isUncued) return best;
  const from = query.type === "reason" ? 1 : FITTING.from;
  const behind = isUncued ? BEHIND_FITTING.score / 2 : BEHIND_FITTING.score;
  return (
    ranked.find(
      (other) =>
        other.reading === best.reading &&
        other.fit >= from &&
        other.score >= best.score - behind &&
        other.coverage >= best.coverage - BEHIND_FITTING.coverage,
    ) ?? best
  );
}

/** How far behind the best an equally good candidate of a newer issue may be. */
const BEHIND = { score: 2, coverage: 0.03, fit: 0.05 };
/** The same for names, which change more seldom; what a sentence says at length isn't printed anew with each issue. */
const NAME_BEHIND = 1;

/** Without a period or an issue asked, the newest of the candidates that answer equally well: figures of a series repeat. */
function newestOf(query: Query, ranked: readonly RankedCandidate[], digest: Digest): RankedCandidate | undefined {
  const [best] = ranked;
  if (best === undefined || query.issue !== null || query.periods.length > 0) return best;
  if (best.mention === null) return best;
  const { kind } = best.mention;
  const behind = kind === "quantity" ? BEHIND.score : NAME_BEHIND;
  const place = (candidate: RankedCandidate): number =>
    digest.issuePlaces.get(candidate.reading.article.issueId) ?? digest.issues.length;
  return ranked
    .filter(
      (other) =>
        other.score >= best.score - behind &&
        other.coverage >= best.coverage - BEHIND.coverage &&
        other.fit >= best.fit - BEHIND.fit &&
        other.mention?.kind === kind,
    )
    .reduce((newest, other) => (place(other) < place(newest) ? other : newest), best);
}
