import { periodAt } from "../fact/context.ts";
import type { Name, Quantity } from "../fact/mention.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { contains, slice } from "../text/span.ts";
import { holdsWord } from "../text/word-search.ts";
import type { RankedCandidate } from "./candidate.ts";
import { sidesIn } from "./conflicts.ts";
import { select } from "./selection.ts";
import { comparesSides, verifyComparison, verifyFigure } from "./verify-figure.ts";

/** Whether what a question claims is so; false comes with what the text says instead, null with the text alone. */
export interface Verdict {
  readonly isTrue: boolean | null;
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
  if (comparesSides(query) && query.periods.length < 2) return verifyComparison(query, digest);
  const selection = await select({ ...query, type: "statement", focus: null }, digest);
  const candidates = selection.ranked.filter((candidate) => candidate.mention === null);
  const best = holdingFigure(query, candidates) ?? mostCovered(candidates);
  if (best === undefined) return null;
  if (isNegated(query))
    return { isTrue: null, correction: null, evidence: best, confidence: stands(query, best) ? best.coverage : 0 };
  return (
    verifyFigure(query, best, selection) ??
    contradictDirection(query, best, digest) ??
    contradictPeriod(query, best) ??
    contradictContrast(query, best, digest) ??
    contradictName(query, best, digest) ??
    confirm(query, best)
  );
}

/** How far behind the best statement another may be and still be weighed, in the ranking's units. */
const NEAR_TOP = 2;

/** Where a figure is contested, the best of the near statements that has a figure of its kind. */
function holdingFigure(query: Query, candidates: readonly RankedCandidate[]): RankedCandidate | undefined {
  const asked = query.quantities[0];
  const top = candidates[0];
  if (asked === undefined || top === undefined) return undefined;
  const holding = candidates.filter(
    (candidate) =>
      candidate.score > top.score - NEAR_TOP &&
      candidate.sentence.mentions.some(
        (mention) => mention.kind === "quantity" && mention.dimension === asked.dimension,
      ),
  );
  return holding.find(({ evidence }) => evidence.conflicts.length === 0) ?? holding[0];
}

/** How many of the best statements are weighed against each other. */
const WEIGHED = 6;

/** The statement that holds most of the claim: what is contested may be the very word that ranks another first. */
function mostCovered(candidates: readonly RankedCandidate[]): RankedCandidate | undefined {
  return candidates
    .slice(0, WEIGHED)
    .sort(
      (a, b) =>
        a.evidence.conflicts.length - b.evidence.conflicts.length || b.coverage - a.coverage || b.score - a.score,
    )[0];
}

const SURE = 0.62;

function confirm(query: Query, best: RankedCandidate): Verdict | null {
  const isOfItsTime = query.periods.every(({ interval }) => interval === null) || best.evidence.period > 0;
  const hasFigures = query.quantities.every((quantity) => holdsFigure(best, quantity));
  return isOfItsTime && hasFigures && stands(query, best)
    ? { isTrue: true, correction: null, evidence: best, confidence: best.coverage }
    : null;
}

function holdsFigure({ sentence }: RankedCandidate, { value }: Quantity): boolean {
  return value.lte(20) || sentence.mentions.some((mention) => mention.kind === "quantity" && mention.value.eq(value));
}

/** Tells whether a statement holds every word of the claim, but for such as carry little. */
function stands({ terms }: Query, { evidence, coverage }: RankedCandidate): boolean {
  const isLittle = (word: string): boolean =>
    DIRECTION.test(word) ||
    terms.some(({ surface, role }) => surface === word && surface.length > 1 && role === "generic");
  return evidence.missing.every(isLittle) && coverage >= SURE && evidence.near >= TOGETHER;
}

/** A claim whose words stand apart, here and there in an article, is nobody's claim. */
const TOGETHER = 0.7;

/** What a comparison says beside its sides; {@link contradictDirection} has judged it. */
const DIRECTION = /^(?:[高低多少]|更[高低多少]|higher|lower|more|less|rise|rose|fell|up|down)$/u;

/** 不在杭州举办吗: to a negated claim yes and no can mean either, so the text answers by itself. */
function isNegated({ folded }: Query): boolean {
  const bare = folded.replaceAll(
    /是不是|对不对|能不能|会不会|可不可以|有没有|不到|不足|不高于|不低于|不超过|不少于|不多于|不断|不同|不仅/gu,
    "",
  );
  return /[不没未]|\bnot\b|n't\b|\bnever\b/u.test(bare);
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
    list.find((word) => word.length > 1 && holdsWord(text, word, false));
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
    best.evidence.missing.length > 0 ||
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
  for (const contrast of digest.lexicon.cues.contrasts) {
    const [asked, ...more] = sidesIn(query.folded, contrast);
    const own = sidesIn(text, contrast);
    if (asked === undefined || more.length > 0 || own.some(({ side }) => side === asked.side)) continue;
    if (own.length > 0 && best.evidence.missingShare < 0.45)
      return { isTrue: false, correction: own[0]?.word ?? null, evidence: best, confidence: 0.6 };
  }
  return null;
}

/** 是商务部的发言人吗: one name is missing, and the statement has another of its kind. */
function contradictName(query: Query, best: RankedCandidate, digest: Digest): Verdict | null {
  const missing = query.terms.filter((term) => best.evidence.missing.includes(term.surface) && term.role !== "generic");
  const contested = missing[0];
  const content = query.terms.filter((term) => term.role !== "generic");
  if (contested === undefined || missing.length !== 1 || content.length < 2) return null;
  const kinds = kindsOf(query, contested, digest);
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

/** Wordings that say where something is; 安哥拉人 "Angolan" doesn't. */
const AT_A_PLACE = /在|位于|来自|落户|到|\b(?:in|at|from|to)\b/u;

/** Stems of English words for public bodies: the Ministry of Foreign Affairs. */
const ENGLISH_BODY =
  /\b(?:ministri|depart|bureau|univers|bank|administr|associ|council|committe|commiss|academi|feder) of\b|\b(?:ministri|bureau|univers)\b/u;

/** What kind of name a term is, by the digest's own names and the name lists. */
function kindsOf(query: Query, term: QueryTerm, digest: Digest): Name["kind"][] {
  const { names } = digest.lexicon;
  const texts = term.alternatives.map((alternative) => alternative.text);
  if (texts.some((text) => names.placePattern.test(text) || names.home.has(text)))
    return AT_A_PLACE.test(query.folded) ? ["place"] : [];
  if (texts.some((text) => digest.vocabulary.people.has(text))) return ["person"];
  if (
    texts.some((text) => ENGLISH_BODY.test(text)) ||
    texts.some((text) => new RegExp(`(?:${names.organisationSuffixes}|${names.shortOrganisations})$`, "u").test(text))
  )
    return ["organisation"];
  return [];
}
