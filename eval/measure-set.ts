import { createDigest } from "../src/index.ts";
import type { Digest } from "../src/index.ts";
import { askOne } from "./ask-set.ts";
import type { Outcome } from "./ask-set.ts";
import { answerTimes, measureQuality } from "./metrics.ts";
import type { AnswerQuality, AnswerTimes } from "./metrics.ts";
import type { QuestionSet } from "./question-set.ts";
import { toIssue } from "./set-issue.ts";

/** What measuring a question set gives: the members of `eval --json`. */
export interface SetMetrics extends AnswerQuality, AnswerTimes {
  readonly articles: number;
  readonly sentences: number;
  /** From the articles in memory to ready to answer. */
  readonly buildMs: number;
  /** Of the whole process, after the last answer. */
  readonly rssMb: number;
}

/** A measured question set. */
export interface MeasuredSet {
  readonly metrics: SetMetrics;
  /** In the order of the questions. */
  readonly outcomes: readonly Outcome[];
}

/** Makes one digest of a set's articles and asks it every question. */
export async function measureSet(set: QuestionSet, onAnswer: () => void): Promise<MeasuredSet> {
  const begin = performance.now();
  const digest = await createDigest([toIssue(set.articles)]);
  const buildMs = performance.now() - begin;
  const outcomes: Outcome[] = [];
  for (const question of set.questions) {
    outcomes.push(await askOne(digest, set, question));
    onAnswer();
  }
  const metrics = {
    articles: set.articles.length,
    sentences: countSentences(digest),
    ...measureQuality(outcomes),
    buildMs,
    ...answerTimes(outcomes.map(({ ms }) => ms)),
    rssMb: process.memoryUsage.rss() / 2 ** 20,
  };
  return { metrics, outcomes };
}

function countSentences({ readings }: Digest): number {
  return [...readings.values()].reduce((sum, { sentences }) => sum + sentences.length, 0);
}
