import { periodAt, placeAt } from "../fact/context.ts";
import type { Interval, Period, Quantity } from "../fact/mention.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Retrieved } from "../search/retrieve.ts";
import type { ArticleSupport } from "../search/support.ts";
import { supportIn } from "../search/support.ts";
import { fold } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import type { Candidate, Evidence, RankedCandidate } from "./candidate.ts";
import { propose } from "./propose.ts";

/** Candidates with less than this share of the best coverage aren't looked at any closer. */
const HOPELESS = 0.4;
/** Below this support a term counts as not found around a candidate. */
const UNSUPPORTED = 0.3;
/** From this support on, a term stands in the candidate's sentence or one that it goes on from. */
const NEAR = 0.5;

/** Below this fit a candidate is most likely of another type than asked for. */
const POOR_FIT = 0.5;

/** What each kind of evidence adds to a candidate's score, in units of full coverage. */
const WORTH = { fit: 0.3, poorFit: -0.25, closeness: 0.12, period: 0.25, conflict: -0.3, focus: 0.15, unaskedPlace: -0.12, newer: 0.02 };

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
      const issue = digest.issues.find((other) => other.id === reading.article.issueId);
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
  const ranked = proposed.filter((one) => one.grounds.coverage >= most * HOPELESS).map((one) => evaluate(query, one.candidate, one.support, one.grounds, exclusions, digest));
  return ranked.sort((a, b) => b.score - a.score || a.reading.article.id.localeCompare(b.reading.article.id) || a.span.start - b.span.start);
}

/** How a clause is grounded in the question's terms: the same for all candidates in it. */
interface Grounds {
  readonly coverage: number;
  readonly near: number;
  readonly nameSupport: number;
  readonly missing: readonly QueryTerm[];
  readonly missingFigures: readonly string[];
  readonly missingShare: number;
  readonly focus: number | null;
}

function groundsOf(query: Query, candidate: Candidate, clause: Span, support: ArticleSupport, retrieved: Retrieved): Grounds {
  const { sentence } = candidate;
  let total = 0;
  let covered = 0;
  let near = 0;
  let nameSupport = 1;
  let missingWeight = 0;
  const missing: QueryTerm[] = [];
  const missingFigures: string[] = [];
  for (const term of query.terms) {
    const weight = (retrieved.weights.get(term) ?? term.weight) * (query.type === "opinion" && term.role !== "name" ? 0.4 : 1);
    const found = Math.max(support.support(term, sentence, clause), term.role === "name" && isSpeech(query) && support.holds(term, blockOf(candidate)) ? 0.95 : 0);
    total += weight;
    covered += weight * found;
    if (found >= NEAR) near += weight;
    if (term.role === "name") nameSupport = Math.min(nameSupport, found);
    if (found < UNSUPPORTED) {
      missing.push(term);
      missingWeight += weight;
    }
  }
  for (const quantity of query.isYesNo ? [] : query.quantities) {
    const found = figureSupport(quantity, candidate);
    const weight = isPassing(quantity) ? 0.3 : 1;
    total += weight;
    covered += weight * found;
    near += weight * found;
    if (found === 0) {
      missingWeight += weight;
      if (!isPassing(quantity)) missingFigures.push(query.folded.slice(quantity.start, quantity.end));
    }
  }
  const share = (part: number): number => (total === 0 ? 0 : part / total);
  return {
    coverage: share(covered),
    near: share(near),
    nameSupport,
    missing,
    missingFigures,
    missingShare: total === 0 ? 1 : missingWeight / total,
    focus: query.focus === null ? null : support.support(query.focus, sentence, clause),
  };
}

