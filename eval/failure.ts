import type { Outcome } from "./ask-set.ts";
import type { QuestionSet, SetArticle } from "./question-set.ts";

/** What went wrong with a question: the first of these that holds. */
export type FailureKind = "error" | "false answer" | "refused" | "wrong article" | "wrong sentence" | "short answer";

/** A question that wasn't answered as it should have been. */
export interface Failure {
  readonly kind: FailureKind;
  readonly id: string;
  readonly question: string;
  readonly gold: readonly string[];
  readonly goldArticle: ArticleName | null;
  /** The short answer; null for a refusal. */
  readonly answer: string | null;
  readonly f1: number;
  readonly confidence: number;
  /** The sentence that came first, and its article; null where nothing was found. */
  readonly from: { readonly article: ArticleName; readonly sentence: string } | null;
  /** Where an answering sentence stands in the ranking, from 1; null where it doesn't. */
  readonly sentenceRank: number | null;
  /** What was thrown, where that is what went wrong. */
  readonly error: string | null;
}

/** An article as a reader finds it in its set. */
export type ArticleName = Pick<SetArticle, "id" | "title">;

/** Lists the failures, in the order of the questions. */
export function failuresOf(outcomes: readonly Outcome[], { articles }: QuestionSet): Failure[] {
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  const nameOf = (id: string): ArticleName => ({ id, title: titles.get(id) ?? "" });
  return outcomes.flatMap((outcome) => {
    const kind = failureKind(outcome);
    return kind === null ? [] : [describe(outcome, kind, nameOf)];
  });
}

/** Names what went wrong: the wrong sentence before a short answer that isn't exact; null where nothing did. */
function failureKind({ question, answer, ranks, score, error }: Outcome): FailureKind | null {
  if (error !== null) return "error";
  if (!question.answerable) return answer === null ? null : "false answer";
  if (answer === null) return "refused";
  if (question.article !== null && ranks.article !== 1) return "wrong article";
  if (question.answers.length === 0) return null;
  if (question.article !== null && ranks.sentence !== 1) return "wrong sentence";
  return score.exactMatch === 1 ? null : "short answer";
}

function describe(outcome: Outcome, kind: FailureKind, nameOf: (id: string) => ArticleName): Failure {
  const { question, answer, score, confidence, first, ranks, error } = outcome;
  return {
    kind,
    id: question.id,
    question: question.question,
    gold: question.answers,
    goldArticle: question.article === null ? null : nameOf(question.article),
    answer,
    f1: score.f1,
    confidence,
    from: first === null ? null : { article: nameOf(first.article), sentence: first.text },
    sentenceRank: ranks.sentence,
    error,
  };
}
