import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Retrieved } from "../search/retrieve.ts";
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

/** Candidates with less than this share of the best coverage aren't looked at any closer. */
const HOPELESS = 0.4;

/** Below this fit a candidate is most likely of another type than asked for. */
const POOR_FIT = 0.5;

/** What each kind of evidence adds to a candidate's score, in units of full coverage. */
const WORTH = {
  fit: 0.3,
  poorFit: -0.25,
  closeness: 0.12,
  period: 0.25,
  conflict: -0.3,
  focus: 0.15,
  unaskedPlace: -0.12,
  newer: 0.02,
};

/** Proposes candidates from the retrieved facts and ranks them, best first. */
export function rank(query: Query, retrieved: Retrieved, digest: Digest): RankedCandidate[] {
  const supports = new Map<string, ArticleSupport>();
  const seen = new Set<string>();
  const grounds = new Map<string, Grounds>();
  const proposed: { candidate: Candidate; support: ArticleSupport; grounds: Grounds }[] = [];
  let most = 0;
  const exclusions = exclusionsOf(query, digest);
  for (const fact of retrieved.facts) {
    const { reading, sentence } = fact;
    const place = `${reading.article.id}:${sentence.index}`;
    if (seen.has(place)) continue;
    seen.add(place);
    let support = supports.get(reading.article.id);
    if (support === undefined) {
      const issue = digest.issues[digest.issuePlaces.get(reading.article.issueId) ?? -1];
      support = supportIn(reading, digest.searched(reading), query.terms, fold(issue?.title ?? ""));
      supports.set(reading.article.id, support);
    }
    for (const candidate of propose(query, reading, sentence, digest.lexicon)) {
      const clause = candidate.mention === null || candidate.mention.kind === "list" ? sentence : candidate.clause;
      const key = `${place}:${clause === sentence ? "" : clause.start}`;
      const found = grounds.get(key) ?? groundsOf(query, candidate, clause, support, retrieved);
      grounds.set(key, found);
      most = Math.max(most, found.coverage);
      proposed.push({ candidate, support, grounds: found });
    }
  }
  const ranked = proposed
    .filter((one) => one.grounds.coverage >= most * HOPELESS)
    .map((one) => evaluate(query, one.candidate, one.support, one.grounds, exclusions, digest));
  return ranked.sort(
    (a, b) =>
      b.score - a.score || a.reading.article.id.localeCompare(b.reading.article.id) || a.span.start - b.span.start,
  );
}

function evaluate(
  query: Query,
  candidate: Candidate,
  support: ArticleSupport,
  grounds: Grounds,
  exclusions: Exclusions,
  digest: Digest,
): RankedCandidate {
  const { missing, missingFigures, missingShare, coverage, near, nameSupport, focus } = grounds;
  const conflicts = conflictsOf(query, candidate, exclusions, digest);
  const evidence: Evidence = {
    missing: [...missing.map((term) => term.surface), ...missingFigures],
    missingShare,
    nameSupport,
    near,
    missingNames: [...missing.filter((term) => term.role === "name").map((term) => term.surface), ...missingFigures],
    missingConcepts: missing.filter((term) => term.role === "concept").map((term) => term.surface),
    closeness: closenessOf(query, candidate, support),
    period: periodAgreement(query, candidate),
    conflicts,
    focus,
  };
  const score =
    coverage +
    WORTH.fit * candidate.fit +
    (candidate.fit < POOR_FIT ? WORTH.poorFit : 0) +
    WORTH.closeness * evidence.closeness +
    WORTH.period * evidence.period +
    WORTH.conflict * conflicts.length +
    WORTH.focus * (focus ?? 0.5) +
    WORTH.unaskedPlace * Number(isAboutUnaskedPlace(candidate, exclusions, digest)) +
    WORTH.newer * recency(candidate, digest);
  return { ...candidate, score, coverage, evidence };
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
