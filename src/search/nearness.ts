import type { LeaningClause, Reading, Sentence } from "../fact/reading.ts";
import type { Span } from "../text/span.ts";

/**
 * Where a term may stand to speak for an answer, and how much it counts there. A figure is about what its own clause
 * names first, then what the clauses before it name, then the paragraph, the heading and title, then the article.
 */
export const NEARNESS = {
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

/** Tells how near the places of an article outside a sentence are to it. */
export function nearnessAround(reading: Reading, sentence: Sentence): (at: number) => number {
  const { heading } = sentence;
  const previous = reading.sentences[sentence.index - 1];
  const next = reading.sentences[sentence.index + 1];
  const block = reading.article.blocks[sentence.block];
  const before = previous === undefined ? 0 : nearnessOfPrevious(reading, sentence, previous);
  return (at) => {
    if (heading !== null && holds(heading, at)) return NEARNESS.heading;
    if (previous !== undefined && holds(previous, at)) return before;
    if (next !== undefined && next.block === sentence.block && holds(next, at)) return NEARNESS.nextSentence;
    return block !== undefined && holds(block, at) ? NEARNESS.sameBlock : NEARNESS.article;
  };
}

function nearnessOfPrevious({ folded }: Reading, sentence: Sentence, previous: Sentence): number {
  if (previous.block !== sentence.block) return NEARNESS.sameBlock;
  return CONTINUES.test(folded.slice(sentence.start, sentence.start + 12))
    ? NEARNESS.continued
    : NEARNESS.previousSentence;
}

function holds({ start, end }: Span, at: number): boolean {
  return at >= start && at < end;
}

const CONTINUES =
  /^["“]?(?:它|他|她|其|该|这|此|上述|本届|本次|平台|it |they |he |she |this |these |of (?:these|those|which))/u;

/** How near a place of a sentence is to a clause of it. */
export function nearnessInSentence(sentence: Sentence, clause: Span, place: Span): number {
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
