import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Dimension, Period, Quantity } from "../fact/mention.ts";
import type { AskedIssue } from "./asked-issue.ts";
import type { Language } from "../text/script.ts";

/** A question, understood. */
export interface Query {
  /** The question as typed. */
  readonly question: string;
  /** The question without remarks in brackets and with slips of spelling mended; offsets point into it. */
  readonly printed: string;
  /** {@link printed}, folded. */
  readonly folded: string;
  /** What is asked about, in the asker's words: {@link folded} without its interrogatives, with what a follow-up takes over. */
  readonly wording: string;
  readonly language: Language;
  readonly type: AnswerType;
  /** True where the question asks whether something is so: the type then says what is contested. */
  readonly isYesNo: boolean;
  /** What an asked figure must measure, where the wording tells (多少点 → point); empty when open. */
  readonly dimensions: readonly Dimension[];
  /** The measure word or unit asked for: 家, 个, 亿元. */
  readonly counter: string | null;
  /** What the text must speak of, in the question's order. */
  readonly terms: readonly QueryTerm[];
  /** The term next to the question word, which names what is asked for: 进出口额 in 进出口额是多少. */
  readonly focus: QueryTerm | null;
  /** The issue it names, or null: the newest that answers it then. */
  readonly issue: AskedIssue | null;
  readonly periods: readonly Period[];
  /** Figures that the question itself states. */
  readonly quantities: readonly Quantity[];
  readonly direction: "up" | "down" | null;
  /** Which base a growth is asked against: 同比 → year, 环比 → period. */
  readonly base: "year" | "period" | null;
  /** For 第N篇 "article N": its place in the issue. */
  readonly ordinal: number | null;
}

/** A word or phrase of a question, with everything in a text that would mean the same. */
export interface QueryTerm {
  /** As folded from the question. */
  readonly surface: string;
  readonly alternatives: readonly Alternative[];
  /** How much hangs on it, 0 to 1, before its rarity is known. */
  readonly weight: number;
  /**
   * name: people, places, organisations, works; concept: a word that the glossary knows; light: a verb, adjective
   * or adverb; generic: a word that a text may leave out; content: any other.
   */
  readonly role: "name" | "concept" | "content" | "light" | "generic";
  /** The place in the folded question. */
  readonly at: number;
}

/** One wording that a text may use for a term. */
export interface Alternative {
  /** Folded; spaced words as stems joined by spaces. */
  readonly text: string;
  readonly isHan: boolean;
  /** How surely it means the same, 0 to 1: 1 for the word itself. */
  readonly factor: number;
}
