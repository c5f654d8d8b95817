import { BASELINES } from "./baselines.ts";
import type { Baseline } from "./baselines.ts";
import { hitRanks } from "./hit-ranks.ts";
import type { MeasuredSet } from "./measure-set.ts";
import { answerTimes, hitShares } from "./metrics.ts";
import type { AnswerTimes, HitShares, RankedQuestion } from "./metrics.ts";
import type { QuestionSet } from "./question-set.ts";

/** How one subject finds articles and sentences, and how fast: this bot, or a plain alternative. */
export interface Compared extends HitShares, AnswerTimes {
  readonly name: string;
  readonly buildMs: number;
}

/** Sets the bot beside every plain alternative, on the same questions in the same process. */
export function compare(set: QuestionSet, { metrics }: MeasuredSet, onAnswer: () => void): Compared[] {
  const { articleHit1, articleHit5, sentenceHit1, sentenceHit5, p50Ms, p95Ms, buildMs } = metrics;
  return [
    { name: "this bot", articleHit1, articleHit5, sentenceHit1, sentenceHit5, p50Ms, p95Ms, buildMs },
    ...BASELINES.map((baseline) => measureBaseline(baseline, set, onAnswer)),
  ];
}

/** How many answers {@link compare} will take. */
export function countCompared({ questions }: QuestionSet): number {
  return BASELINES.length * questions.length;
}

function measureBaseline({ name, open }: Baseline, set: QuestionSet, onAnswer: () => void): Compared {
  const begin = performance.now();
  const search = open(set.articles);
  const buildMs = performance.now() - begin;
  const ranked: RankedQuestion[] = [];
  const times: number[] = [];
  for (const question of set.questions) {
    const asked = performance.now();
    const found = search(question.question);
    times.push(performance.now() - asked);
    ranked.push({ question, ranks: hitRanks(found, question) });
    onAnswer();
  }
  return { name, ...hitShares(ranked), ...answerTimes(times), buildMs };
}
