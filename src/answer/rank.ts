import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Retrieved } from "../search/retrieve.ts";
import type { LeaningClause, Reading, Sentence } from "../fact/reading.ts";
import type { ArticleSupport } from "../search/support.ts";
import { supportIn } from "../search/support.ts";
import { fold } from "../text/fold.ts";
import type { Candidate, Evidence, RankedCandidate } from "./candidate.ts";
import type { Exclusions } from "./conflicts.ts";
import { conflictsOf, exclusionsOf, isAboutUnaskedPlace } from "./conflicts.ts";
import type { Grounds } from "./grounds.ts";
import { groundsOf } from "./grounds.ts";
import { periodAgreement } from "./period-agreement.ts";
import { propose } from "./propose.ts";
import { featuresOf, scoreOf } from "./ranking-features.ts";
import type { WordingMatch } from "./wording-match.ts";
import { matchWording } from "./wording-match.ts";

/** A sentence of the retrieved facts, with what is known of it before any candidate is. */
interface Place {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly support: ArticleSupport;
  readonly wording: WordingMatch;
  /** The engine's score over the best, 0 to 1. */
  readonly engine: number;
  /** The article's summed scores over those of the best article, 0 to 1. */
  readonly article: number;
}

/** Proposes candidates from the retrieved facts and ranks them, best first. */
export function rank(query: Query, retrieved: Retrieved, digest: Digest): RankedCandidate[] {
  const exclusions = exclusionsOf(query, digest);
  const weights = digest.lexicon.ranking.candidates;
  const places = placesOf(query, retrieved, digest);
  const best = {
    words: Math.max(...places.map(({ wording }) => wording.words)),
    titled: Math.max(...places.map(({ wording }) => wording.titled)),
  };
  const ranked = places.flatMap((place) => {
    const grounds = new Map<LeaningClause | Sentence, Grounds>();
    return propose(query, place.reading, place.sentence, digest.lexicon).map((candidate) => {
      const clause =
        candidate.mention === null || candidate.mention.kind === "list" ? candidate.sentence : candidate.clause;
      const found = grounds.get(clause) ?? groundsOf(query, candidate, clause, place.support, retrieved);
      grounds.set(clause, found);
      const evidence = evidenceOf(query, candidate, place, found, exclusions, digest);
      const features = featuresOf(query, candidate, evidence, best);
      return { ...candidate, score: scoreOf(weights, features), coverage: found.coverage, evidence, features };
    });
  });
  return ranked.sort(
    (a, b) =>
      b.score - a.score || a.reading.article.id.localeCompare(b.reading.article.id) || a.span.start - b.span.start,
  );
}

/** The sentences of the retrieved facts, each once. */
function placesOf(query: Query, retrieved: Retrieved, digest: Digest): Place[] {
  const byArticle = new Map<
    string,
    { support: ArticleSupport; match: (sentence: Sentence) => WordingMatch; score: number }
  >();
  const best = new Map<Sentence, { reading: Reading; engine: number }>();
  const matchArticle = matchWording(query, retrieved.units);
  for (const { fact, score } of retrieved.found) {
    const { reading, sentence } = fact;
    const known = byArticle.get(reading.article.id);
    if (known !== undefined) known.score += score;
    else {
      const searched = digest.searched(reading);
      const issue = digest.issues[digest.issuePlaces.get(reading.article.issueId) ?? -1];
      byArticle.set(reading.article.id, {
        support: supportIn(reading, searched, query.terms, fold(issue?.title ?? "")),
        match: matchArticle(reading, searched),
        score,
      });
    }
    if (!best.has(sentence)) best.set(sentence, { reading, engine: score });
  }
  const most = Math.max(...[...byArticle.values()].map(({ score }) => score));
  return [...best].flatMap(([sentence, { reading, engine }]) => {
    const article = byArticle.get(reading.article.id);
    return article === undefined
      ? []
      : [
          {
            reading,
            sentence,
            engine,
            support: article.support,
            wording: article.match(sentence),
            article: article.score / most,
          },
        ];
  });
}

function evidenceOf(
  query: Query,
  candidate: Candidate,
  place: Place,
  grounds: Grounds,
  exclusions: Exclusions,
  digest: Digest,
): Evidence {
  const { missing, missingFigures, missingShare, missingBy, near, nameSupport, focus, coverage } = grounds;
  return {
    coverage,
    engine: place.engine,
    article: place.article,
    wording: place.wording,
    missing: [...missing.map((term) => term.surface), ...missingFigures],
    missingShare,
    missingBy,
    nameSupport,
    near,
    missingNames: [...missing.filter((term) => term.role === "name").map((term) => term.surface), ...missingFigures],
    missingConcepts: missing.filter((term) => term.role === "concept").map((term) => term.surface),
    closeness: closenessOf(query, candidate, place.support),
    period: periodAgreement(query, candidate),
    conflicts: conflictsOf(query, candidate, exclusions, digest),
    focus,
    isAboutUnaskedPlace: isAboutUnaskedPlace(candidate, exclusions, digest),
    recency: recency(candidate, digest),
  };
}

/** 1 for the newest issue, less for older ones. */
function recency(candidate: Candidate, digest: Digest): number {
  return 1 / (1 + (digest.issuePlaces.get(candidate.reading.article.issueId) ?? digest.issues.length));
}

/** Mean closeness of the terms in the sentence to the candidate; 30 characters away counts half. */
function closenessOf(query: Query, candidate: Candidate, support: ArticleSupport): number {
  let sum = 0;
  for (const term of query.terms) {
    const gap = support.distance(term, candidate.sentence, candidate.span);
    if (gap !== null) sum += 1 / (1 + gap / 30);
  }
  for (const quantity of query.quantities) {
    const gaps = candidate.sentence.mentions
      .filter((mention) => mention.kind === "quantity" && mention.value.eq(quantity.value))
      .map((mention) => Math.max(mention.start - candidate.span.end, candidate.span.start - mention.end, 0));
    if (gaps.length > 0) sum += 1 / (1 + Math.min(...gaps) / 30);
  }
  const count = query.terms.length + query.quantities.length;
  return count === 0 ? 0 : sum / count;
}