function evaluate(query: Query, candidate: Candidate, support: ArticleSupport, grounds: Grounds, exclusions: Exclusions, digest: Digest): RankedCandidate {
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

/** Who speaks in a paragraph speaks in all its quoted sentences. */
function isSpeech(query: Query): boolean {
  return query.type === "opinion" || query.type === "speaker";
}

function blockOf({ reading, sentence }: Candidate): Span {
  return reading.article.blocks[sentence.block] ?? sentence;
}

/** 1 for the newest issue, less for older ones. */
function recency(candidate: Candidate, digest: Digest): number {
  const place = digest.issues.findIndex((issue) => issue.id === candidate.reading.article.issueId);
  return 1 / (1 + place);
}

/** Mean closeness of the terms in the sentence to the candidate; 30 characters away counts half. */
function closenessOf(query: Query, candidate: Candidate, support: ArticleSupport): number {
  let sum = 0;
  for (const term of query.terms) {
    const gap = support.distance(term, candidate.sentence, candidate.span);
    if (gap !== null) sum += 1 / (1 + gap / 30);
  }
  for (const quantity of query.quantities) {
    const gaps = candidate.sentence.mentions.filter((mention) => mention.kind === "quantity" && mention.value.eq(quantity.value)).map((mention) => Math.max(mention.start - candidate.span.end, candidate.span.start - mention.end, 0));
    if (gaps.length > 0) sum += 1 / (1 + Math.min(...gaps) / 30);
  }
  const count = query.terms.length + query.quantities.length;
  return count === 0 ? 0 : sum / count;
}

/** 1 the asked period, 0.5 within it, 0 nothing said or asked, −1 another. */
export function periodAgreement(query: Query, candidate: Candidate): number {
  const asked = query.periods.filter((period) => period.interval !== null);
  if (asked.length === 0 || query.type === "time") return 0;
  const period = candidate.mention?.kind === "period" ? candidate.mention : periodAt(candidate.reading, candidate.sentence, candidate.span.start);
  if (period === null || period.interval === null) return isOutsideIssue(asked, candidate) ? -1 : 0;
  let best = -1;
  for (const { interval } of asked) {
    if (interval === null) continue;
    if (interval.from === period.interval.from && interval.to === period.interval.to) best = Math.max(best, 1);
    else if (interval.from <= period.interval.from && period.interval.to <= interval.to) best = Math.max(best, 0.5);
  }
  if (best < 0 && isWiderButTitled(asked, period.interval, candidate)) return 0.5;
  return best < 0 && sentenceHolds(candidate, asked.map((one) => one.interval)) && candidate.mention?.kind !== "quantity" ? 0.5 : best;
}

/** 年内首次超过30% in an article about June is June's: the whole year stands nearest, and the paragraph or the title says which. */
function isWiderButTitled(asked: readonly Period[], near: Interval, { reading, sentence }: Candidate): boolean {
  return asked.some(({ interval }) => {
    if (interval === null || !near.from.endsWith("-01-01") || !near.to.endsWith("-12-31") || near.from > interval.from || near.to < interval.to) return false;
    const paragraph = reading.sentences.filter((other) => other.block === sentence.block && other.index < sentence.index).flatMap((other) => other.mentions);
    return [...reading.titlePeriods, ...paragraph].some((period) => period.kind === "period" && period.interval?.from === interval.from && period.interval.to === interval.to);
  });
}

/** A figure without any period is the issue's own time's; asked for years before or after, it is another. */
function isOutsideIssue(asked: readonly Period[], { reading }: Candidate): boolean {
  const year = reading.issueDate?.year;
  return year !== undefined && asked.every(({ interval }) => interval !== null && (Number(interval.to.slice(0, 4)) < year || Number(interval.from.slice(0, 4)) > year));
}

/** 两种, 四个, 一年里: small counts and spans of time are the question's wording more often than the text's. */
function isPassing({ dimension, value }: Quantity): boolean {
  return dimension === "duration" || dimension === "ordinal" || ((dimension === "count" || dimension === "ratio") && value.lte(20));
}

/** A figure that the question states: 1 in the candidate's clause, 0.8 in its sentence, 0 elsewhere. */
function figureSupport(asked: Quantity, { sentence, clause }: Candidate): number {
  const equal = sentence.mentions.filter((mention) => mention.kind === "quantity" && mention.value.eq(asked.value));
  return equal.some((mention) => mention.start >= clause.start && mention.end <= clause.end) ? 1 : equal.length > 0 ? 0.8 : 0;
}

/** Tells whether the sentence itself names an asked period, whatever stands nearest. */
function sentenceHolds(candidate: Candidate, asked: readonly ({ from: string; to: string } | null)[]): boolean {
  return candidate.sentence.mentions.some((mention) => mention.kind === "period" && asked.some((interval) => interval !== null && mention.interval?.from === interval.from && mention.interval.to === interval.to));
}

/** What of a question may be excluded by other words, worked out once for all candidates. */
interface Exclusions {
  /** Sets of which the question names a member, with what it names. */
  readonly contrasts: readonly { readonly set: readonly string[]; readonly asked: readonly string[] }[];
  readonly asksHome: boolean;
  readonly asksPlace: boolean;
}

function exclusionsOf(query: Query, digest: Digest): Exclusions {
  const { home, placePattern } = digest.lexicon.names;
  const wordings = query.terms.flatMap((term) => term.alternatives);
  const spoken = [query.folded, ...wordings.filter((wording) => wording.factor > 0.9).map((wording) => wording.text)].join(" ");
  return {
    contrasts: digest.lexicon.cues.contrasts.map((set) => ({ set, asked: membersIn(spoken, set) })).filter(({ asked }) => asked.length > 0),
    asksHome: wordings.some((wording) => home.has(wording.text)),
    asksPlace: wordings.some((wording) => placePattern.test(wording.text) && !home.has(wording.text)),
  };
}

/** Words and places near the candidate that exclude what was asked. */
function conflictsOf(query: Query, candidate: Candidate, exclusions: Exclusions, digest: Digest): string[] {
  const conflicts: string[] = [];
  const { reading, sentence, clause, mention } = candidate;
  const near = scopeBefore(candidate);
  for (const { set, asked } of exclusions.contrasts) {
    const own = [membersIn(reading.folded.slice(clause.start, clause.end), set), membersIn(reading.folded.slice(near.start, near.end), set)].find((found) => found.length > 0);
    if (own === undefined || own.some((word) => asked.includes(word))) continue;
    if (mention?.kind === "quantity" || asked.length === 1) conflicts.push(...own.slice(0, 1));
  }
  const place = placeConflict(candidate, exclusions, digest) ?? otherPlace(query, candidate, digest);
  if (place !== null) conflicts.push(place);
  const numbered = otherNumber(query.folded, reading.folded.slice(sentence.start, sentence.end));
  if (numbered !== null) conflicts.push(numbered);
  if (query.base !== null && mention?.kind === "quantity" && mention.change?.base != null && mention.change.base !== query.base) conflicts.push(query.base);
  return [...new Set(conflicts)];
}

/** The sentence up to the candidate, from its statement's first clause on. */
function scopeBefore({ sentence, span }: Candidate): Span {
  return { start: sentence.start, end: span.end };
}

/** Members of a contrast set in a text, the longest first: 进出口 hides 出口. */
export function membersIn(text: string, set: readonly string[]): string[] {
  if (!set.some((word) => text.includes(word))) return [];
  let rest = text;
  const found: string[] = [];
  for (const word of [...set].sort((a, b) => b.length - a.length)) {
    if (!rest.includes(word)) continue;
    found.push(word);
    rest = rest.replaceAll(word, " ");
  }
  return found;
}

/** The factory in Thailand where the one in Hungary was asked for: another place of the same level leads the statement. */
function otherPlace(query: Query, candidate: Candidate, digest: Digest): string | null {
  const { reading, sentence, span, mention } = candidate;
  if (mention === null || mention.kind === "place" || mention.kind === "list") return null;
  const { countryPattern, provinces, placePattern } = digest.lexicon.names;
  const levelOf = (name: string): string | null => (countryPattern.test(name) ? "country" : provinces.has(name) ? "province" : placePattern.test(name) ? "city" : null);
  const text = reading.folded.slice(sentence.start, sentence.end);
  for (const term of query.terms) {
    const names = term.alternatives.map((alternative) => alternative.text);
    const level = names.map((name) => levelOf(name)).find((found) => found !== null);
    if (level === undefined || names.some((name) => text.includes(name))) continue;
    const other = sentence.mentions.find((place) => place.kind === "place" && place.end <= span.start && levelOf(reading.folded.slice(place.start, place.end).replace(/[省市]$/u, "")) === level);
    if (other !== undefined) return reading.folded.slice(other.start, other.end);
  }
  return null;
}

const NUMBERED = /第?(?<number>[一二三四五六七八九十]+|\d+)(?<kind>期|届|代|批|号线|号楼|级)/gu;

/** 四期码头 where 三期 was asked for: the same kind of thing with another number. */
function otherNumber(asked: string, text: string): string | null {
  for (const { groups: wanted } of asked.matchAll(NUMBERED)) {
    const same = [...text.matchAll(NUMBERED)].filter(({ groups }) => groups?.["kind"] === wanted?.["kind"]);
    if (same.length > 0 && !same.some(({ groups }) => groups?.["number"] === wanted?.["number"])) return same[0]?.[0] ?? null;
  }
  return null;
}

/** A figure of one province is a lesser answer to a question that names no place. */
function isAboutUnaskedPlace(candidate: Candidate, { asksPlace }: Exclusions, digest: Digest): boolean {
  if (candidate.mention?.kind !== "quantity" || asksPlace) return false;
  const { placePattern, home } = digest.lexicon.names;
  const { folded } = candidate.reading;
  return candidate.sentence.mentions.some((mention) => mention.kind === "place" && mention.end <= candidate.span.start && placePattern.test(folded.slice(mention.start, mention.end)) && !home.has(folded.slice(mention.start, mention.end)));
}

/** A figure for 湖北 doesn't answer for 全国, and the other way round. */
function placeConflict(candidate: Candidate, { asksHome, asksPlace }: Exclusions, digest: Digest): string | null {
  if (candidate.mention?.kind !== "quantity" || !asksHome || asksPlace) return null;
  const { home } = digest.lexicon.names;
  const place = placeAt(candidate.reading, candidate.sentence, candidate.span.start);
  if (place === null) return null;
  const name = candidate.reading.folded.slice(place.start, place.end);
  return home.has(name) || [...home].some((word) => name.startsWith(word)) ? null : name;
}
