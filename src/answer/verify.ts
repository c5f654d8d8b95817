import { periodAt } from "../fact/context.ts";
import type { Name, Quantity } from "../fact/mention.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { contains, slice } from "../text/span.ts";
import type { RankedCandidate } from "./candidate.ts";
import { membersIn } from "./conflicts.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";

/** Whether what a question claims is so; false comes with what the text says instead. */
export interface Verdict {
  readonly isTrue: boolean;
  /** The words of the text that stand against the claim; null where it is true. */
  readonly correction: string | null;
  readonly evidence: RankedCandidate;
  readonly confidence: number;
}

/**
 * Checks a yes/no question against the best statement: figures, direction, period, contrasts and names.
 *
 * One contested word may be missing from the text, where the statement holds another of its kind in its place;
 * with anything else missing there is no verdict.
 */
export async function verify(query: Query, digest: Digest): Promise<Verdict | null> {
  const selection = await select({ ...query, type: "statement", focus: null }, digest);
  const candidates = selection.ranked.filter((candidate) => candidate.mention === null);
  const best = holdingFigure(query, candidates) ?? mostCovered(candidates);
  if (best === undefined) return null;
  return (
    contradictFigure(query, best, selection) ??
    contradictDirection(query, best, digest) ??
    contradictPeriod(query, best) ??
    contradictContrast(query, best, digest) ??
    contradictName(query, best, digest) ??
    confirm(best)
  );
}

/** Where a figure is contested, the best of the near statements that has a figure of its kind. */
function holdingFigure(query: Query, candidates: readonly RankedCandidate[]): RankedCandidate | undefined {
  const asked = query.quantities[0];
  const top = candidates[0];
  if (asked === undefined || top === undefined) return undefined;
  return candidates.find(
    (candidate) =>
      candidate.score > top.score - 0.35 &&
      candidate.sentence.mentions.some(
        (mention) => mention.kind === "quantity" && mention.dimension === asked.dimension,
      ),
  );
}

/** How many of the best statements are weighed against each other. */
const WEIGHED = 6;

/** The statement that holds most of the claim: what is contested may be the very word that ranks another first. */
function mostCovered(candidates: readonly RankedCandidate[]): RankedCandidate | undefined {
  return candidates.slice(0, WEIGHED).sort((a, b) => b.coverage - a.coverage)[0];
}

const SURE = 0.62;

function confirm(best: RankedCandidate): Verdict | null {
  if (best.evidence.missingShare > 0.2 || best.evidence.missingNames.length > 0 || best.coverage < SURE) return null;
  return { isTrue: true, correction: null, evidence: best, confidence: best.coverage };
}

/** 增长了10%吗: a figure of the same dimension that differs. */
function contradictFigure(query: Query, best: RankedCandidate, selection: Selection): Verdict | null {
  const asked = query.quantities.find((quantity) => quantity.dimension !== "ordinal");
  if (asked === undefined) return null;
  const figures = best.sentence.mentions.filter(
    (mention): mention is Quantity => mention.kind === "quantity" && mention.dimension === asked.dimension,
  );
  if (figures.length === 0 || best.evidence.missingShare > 0.45) return null;
  if (figures.some((figure) => figure.value.eq(asked.value))) return null;
  const ranked = selection.ranked.find(
    (candidate) =>
      candidate.mention?.kind === "quantity" &&
      candidate.mention.dimension === asked.dimension &&
      candidate.sentence === best.sentence,
  );
  const actual = ranked?.span ?? figures[0];
  if (actual === undefined) return null;
  const isWithin = holdsBound(query, asked, ranked?.mention?.kind === "quantity" ? ranked.mention : figures[0]);
  if (isWithin) return { isTrue: true, correction: null, evidence: best, confidence: 0.7 };
  return { isTrue: false, correction: slice(best.reading.article.text, actual), evidence: best, confidence: 0.75 };
}

/** 超过100亿吗: true of a figure above. */
function holdsBound(query: Query, asked: Quantity, actual: Quantity | undefined): boolean {
  if (actual === undefined) return false;
  if (asked.qualifier === "over" || /超过|高于|多于|大于|突破|exceed|more than|over|above/u.test(query.folded))
    return actual.value.gt(asked.value);
  if (/不到|低于|少于|小于|不足|less than|under|below|fewer/u.test(query.folded)) return actual.value.lt(asked.value);
  return false;
}

