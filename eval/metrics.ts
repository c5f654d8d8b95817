import { percentile } from "../bench/statistics.ts";
import type { Outcome } from "./ask-set.ts";
import { auroc } from "./auroc.ts";
import type { HitRanks } from "./hit-ranks.ts";
import type { SetQuestion } from "./question-set.ts";

/** How often the right article and an answering sentence came first, or among the first five; 0 to 1. */
export interface HitShares {
  readonly articleHit1: number | null;
  readonly articleHit5: number | null;
  readonly sentenceHit1: number | null;
  readonly sentenceHit5: number | null;
}

/** The time of an answer. */
export interface AnswerTimes {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** How well questions were answered. Shares and scores lie between 0 and 1; null where no question tells. */
export interface AnswerQuality extends HitShares {
  readonly questions: number;
  readonly answerable: number;
  readonly unanswerable: number;
  /** Questions that the bot failed on by a defect; they count as refused. */
  readonly errors: number;
  /** Answerable questions with an answering sentence anywhere in the ranking. */
  readonly sentenceFound: number | null;
  /** Over answerable questions; a refusal scores 0. */
  readonly exactMatch: number | null;
  readonly f1: number | null;
  /** Answerable questions that were answered. */
  readonly answeredShare: number | null;
  /** Unanswerable questions that were answered. */
  readonly falseAnswerShare: number | null;
  /** Of the confidence, answerable questions against unanswerable ones. */
  readonly auroc: number | null;
}

/** Adds up what asking came to. */
export function measureQuality(outcomes: readonly Outcome[]): AnswerQuality {
  const answerable = outcomes.filter(({ question }) => question.answerable);
  const unanswerable = outcomes.filter(({ question }) => !question.answerable);
  const scored = answerable.filter(({ question }) => question.answers.length > 0);
  const isAnswered = ({ answer }: Outcome): boolean => answer !== null;
  return {
    questions: outcomes.length,
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    errors: outcomes.filter(({ error }) => error !== null).length,
    ...hitShares(outcomes),
    sentenceFound: share(scored.filter(hasArticle), ({ ranks }) => ranks.sentence !== null),
    exactMatch: mean(scored.map(({ score }) => score.exactMatch)),
    f1: mean(scored.map(({ score }) => score.f1)),
    answeredShare: share(answerable, isAnswered),
    falseAnswerShare: share(unanswerable, isAnswered),
    auroc: auroc(
      answerable.map(({ confidence }) => confidence),
      unanswerable.map(({ confidence }) => confidence),
    ),
  };
}

/** A question with where its article and an answering sentence were found. */
export interface RankedQuestion {
  readonly question: SetQuestion;
  readonly ranks: HitRanks;
}

/** Counts hits over the answerable questions whose article, and whose answers, the set names. */
export function hitShares(ranked: readonly RankedQuestion[]): HitShares {
  const located = ranked.filter(({ question }) => question.answerable).filter(hasArticle);
  const scored = located.filter(({ question }) => question.answers.length > 0);
  return {
    articleHit1: share(located, ({ ranks }) => isWithin(ranks.article, 1)),
    articleHit5: share(located, ({ ranks }) => isWithin(ranks.article, 5)),
    sentenceHit1: share(scored, ({ ranks }) => isWithin(ranks.sentence, 1)),
    sentenceHit5: share(scored, ({ ranks }) => isWithin(ranks.sentence, 5)),
  };
}

/** Takes the median and the 95th percentile of answer times. */
export function answerTimes(ms: readonly number[]): AnswerTimes {
  return { p50Ms: percentile(ms, 0.5), p95Ms: percentile(ms, 0.95) };
}

function hasArticle({ question }: RankedQuestion): boolean {
  return question.article !== null;
}

function isWithin(rank: number | null, limit: number): boolean {
  return rank !== null && rank <= limit;
}

function share<T>(items: readonly T[], isCounted: (item: T) => boolean): number | null {
  return mean(items.map((item) => Number(isCounted(item))));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
