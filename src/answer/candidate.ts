import type { LeaningClause, Reading, Sentence } from "../fact/reading.ts";
import type { Mention } from "../fact/mention.ts";
import type { QueryTerm } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import type { CandidateFeatures } from "./ranking-features.ts";
import type { WordingMatch } from "../search/wording-match.ts";

/** A span of a text that might answer a question. */
export interface Candidate {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly clause: LeaningClause;
  /** What would be the short answer. */
  readonly span: Span;
  /** The mention that the span is, or null for a clause or sentence. */
  readonly mention: Mention | null;
  /** How well its type fits what is asked for, 0 to 1. */
  readonly fit: number;
}

/** A candidate with what speaks for and against it. */
export interface RankedCandidate extends Candidate {
  /** The order of candidates: coverage, fit, closeness, agreement. Not a probability. */
  readonly score: number;
  /** The weighted share of the question's terms that the candidate's surroundings support, 0 to 1. */
  readonly coverage: number;
  readonly evidence: Evidence;
  /** The evidence in numbers, by which {@link score} was added up. */
  readonly features: CandidateFeatures;
}

/** What a candidate was ranked by. */
export interface Evidence {
  /** The weighted share of the question's terms that the candidate's surroundings support, 0 to 1. */
  readonly coverage: number;
  /** The search engine's score of its statement over that of the best, 0 to 1. */
  readonly engine: number;
  /** The scores of all statements of its article over those of the best article, 0 to 1. */
  readonly article: number;
  readonly wording: WordingMatch;
  /** The words of the wording over the most that a sentence has, 0 to 1: in it; in it and its titles. */
  readonly mostWords: number;
  readonly mostTitled: number;
  /** Whether the sentence names somebody or something that the question doesn't. */
  readonly hasNewName: boolean;
  /** For 哪个制度 "which system": 1 where the sentence has a word in 制度 that the question hasn't, 0.5 one in 制. */
  readonly headed: number;
  /** Terms that nothing around the candidate supports. */
  readonly missing: readonly string[];
  /** The weight of unsupported terms over all weight, 0 to 1. */
  readonly missingShare: number;
  /** Of {@link missingShare}, what each role of term has; and what the digest has elsewhere. */
  readonly missingBy: Readonly<Record<QueryTerm["role"] | "elsewhere", number>>;
  /** How much of {@link missingShare} is said in kindred words, 0 to 1; worked out when asked for. */
  readonly kindred: () => number;
  /** The weight of terms in the candidate's sentence, or one it goes on from, over all weight, 0 to 1. */
  readonly near: number;
  /** Unsupported names and numbers: the text speaks of something else. */
  readonly missingNames: readonly string[];
  /** Names that stand neither in the sentence nor in the one before or the title. */
  readonly farNames: readonly string[];
  /** The least support of a name in the question, 0 to 1; 1 where it has none. */
  readonly nameSupport: number;
  /** Unsupported words that the glossary knows: the text most likely speaks of something else. */
  readonly missingConcepts: readonly string[];
  /** How near the supporting terms stand, 0 to 1. */
  readonly closeness: number;
  /** 1: the asked period; 0.5: within it; 0: nothing said; −1: another. */
  readonly period: number;
  /** Words that exclude what was asked: 出口 where 进口 was asked. */
  readonly conflicts: readonly string[];
  /** Whether the focus stands in the candidate's own clause; null without a focus. */
  readonly focus: number | null;
  /** A figure of one province, where the question names no place. */
  readonly isAboutUnaskedPlace: boolean;
  /** 1 for the newest issue, less for older ones. */
  readonly recency: number;
}
