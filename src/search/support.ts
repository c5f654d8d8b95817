import type { LeaningClause, Reading, Sentence } from "../fact/reading.ts";
import type { QueryTerm } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import type { Occurrence, SearchedText } from "./occurrences.ts";
import { findOccurrences, toSearchedText } from "./occurrences.ts";

/**
 * Where a term may stand to speak for an answer, and how much it counts there. A figure is about what its own clause
 * names first, then what the clauses before it name, then the paragraph, the heading and title, then the article.
 */
const NEARNESS = {
  clause: 1,
  leaning: 0.97,
  sentenceBefore: 0.8,
  sentenceAfter: 0.62,
  previousSentence: 0.68,
  /** The sentence before, where this one begins with 它们 "they", 其中 "of which", 该 "this". */
  continued: 0.85,
  nextSentence: 0.42,
  sameBlock: 0.55,
  heading: 0.6,
  title: 0.72,
  article: 0.4,
  issue: 0.3,
} as const;

/** Looks up, for one article, how well each term of a question is supported at a place of it. */
export interface ArticleSupport {
  readonly reading: Reading;
  /** Support of a term for an answer in a clause, 0 to 1. */
  readonly support: (term: QueryTerm, sentence: Sentence, clause: Span) => number;
  /** Distance in UTF-16 units from a place to the term's nearest occurrence in the sentence; null where there is none. */
  readonly distance: (term: QueryTerm, sentence: Sentence, place: Span) => number | null;
  /** Tells whether a term stands, whole, within a span. */
  readonly holds: (term: QueryTerm, span: Span) => boolean;
}

/** Finds the terms in an article once; the lookups are cheap after that. */
export function supportIn(
  reading: Reading,
  searched: SearchedText,
  terms: readonly QueryTerm[],
  issueTitle: string,
): ArticleSupport {
  const inText = new Map(terms.map((term) => [term, findOccurrences(term, searched)]));
  const title = toSearchedText(reading.foldedTitle);
  const issue = toSearchedText(issueTitle);
  const inTitle = new Map(terms.map((term) => [term, findOccurrences(term, title)]));
  const inIssue = new Map(terms.map((term) => [term, findOccurrences(term, issue)]));
  return {
    reading,
    support: (term, sentence, clause) => {
      const weighted = [
        ...(inText.get(term) ?? []).map((occurrence) => ({
          occurrence,
          nearness: nearness(reading, sentence, clause, occurrence),
        })),
        ...(inTitle.get(term) ?? []).map((occurrence) => ({ occurrence, nearness: NEARNESS.title })),
        ...(inIssue.get(term) ?? []).map((occurrence) => ({ occurrence, nearness: NEARNESS.issue })),
      ];
      return accumulate(weighted);
    },
    distance: (term, sentence, place) => {
      let best: number | null = null;
      for (const occurrence of inText.get(term) ?? []) {
        if (occurrence.at < sentence.start || occurrence.at >= sentence.end || !isWhole(occurrence)) continue;
        const gap =
          occurrence.at >= place.end ? (occurrence.at - place.end) * 1.5 : Math.max(0, place.start - occurrence.end);
        best = best === null ? gap : Math.min(best, gap);
      }
      return best;
    },
    holds: (term, span) =>
      (inText.get(term) ?? []).some(
        (occurrence) => isWhole(occurrence) && contains(span, { start: occurrence.at, end: occurrence.end }),
      ),
  };
}

function isWhole(occurrence: Occurrence): boolean {
  return occurrence.parts === 2 ** occurrence.size - 1;
}

/** Adds up the parts of a term, each at the best place where it stands. */
function accumulate(weighted: { occurrence: Occurrence; nearness: number }[]): number {
  let best = 0;
  const sizes = new Set(weighted.map(({ occurrence }) => occurrence.size));
  for (const size of sizes) {
    let covered = 0;
    let total = 0;
    const own = weighted
      .filter(({ occurrence }) => occurrence.size === size)
      .sort((a, b) => b.nearness * b.occurrence.factor - a.nearness * a.occurrence.factor);
    for (const { occurrence, nearness: near } of own) {
      const fresh = bits(occurrence.parts & ~covered);
      if (fresh === 0) continue;
      total += (fresh / size) * near * occurrence.factor;
      covered |= occurrence.parts;
    }
    best = Math.max(best, total);
  }
  return best;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function nearness(reading: Reading, sentence: Sentence, clause: Span, { at, end }: Occurrence): number {
  if (at >= sentence.start && at < sentence.end) return nearnessInSentence(sentence, clause, { start: at, end });
  if (sentence.heading !== null && at >= sentence.heading.start && at < sentence.heading.end) return NEARNESS.heading;
  const previous = reading.sentences[sentence.index - 1];
  if (previous !== undefined && at >= previous.start && at < previous.end) {
    if (previous.block !== sentence.block) return NEARNESS.sameBlock;
    return CONTINUES.test(reading.folded.slice(sentence.start, sentence.start + 12))
      ? NEARNESS.continued
      : NEARNESS.previousSentence;
  }
  const next = reading.sentences[sentence.index + 1];
  if (next !== undefined && next.block === sentence.block && at >= next.start && at < next.end)
    return NEARNESS.nextSentence;
  const block = reading.article.blocks[sentence.block];
  return block !== undefined && at >= block.start && at < block.end ? NEARNESS.sameBlock : NEARNESS.article;
}

const CONTINUES =
  /^["“]?(?:它|他|她|其|该|这|此|上述|本届|本次|平台|it |they |he |she |this |these |of (?:these|those|which))/u;

function nearnessInSentence(sentence: Sentence, clause: Span, place: Span): number {
  if (overlapsBy(clause, place)) return NEARNESS.clause;
  if (place.start >= clause.end) return NEARNESS.sentenceAfter;
  return leansOn(sentence, clause, place) ? NEARNESS.leaning : NEARNESS.sentenceBefore;
}

function overlapsBy(clause: Span, place: Span): boolean {
  return place.start < clause.end && place.end > clause.start;
}

/** Tells whether a clause without a subject of its own (同比增长5.7%) follows the clause where a place is. */
function leansOn(sentence: Sentence, clause: Span, place: Span): boolean {
  const index = sentence.clauses.findIndex((c) => c.start <= clause.start && clause.start < c.end);
  let at = index;
  let current: LeaningClause | undefined = sentence.clauses[at];
  while (current !== undefined && at > 0 && current.leans) {
    at--;
    current = sentence.clauses[at];
    if (current !== undefined && overlapsBy(current, place)) return true;
  }
  return false;
}
