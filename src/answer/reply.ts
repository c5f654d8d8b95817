import type { Span } from "../text/span.ts";
import type { Language } from "../text/script.ts";

/**
 * Where an answer comes from: the article, and its exact words.
 *
 * A citation is a promise to the reader: the article, opened at {@link span},
 * shows {@link quote} character for character.
 */
export interface Citation {
  readonly articleId: string;
  /** The issue's id: its file's path in the knowledge folder without extension. */
  readonly issue: string;
  readonly issueTitle: string;
  /** The issue's date as printed in front matter (`2025-07-16`, `2025-07`), or null. */
  readonly issueDate: string | null;
  /** The article's title. */
  readonly article: string;
  /** The article's place in its issue, from 1. */
  readonly ordinal: number;
  /** The words as printed, never translated, trimmed or repaired. */
  readonly quote: string;
  /** The quote's place in the article's text, in UTF-16 code units. */
  readonly span: Span;
}

/** How a computed answer came about; every operand stands in a cited quote. */
export interface Derivation {
  /** 1.03万亿元 − 2911亿元 */
  readonly expression: string;
  /** 约7389亿元 "about 738.9 billion yuan" */
  readonly result: string;
}

/** What {@link ask} returns: an answer with its evidence, or a refusal with what is missing. */
export type Reply = Answer | Refusal;

interface ReplyBase {
  /** The question as typed. */
  readonly question: string;
  /** The language of the reply: that of the question. */
  readonly language: Language;
  /** Questions that the digest can answer, nearest first; at most three. */
  readonly suggestions: readonly string[];
  /** The estimated probability that the digest holds the answer and that this is it, 0 to 1. */
  readonly confidence: number;
}

/** An answer and what proves it. */
export interface Answer extends ReplyBase {
  readonly status: "answered";
  /** The short answer alone. */
  readonly answer: string;
  /** The evidence, best first; empty only for questions about the digest itself. */
  readonly citations: readonly Citation[];
  readonly derivation: Derivation | null;
  /** What other statements say instead: a figure revised in another issue, or one that measures something else. */
  readonly others: readonly OtherFigure[];
}

/** A figure that another statement gives to the same question. */
export interface OtherFigure {
  readonly answer: string;
  readonly citation: Citation;
}

/** Why the digest can't answer: what was missing, as a value. */
export type Missing =
  | { readonly kind: "nothing" }
  /** The index couldn't look everywhere just now, so nothing is known of what is missing. */
  | { readonly kind: "unchecked" }
  | { readonly kind: "empty" }
  | { readonly kind: "tooLong" }
  | { readonly kind: "issue" | "period" | "subject" | "metric" | "type"; readonly words: string };

/** A refusal: what is missing, and the nearest thing that the digest does say. */
export interface Refusal extends ReplyBase {
  readonly status: "unanswered";
  readonly missing: Missing;
  /** What is missing, in the reply's language. */
  readonly reason: string;
  /** The nearest statements, best first; may be empty. */
  readonly citations: readonly Citation[];
}
