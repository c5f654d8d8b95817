import type { Quantity } from "../fact/mention.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Retrieved } from "../search/retrieve.ts";
import type { ArticleSupport } from "../search/support.ts";
import type { Span } from "../text/span.ts";
import type { Candidate } from "./candidate.ts";
import { isSameFigure } from "./same-figure.ts";

/** Below this support a term counts as not found around a candidate. */
const UNSUPPORTED = 0.3;

/** From this support on, a term stands in the candidate's sentence or one that it goes on from. */
const NEAR = 0.5;

/** A name supported this well stands in the sentence, the one before or the title; others may be spoken of elsewhere. */
export const NAMED = 0.68;

/** How a clause is grounded in the question's terms: the same for all candidates in it. */
export interface Grounds {
  readonly coverage: number;
  readonly near: number;
  readonly nameSupport: number;
  /** Terms and figures that nothing around the clause supports; of these, names and figures; and what the glossary knows. */
  readonly missing: readonly string[];
  readonly missingNames: readonly string[];
  /** Names that stand neither in the sentence nor in the one before or the title. */
  readonly farNames: readonly string[];
  readonly missingConcepts: readonly string[];
  readonly missingShare: number;
  /** Of {@link missingShare}, what each role of term has; and what the digest has elsewhere. */
  readonly missingBy: Readonly<Record<QueryTerm["role"] | "elsewhere", number>>;
  readonly focus: number | null;
}

export function groundsOf(
  query: Query,
  candidate: Candidate,
  clause: Span,
  support: ArticleSupport,
  retrieved: Retrieved,
): Grounds {
  const { reading, sentence } = candidate;
  const isHanText = /\p{Script=Han}/u.test(reading.folded.slice(sentence.start, sentence.end));
  let total = 0;
  let covered = 0;
  let near = 0;
  let nameSupport = 1;
  let missingWeight = 0;
  const missingBy = { name: 0, concept: 0, content: 0, light: 0, generic: 0, elsewhere: 0 };
  const missing: QueryTerm[] = [];
  const missingFigures: string[] = [];
  const farNames: string[] = [];
  for (const term of query.terms) {
    const weight =
      (retrieved.weights.get(term) ?? term.weight) * (query.type === "opinion" && term.role !== "name" ? 0.4 : 1);
    const found = Math.max(
      Math.min(1, support.support(term, sentence, clause) / surest(term, isHanText)),
      term.role === "name" && isSpeech(query) && support.holds(term, blockOf(candidate)) ? 0.95 : 0,
    );
    total += weight;
    covered += weight * found;
    if (found >= NEAR) near += weight;
    if (term.role === "name") {
      nameSupport = Math.min(nameSupport, found);
      if (found < NAMED) farNames.push(term.surface);
    }
    if (found < UNSUPPORTED) {
      missing.push(term);
      missingWeight += weight;
      missingBy[term.role] += weight;
      if (retrieved.known.has(term)) missingBy.elsewhere += weight;
    }
  }
  for (const quantity of query.isYesNo ? [] : query.quantities) {
    const found = figureSupport(query, quantity, candidate);
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
    missing: [...missing.map(({ surface }) => surface), ...missingFigures],
    missingNames: [...surfacesOf(missing, "name"), ...missingFigures],
    farNames,
    missingConcepts: surfacesOf(missing, "concept"),
    missingShare: total === 0 ? 1 : missingWeight / total,
    missingBy: {
      name: share(missingBy.name),
      concept: share(missingBy.concept),
      content: share(missingBy.content),
      light: share(missingBy.light),
      generic: share(missingBy.generic),
      elsewhere: share(missingBy.elsewhere),
    },
    focus: query.focus === null ? null : focusSupport(query.terms, query.focus, candidate, clause, support),
  };
}

/** How surely a term can be found in a text of either script: a translation is never surer than the dictionary. */
function surest({ alternatives }: QueryTerm, isHanText: boolean): number {
  const factors = alternatives.filter(({ isHan }) => isHan === isHanText).map(({ factor }) => factor);
  return factors.length === 0 ? 1 : Math.max(...factors);
}

/** A focus that a follow-up took over without its term counts as absent. */
function focusSupport(
  terms: readonly QueryTerm[],
  focus: QueryTerm,
  { sentence }: Candidate,
  clause: Span,
  support: ArticleSupport,
): number {
  return terms.includes(focus) ? support.support(focus, sentence, clause) : 0;
}

function surfacesOf(terms: readonly QueryTerm[], wanted: QueryTerm["role"]): string[] {
  return terms.filter(({ role }) => role === wanted).map(({ surface }) => surface);
}

/** Who speaks in a paragraph speaks in all its quoted sentences. */
function isSpeech(query: Query): boolean {
  return query.type === "opinion" || query.type === "speaker";
}

function blockOf({ reading, sentence }: Candidate): Span {
  return reading.article.blocks[sentence.block] ?? sentence;
}

/** 两种, 四个, 一年里: small counts and spans of time are the question's wording more often than the text's. */
function isPassing({ dimension, value }: Quantity): boolean {
  return (
    dimension === "duration" ||
    dimension === "ordinal" ||
    ((dimension === "count" || dimension === "ratio") && value.lte(20))
  );
}

/** A figure that the question states: 1 in the candidate's clause, 0.8 in its sentence, 0 elsewhere. */
function figureSupport(query: Query, asked: Quantity, { reading, sentence, clause }: Candidate): number {
  const equal = sentence.mentions.filter(
    (mention) => mention.kind === "quantity" && isSameFigure(query, asked, reading, mention),
  );
  return equal.some((mention) => mention.start >= clause.start && mention.end <= clause.end)
    ? 1
    : equal.length > 0
      ? 0.8
      : 0;
}
