import { hitRanks } from "../eval/hit-ranks.ts";
import type { SetQuestion } from "../eval/question-set.ts";
import { scoreShortAnswer } from "../eval/short-answer-score.ts";
import type { Candidate } from "../src/answer/candidate.ts";
import type { Reading, Sentence } from "../src/fact/reading.ts";
import { slice } from "../src/text/span.ts";
import { holds } from "../src/review/judge.ts";
import type { OwnQuestion } from "./own-questions.ts";

/** What counts as right for a question. */
export interface Gold {
  /** Tells whether a sentence holds the answer. */
  readonly isIn: (reading: Reading, sentence: Sentence) => boolean;
  /** How good a candidate is as the answer, 0 to 1. */
  readonly gain: (candidate: Candidate) => number;
  /** What a candidate has to gain to count as a right answer. */
  readonly enough: number;
}

/** What the right sentence gains when its span has nothing of the answer; the rest is for the span's F1. */
const SENTENCE_GAIN = 0.3;

/** The gold of a public set: an article, by its place in the set, and answers in words. */
export function goldOfAnswers(question: SetQuestion, ordinal: number | null): Gold {
  const isIn = once((reading: Reading, sentence: Sentence): boolean => {
    if (!question.answerable || reading.article.ordinal !== ordinal) return false;
    const text = slice(reading.article.text, sentence);
    return hitRanks([{ article: question.article ?? "", start: sentence.start, text }], question).sentence !== null;
  });
  const gain = ({ reading, sentence, span }: Candidate): number =>
    isIn(reading, sentence)
      ? SENTENCE_GAIN + (1 - SENTENCE_GAIN) * scoreShortAnswer(slice(reading.article.text, span), question.answers).f1
      : 0;
  return { isIn, gain, enough: SENTENCE_GAIN };
}

/** In these kinds the short answer alone has to hold what is expected, and stay short. */
const SHORT_KINDS = new Set(["number", "person", "place", "date", "org"]);
/** The longest short answer, in UTF-16 units. */
const LONGEST_SHORT = 60;

/** The gold of a set of the repository: places in the digest and words that the answer has to hold. */
export function goldOfWords(question: OwnQuestion): Gold {
  const holdsAll = (text: string): boolean =>
    question.expect.every((group) => group.some((alternative) => holds(text, alternative)));
  const isIn = once(
    (reading: Reading, sentence: Sentence): boolean =>
      question.answerable && isPlace(question, reading) && holdsAll(slice(reading.article.text, sentence)),
  );
  const gain = ({ reading, sentence, span, mention }: Candidate): number => {
    if (!isIn(reading, sentence)) return 0;
    if (!SHORT_KINDS.has(question.kind))
      return mention === null || holdsAll(slice(reading.article.text, span)) ? 1 : 0.5;
    return holdsAll(slice(reading.article.text, span)) && span.end - span.start < LONGEST_SHORT ? 1 : 0.1;
  };
  return { isIn, gain, enough: 0.5 };
}

function isPlace({ either, article, issue }: OwnQuestion, { article: read }: Reading): boolean {
  if (either !== undefined)
    return either.some(([issueId, ordinal]) => read.issueId === issueId && read.ordinal === ordinal);
  return (article === null || article === read.ordinal) && (issue === undefined || read.issueId === issue);
}

/** Judges each sentence once: many candidates stand in one. */
function once(judge: Gold["isIn"]): Gold["isIn"] {
  const known = new WeakMap<Sentence, boolean>();
  return (reading, sentence) => {
    const judged = known.get(sentence) ?? judge(reading, sentence);
    known.set(sentence, judged);
    return judged;
  };
}
