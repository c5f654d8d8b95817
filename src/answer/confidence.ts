import type { Lexicon } from "../fact/lexicon.ts";
import type { Digest } from "../search/digest.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import { coversDay } from "./period-agreement.ts";
import { REASON } from "./propose-sentences.ts";
import { asksForMembers } from "./propose-names.ts";
import type { Features } from "./ranking-features.ts";
import { scoreOf } from "./ranking-features.ts";
import type { Missing } from "./reply.ts";
import { fold } from "../text/fold.ts";
import { detectLanguage } from "../text/script.ts";
import type { RankedCandidate } from "./candidate.ts";

/** At this estimated probability an answer is given; below, the question is refused. */
export const ANSWER_THRESHOLD = 0.5;

/** A name supported this well speaks, or is spoken of, in the candidate's paragraph. */
const SPEAKS = 0.6;

/**
 * Estimates the probability that a candidate answers the question, by a logistic model over what speaks for it.
 *
 * @param ranked - All candidates: a close rival from elsewhere makes the best one doubtful.
 */
export function confidenceOf(
  query: Query,
  best: RankedCandidate | undefined,
  ranked: readonly RankedCandidate[],
  digest: Digest,
): number {
  if (best === undefined) return 0;
  const { dated, undated } = digest.lexicon.ranking.confidence;
  const weights = isReference(query, best) ? undated : dated;
  const score = best.features.weighedBy(weights) + scoreOf(weights, ownFeatures(query, best, ranked, digest));
  return 1 / (1 + Math.exp(-score));
}

/** Tells whether a text without a date is asked in its own language: for that there are weights of its own. */
export function isReference(query: Query, { reading, sentence }: RankedCandidate): boolean {
  return (
    reading.issueDate === null && detectLanguage(reading.folded.slice(sentence.start, sentence.end)) === query.language
  );
}

/** What a confidence is estimated from: the evidence of the best candidate, and how far ahead it is. */
export function confidenceFeatures(
  query: Query,
  best: RankedCandidate,
  ranked: readonly RankedCandidate[],
  digest: Pick<Digest, "lexicon">,
): Features {
  return { ...best.features.named(), ...ownFeatures(query, best, ranked, digest) };
}

/** What the confidence looks at beside the features of the ranking. */
function ownFeatures(
  query: Query,
  best: RankedCandidate,
  ranked: readonly RankedCandidate[],
  { lexicon }: Pick<Digest, "lexicon">,
): Features {
  const { evidence } = best;
  const rival = ranked.find((other) => other.sentence !== best.sentence);
  const elsewhere = ranked.find((other) => other.reading !== best.reading);
  const isFigure = best.mention !== null;
  const focus = evidence.focus ?? 1;
  // Somebody's words are asked for in words of the asker's own: the speaker decides, not the wording.
  const isOpinion = query.type === "opinion" && evidence.nameSupport >= SPEAKS;
  const kindred = evidence.kindred();
  const uncued = query.type === "reason" ? (REASON.sure - best.fit) / (REASON.sure - REASON.other) : 0;
  const telling = query.terms.filter((term) => term.role !== "generic" && term.role !== "light");
  return {
    bias: 1,
    score: best.score / 10,
    lead: Math.min(3, rival === undefined ? 3 : best.score - rival.score) / 3,
    leadElsewhere: Math.min(3, elsewhere === undefined ? 3 : best.score - elsewhere.score) / 3,
    lowCoverage: Math.max(0, 0.6 - evidence.coverage),
    veryLowCoverage: Math.max(0, 0.4 - evidence.coverage),
    muchMissing: Math.max(0, evidence.missingShare - 0.12),
    far: isFigure ? Math.max(0, 0.6 - evidence.near) : 0,
    missingNames: Math.min(2, evidence.missingNames.length),
    missingPlace: Number(lacksPlace(query, best, lexicon)),
    concepts: Math.min(3, evidence.missingConcepts.length),
    otherTime: Number(evidence.period === 0 && asksAnotherTime(query, best)),
    isolated: Number(evidence.closeness < 0.08 && isFigure),
    anyConflict: Number(evidence.conflicts.length > 0),
    focusAbsent: Number(hasTellingFocus(query) && focus < 0.3),
    focusFar: Number(hasTellingFocus(query) && focus < 0.5),
    focusAside: Number(hasTellingFocus(query) && isFigure && focus < 0.65),
    lightFocusFar: Number(query.focus?.role === "light" && focus < 0.5),
    lacksModifier: Number(lacksModifier(query, best)),
    opinionHeard: Number(isOpinion),
    opinionUnheard: Number(query.type === "opinion" && !isOpinion),
    opinionLow: isOpinion ? Math.max(0, 0.6 - evidence.coverage) : 0,
    vague: Number(telling.length === 0),
    few: 1 / (1 + telling.length),
    // A time in the role that is asked for (自8月1日起 to "from when does it apply") says what the act is.
    timeMissing:
      query.type === "time" ? Math.max(best.fit > 1 ? 0 : missingActs(query, best), evidence.missingShare) : 0,
    reasonMissing: query.type === "reason" ? evidence.missingShare : 0,
    reasonActs: query.type === "reason" ? missingActs(query, best) : 0,
    restated: uncued * evidence.near,
    uncuedReason: uncued,
    kindred: kindred * evidence.missingShare,
    unsaid: (1 - kindred) * evidence.missingShare,
    namesOnly: Number(evidence.missingNames.length === 0 && query.terms.some((term) => term.role === "name")),
    figure: Number(isFigure),
    figureMissing: isFigure ? evidence.missingShare : 0,
    missingContent: evidence.missingBy.content,
    missingConcept: evidence.missingBy.concept,
    missingNameShare: evidence.missingBy.name,
    missingLight: evidence.missingBy.light + evidence.missingBy.generic,
    missingElsewhere: evidence.missingBy.elsewhere,
    figureMissingContent: isFigure ? evidence.missingBy.content + evidence.missingBy.concept : 0,
    onlyPartOfPeriod: Number(evidence.period === 0.5 && isFigure && best.mention?.kind === "quantity"),
    membersAsked: Number(asksForMembers(query) && best.mention?.kind !== "list"),
    yesNo: Number(query.isYesNo),
    english: Number(query.language === "en"),
  };
}

