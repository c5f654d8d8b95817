import type { Lexicon } from "../fact/lexicon.ts";
import type { Mention } from "../fact/mention.ts";
import type { LeaningClause, Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";

export interface Proposal {
  readonly span: Span;
  readonly mention: Mention | null;
  readonly fit: number;
}

export type Proposer = (query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon) => Proposal[];

export function clauseAt(sentence: Sentence, span: Span): LeaningClause | undefined {
  return sentence.clauses.find((clause) => span.start < clause.end && span.end > clause.start);
}

/** The whole sentence, for what no typed mention answers. */
export function wholeSentence(sentence: Sentence, fit: number): Proposal[] {
  return [{ span: { start: sentence.start, end: sentence.end }, mention: null, fit }];
}
