import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import type { Hole } from "./span-hole.ts";
import { createHole } from "./span-hole.ts";
import type { SpanToken } from "./span-tokens.ts";
import { isClauseBreak } from "./span-tokens.ts";

/** What is the same for all spans of a sentence. */
export interface SpanContext {
  readonly query: Query;
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly tokens: readonly SpanToken[];
  readonly type: AnswerType;
  readonly group: string;
  readonly hole: Hole;
  /** What stands before each token, and at the end before none: characters of asked words, words, breaks, tokens with digits. */
  readonly before: Readonly<Record<"asked" | "words" | "breaks" | "digits", Uint32Array>>;
  /** Where the text puts things in a row: 、, "and", a comma. */
  readonly joints: readonly Span[];
}

const GROUPS: Partial<Record<AnswerType, string>> = {
  quantity: "Figure",
  change: "Figure",
  share: "Figure",
  duration: "Figure",
  person: "Name",
  organisation: "Name",
  place: "Name",
  post: "Name",
  speaker: "Name",
  time: "Time",
  reason: "Reason",
  manner: "Reason",
  opinion: "Reason",
};

/** Works out what the spans of a sentence share. */
export function contextOf(
  query: Query,
  reading: Reading,
  sentence: Sentence,
  tokens: readonly SpanToken[],
  lexicon: Lexicon,
): SpanContext {
  const text = reading.folded.slice(sentence.start, sentence.end);
  const asked = (token: SpanToken): number => (!token.isMark && isTelling(token) ? token.text.length : 0);
  return {
    query,
    reading,
    sentence,
    tokens,
    type: query.type,
    group: GROUPS[query.type] ?? "Open",
    hole: createHole(query, tokens, lexicon),
    before: {
      asked: runningSum(tokens, asked),
      words: runningSum(tokens, (token) => Number(!token.isMark)),
      breaks: runningSum(tokens, (token) => Number(isClauseBreak(token))),
      digits: runningSum(tokens, (token) => Number(/\d/u.test(token.text))),
    },
    joints: [...text.matchAll(/、| and |, /gu)].map(({ 0: joint, index }) => ({
      start: sentence.start + index,
      end: sentence.start + index + joint.length,
    })),
  };
}

/** Tells whether a token is a word of the question with content. */
export function isTelling({ isAsked, isStop }: SpanToken): boolean {
  return isAsked && !isStop;
}

function runningSum(tokens: readonly SpanToken[], count: (token: SpanToken) => number): Uint32Array {
  const sums = new Uint32Array(tokens.length + 1);
  for (const [i, token] of tokens.entries()) sums[i + 1] = (sums[i] ?? 0) + count(token);
  return sums;
}
