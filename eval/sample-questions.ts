import type { QuestionSet } from "./question-set.ts";

/** Keeps all articles and at most `limit` questions, spread evenly over the set: the same ones every time. */
export function sampleQuestions(set: QuestionSet, limit: number): QuestionSet {
  const { length } = set.questions;
  if (limit >= length) return set;
  const placesUpTo = (count: number): number => Math.floor((count * limit) / length);
  return { ...set, questions: set.questions.filter((_, i) => placesUpTo(i + 1) > placesUpTo(i)) };
}
