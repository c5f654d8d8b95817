import { messageOf } from "../adapters/command-line.ts";
import { ask } from "../src/index.ts";
import type { Asked, Digest } from "../src/index.ts";
import { hitRanks } from "./hit-ranks.ts";
import type { FoundSentence, HitRanks } from "./hit-ranks.ts";
import type { QuestionSet, SetQuestion } from "./question-set.ts";
import { NO_ANSWER, scoreShortAnswer } from "./short-answer-score.ts";
import type { ShortAnswerScore } from "./short-answer-score.ts";

/** What asking one question of a set came to. */
export interface Outcome {
  readonly question: SetQuestion;
  /** The short answer; null for a refusal. */
  readonly answer: string | null;
  readonly confidence: number;
  readonly ranks: HitRanks;
  readonly score: ShortAnswerScore;
  /** The sentence that counts as the first one found; null where nothing was found. */
  readonly first: FoundSentence | null;
  readonly ms: number;
  /** What was thrown: a defect, measured as a refusal; null where nothing was. */
  readonly error: string | null;
}

/** Asks a question by itself, as the first of a conversation; the time is that of asking alone. */
export async function askOne(digest: Digest, set: QuestionSet, question: SetQuestion): Promise<Outcome> {
  const begin = performance.now();
  let asked: Asked | null = null;
  let error: string | null = null;
  try {
    asked = await ask(digest, question.question);
  } catch (thrown) {
    error = messageOf(thrown);
  }
  const ms = performance.now() - begin;
  return { question, ms, error, ...weigh(asked, set, question) };
}

function weigh(
  asked: Asked | null,
  set: QuestionSet,
  question: SetQuestion,
): Pick<Outcome, "answer" | "confidence" | "ranks" | "score" | "first"> {
  const found = asked === null ? [] : foundSentences(asked, set);
  const answer = asked?.reply.status === "answered" ? asked.reply.answer : null;
  return {
    answer,
    confidence: asked?.reply.confidence ?? 0,
    ranks: hitRanks(found, question),
    score: answer === null ? NO_ANSWER : scoreShortAnswer(answer, question.answers),
    first: found[0] ?? null,
  };
}

/** The sentence that an answer cites first, then those of the candidates behind the answer or the refusal, as ranked. */
function foundSentences({ reply, trace }: Asked, { articles }: QuestionSet): FoundSentence[] {
  const idOf = (ordinal: number): string => articles[ordinal - 1]?.id ?? "";
  const cited = reply.status === "answered" ? reply.citations.slice(0, 1) : [];
  return [
    ...cited.map(({ ordinal, span, quote }) => ({ article: idOf(ordinal), start: span.start, text: quote })),
    ...trace.candidates.map(({ reading: { article }, sentence: { start, end } }) => ({
      article: idOf(article.ordinal),
      start,
      text: article.text.slice(start, end),
    })),
  ];
}