/** Nothing near the candidate says when, and the question asks for a time other than the issue's own (今年, 本月). */
function asksAnotherTime(query: Query, best: RankedCandidate): boolean {
  const { issueDate } = best.reading;
  const asked = query.periods.filter((period) => period.interval !== null);
  if (asked.length === 0 || query.type === "time") return false;
  if (issueDate === null) return true;
  return !coversDay(asked, { ...issueDate, day: issueDate.day ?? 28 });
}

/**
 * 湖南 where the text has no 湖南: what holds elsewhere answers nothing. A figure is of the place only where that is named beside
 * it: 境外仓库58个 "58 warehouses abroad" doesn't say how many are in 哈萨克斯坦, of which the article speaks further on.
 */
function lacksPlace({ terms }: Query, { evidence, mention }: RankedCandidate, { names }: Lexicon): boolean {
  const lacking = mention?.kind === "quantity" ? evidence.farNames : evidence.missingNames;
  return terms.some(
    ({ surface, alternatives }) =>
      lacking.includes(surface) &&
      !alternatives.some(({ text }) => names.home.has(text)) &&
      alternatives.some(({ text }) => names.placePattern.test(text)),
  );
}

/**
 * The share of acts (施行 "take effect", 成立 "found") that the text lacks: when one thing happened says nothing of another.
 * A verb of one character says too little to be one.
 */
function missingActs({ terms }: Query, { evidence }: RankedCandidate): number {
  const acts = terms.filter(({ role, surface }) => (role === "light" || role === "generic") && surface.length > 1);
  return acts.length === 0 ? 0 : acts.filter(({ surface }) => evidence.missing.includes(surface)).length / acts.length;
}

/** 国际快递业务量 where the text has no 国际: a word in the phrase of the focus narrows it to something else. */
function lacksModifier(query: Query, best: RankedCandidate): boolean {
  const { focus } = query;
  if (focus === null) return false;
  let start = focus.at;
  for (const term of [...query.terms].reverse()) {
    if (term.at + term.surface.length !== start) continue;
    start = term.at;
    if (term.role !== "light" && term.role !== "generic" && best.evidence.missing.includes(term.surface)) return true;
  }
  return false;
}

function hasTellingFocus({ focus, type }: Query): boolean {
  return focus !== null && (type === "statement" || (focus.role !== "generic" && focus.role !== "light"));
}

/** What a question asks for that the best candidate lacks. */
export function missingOf(query: Query, best: RankedCandidate | undefined): Missing {
  if (best === undefined && query.issue !== null)
    return { kind: "issue", words: query.printed.slice(query.issue.start, query.issue.end) };
  if (best === undefined || best.coverage < 0.25) return { kind: "nothing" };
  const { evidence } = best;
  const own = query.periods.filter(({ start }) => start >= 0);
  if (evidence.period === -1 && own.length > 0)
    return { kind: "period", words: own.map(({ start, end }) => query.printed.slice(start, end)).join("、") };
  const place = query.terms.find((term) => evidence.missingNames.includes(term.surface));
  if (place !== undefined) return { kind: "subject", words: printed(query, place) };
  const missing = mostTelling(query.terms.filter((term) => evidence.missing.includes(term.surface)));
  if (missing !== undefined) return { kind: "metric", words: printed(query, missing) };
  return { kind: "type", words: "" };
}

/** The first term that tells most; words that say little (主要 "mainly", 说 "say") are no reason for a refusal. */
function mostTelling(terms: readonly QueryTerm[]): QueryTerm | undefined {
  const telling = terms.filter(({ role, surface }) => role !== "generic" && surface.length > 1);
  return telling.find(({ role }) => role !== "light") ?? telling[0];
}

/** A term as it was written; one that was taken over from the question before stands elsewhere. */
function printed(query: Query, { at, surface }: { readonly at: number; readonly surface: string }): string {
  const words = query.printed.slice(at, at + surface.length);
  return fold(words) === surface ? words : surface;
}