function contradictDirection(query: Query, best: RankedCandidate, digest: Digest): Verdict | null {
  if (query.direction === null || best.evidence.missingShare > 0.45) return null;
  const change = best.sentence.mentions.find(
    (mention): mention is Quantity =>
      mention.kind === "quantity" && mention.change !== null && nearTerms(query, best, mention),
  );
  const text = best.reading.folded.slice(best.sentence.start, best.sentence.end);
  const { up, down } = digest.lexicon.cues.directions;
  const own = query.direction === "up" ? up : down;
  const opposite = query.direction === "up" ? down : up;
  if (change?.change != null) {
    if (change.change.direction === query.direction) return null;
    return {
      isTrue: false,
      correction: slice(best.reading.article.text, clauseOf(best, change)),
      evidence: best,
      confidence: 0.75,
    };
  }
  const says = (list: readonly string[]): string | undefined =>
    list.find(
      (word) =>
        word.length > 1 && (/^[a-z]/u.test(word) ? new RegExp(`\\b${word}`, "u").test(text) : text.includes(word)),
    );
  const other = says(opposite);
  if (says(own) !== undefined || other === undefined) return null;
  return { isTrue: false, correction: other, evidence: best, confidence: 0.65 };
}

function nearTerms(query: Query, best: RankedCandidate, mention: Quantity): boolean {
  const clause = clauseOf(best, mention);
  const at = best.sentence.clauses.findIndex((other) => other.start === clause.start);
  const start = best.sentence.clauses[Math.max(0, at - 1)]?.start ?? clause.start;
  const text = best.reading.folded.slice(start, clause.end);
  return query.terms.some(
    (term) => term.role !== "generic" && term.alternatives.some((alternative) => text.includes(alternative.text)),
  );
}

function clauseOf(
  best: RankedCandidate,
  mention: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  return best.sentence.clauses.find((clause) => contains(clause, mention)) ?? best.sentence;
}

function contradictPeriod(query: Query, best: RankedCandidate): Verdict | null {
  const asked = query.periods.find((period) => period.interval !== null);
  if (
    asked?.interval == null ||
    query.direction !== null ||
    query.quantities.length > 0 ||
    best.evidence.missingShare > 0.3 ||
    best.evidence.period !== -1
  )
    return null;
  const period =
    best.sentence.mentions.find((mention) => mention.kind === "period" && mention.interval !== null) ??
    periodAt(best.reading, best.sentence, best.sentence.end);
  if (period === null || period === undefined || !contains(best.sentence, period)) return null;
  return { isTrue: false, correction: slice(best.reading.article.text, period), evidence: best, confidence: 0.65 };
}

function contradictContrast(query: Query, best: RankedCandidate, digest: Digest): Verdict | null {
  const text = best.reading.folded.slice(best.sentence.start, best.sentence.end);
  for (const set of digest.lexicon.cues.contrasts) {
    const asked = membersIn(query.folded, set);
    const own = membersIn(text, set);
    if (asked.length === 1 && own.length > 0 && !own.includes(asked[0] ?? "") && best.evidence.missingShare < 0.45)
      return { isTrue: false, correction: own[0] ?? null, evidence: best, confidence: 0.6 };
  }
  return null;
}

/** 是商务部的发言人吗: one name is missing, and the statement has another of its kind. */
function contradictName(query: Query, best: RankedCandidate, digest: Digest): Verdict | null {
  const missing = query.terms.filter((term) => best.evidence.missing.includes(term.surface) && term.role !== "generic");
  const contested = missing[0];
  const content = query.terms.filter((term) => term.role !== "generic");
  if (contested === undefined || missing.length !== 1 || content.length < 2) return null;
  const kinds = kindsOf(contested, digest);
  if (kinds.length === 0) return null;
  const other = best.sentence.mentions.find(
    (mention): mention is Name =>
      kinds.includes(mention.kind as Name["kind"]) &&
      !isAsked(query, best.reading.folded.slice(mention.start, mention.end)),
  );
  const person = best.sentence.mentions.find(
    (mention): mention is Name =>
      mention.kind === "person" &&
      mention.title !== null &&
      isAsked(query, best.reading.folded.slice(mention.start, mention.end)),
  );
  const actual = (person?.title ?? null) !== null && kinds.includes("organisation") ? person?.title : other;
  if (actual === null || actual === undefined) return null;
  return { isTrue: false, correction: slice(best.reading.article.text, actual), evidence: best, confidence: 0.65 };
}

function isAsked(query: Query, name: string): boolean {
  return query.terms.some((term) =>
    term.alternatives.some(
      (alternative) =>
        alternative.text === name ||
        (alternative.isHan &&
          alternative.text.length > 1 &&
          name.includes(alternative.text) &&
          alternative.factor > 0.9),
    ),
  );
}

/** What kind of name a term is, by the digest's own names and the name lists. */
function kindsOf(term: QueryTerm, digest: Digest): Name["kind"][] {
  const { names } = digest.lexicon;
  const texts = term.alternatives.map((alternative) => alternative.text);
  if (texts.some((text) => names.placePattern.test(text) || names.home.has(text))) return ["place"];
  if (texts.some((text) => digest.vocabulary.people.has(text))) return ["person"];
  if (
    texts.some((text) => new RegExp(`(?:${names.organisationSuffixes}|${names.shortOrganisations})$`, "u").test(text))
  )
    return ["organisation"];
  return [];
}
