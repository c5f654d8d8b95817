import { ask } from "../ask.ts";
import type { Asked } from "../ask.ts";
import type { Turn } from "../question/follow-up.ts";
import type { Digest } from "../search/digest.ts";
import type { GoldenQuestion } from "./golden-question.ts";
import { judge } from "./judge.ts";
import type { Judgement } from "./judge.ts";

/** Asks the turns of a question in one conversation and returns what came of the last. */
export async function askTurns(digest: Digest, [first = "", ...others]: readonly string[]): Promise<Asked> {
  let asked = await ask(digest, first);
  let last: Turn | null = asked.turn;
  for (const turn of others) {
    asked = await ask(digest, turn, last);
    last = asked.turn;
  }
  return asked;
}

/** A golden question with what came of it. */
export interface JudgedQuestion {
  readonly question: GoldenQuestion;
  readonly judgement: Judgement;
  /** What was answered, or why nothing was. */
  readonly got: string;
}

/** Asks golden questions and judges the replies. */
export async function judgeQuestions(digest: Digest, questions: readonly GoldenQuestion[]): Promise<JudgedQuestion[]> {
  const judged: JudgedQuestion[] = [];
  for (const question of questions) {
    const { reply } = await askTurns(digest, question.turns);
    const got =
      reply.status === "answered" ? `${reply.answer} (article ${reply.citations[0]?.ordinal ?? "–"})` : reply.reason;
    judged.push({ question, judgement: judge(question, reply), got });
  }
  return judged;
}
