import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Retrieved } from "../search/retrieve.ts";
import type { LeaningClause, Sentence } from "../fact/reading.ts";
import type { ArticleSupport } from "../search/support.ts";
import type { Candidate, Evidence, RankedCandidate } from "./candidate.ts";
import type { Exclusions } from "./conflicts.ts";
import { conflictsOf, exclusionsOf, isAboutUnaskedPlace } from "./conflicts.ts";
import type { Grounds } from "./grounds.ts";
import { groundsOf } from "./grounds.ts";
import { kindredShare } from "./kindred.ts";
import { periodAgreement } from "./period-agreement.ts";
import type { Place } from "./place.ts";
import { placesOf } from "./place.ts";
import { propose } from "./propose.ts";
import { CandidateFeatures, createScorer } from "./ranking-features.ts";

/** Proposes candidates from the retrieved facts and ranks them, best first. */
export function rank(query: Query, retrieved: Retrieved, digest: Digest): RankedCandidate[] {
  const exclusions = exclusionsOf(query, digest);
  const scoreOf = createScorer(digest.lexicon.ranking.candidates, query);
  const ranked = placesOf(query, retrieved, digest).flatMap((place) => {
    const grounds = new Map<LeaningClause | Sentence, Grounds>();
    return propose(query, place.reading, place.sentence, digest.lexicon).map((candidate): RankedCandidate => {
      const clause =
        candidate.mention === null || candidate.mention.kind === "list" ? candidate.sentence : candidate.clause;
      const found = grounds.get(clause) ?? groundsOf(query, candidate, clause, place.support, retrieved);
      grounds.set(clause, found);
      const evidence = evidenceOf(query, candidate, place, found, exclusions, retrieved, digest);
      const { reading, sentence, span, mention, fit } = candidate;
      return {
        reading,
        sentence,
        clause: candidate.clause,
        span,
        mention,
        fit,
        score: scoreOf(candidate, evidence),
        coverage: found.coverage,
        evidence,
        features: new CandidateFeatures(query, candidate, evidence),
      };
    });
  });
  return ranked.sort(
    (a, b) =>
      b.score - a.score || a.reading.article.id.localeCompare(b.reading.article.id) || a.span.start - b.span.start,
  );
}

function evidenceOf(
  query: Query,
  candidate: Candidate,
  place: Place,
  grounds: Grounds,
  exclusions: Exclusions,
  retrieved: Retrieved,
  digest: Digest,
): Evidence {
  // Each field by itself: to copy objects whole costs more than all else here.
  return {
    coverage: grounds.coverage,
    near: grounds.near,
    nameSupport: grounds.nameSupport,
    missing: grounds.missing,
    missingNames: grounds.missingNames,
    farNames: grounds.farNames,
    missingConcepts: grounds.missingConcepts,
    missingShare: grounds.missingShare,
    missingBy: grounds.missingBy,
    focus: grounds.focus,
    engine: place.engine,
    article: place.article,
    wording: place.wording,
    mostWords: place.mostWords,
    mostTitled: place.mostTitled,
    hasNewName: place.hasNewName,
    headed: place.headed,
    recency: place.recency,
    kindred: () =>
      kindredShare(
        query.terms.filter(({ surface }) => grounds.missing.includes(surface)),
        retrieved,
        candidate.reading,
        candidate.sentence,
      ),
    closeness: closenessOf(query, candidate, place.support),
    period: periodAgreement(query, candidate, digest.lexicon.cues),
    conflicts: conflictsOf(query, candidate, exclusions, digest),
    isAboutUnaskedPlace: isAboutUnaskedPlace(candidate, exclusions, digest),
  };
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
