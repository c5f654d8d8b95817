import type { Query } from "../question/query.ts";
import { segment } from "../text/segmenter.ts";
import { isHan } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { stem, terms } from "../text/term.ts";

/** A word or mark of a sentence, with what the question knows of it. */
export interface SpanToken extends Span {
  /** Folded. */
  readonly text: string;
  readonly isMark: boolean;
  /** A word without content: 的, the. */
  readonly isStop: boolean;
  /** A word of the question. */
  readonly isAsked: boolean;
}

const MARK = /^[^\p{L}\p{N}]+$/u;

/** Cuts a sentence into words and marks. */
export function spanTokens(
  folded: string,
  sentence: Span,
  { wording }: Pick<Query, "wording">,
  stop: ReadonlySet<string>,
): SpanToken[] {
  const asked = new Set(terms(wording));
  return wordsAndMarks(folded.slice(sentence.start, sentence.end)).map(({ at, text }) => {
    const isMark = MARK.test(text);
    return {
      start: sentence.start + at,
      end: sentence.start + at + text.length,
      text,
      isMark,
      isStop: stop.has(text),
      isAsked: !isMark && (isHan(text.charCodeAt(0)) ? wording.includes(text) : asked.has(stem(text))),
    };
  });
}

/** Tells whether a mark ends a clause or a sentence. */
export function isClauseBreak(token: SpanToken | undefined): boolean {
  return token !== undefined && token.isMark && /^[,;:，；：。!?！？.…—]+$/u.test(token.text);
}

function wordsAndMarks(text: string): { at: number; text: string }[] {
  if (/\p{Script=Han}/u.test(text))
    return segment(text)
      .filter((word) => word.segment.trim() !== "")
      .map((word) => ({ at: word.index, text: word.segment }));
  return [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}'-]|[.,](?=\d))*|[^\s]/gu)].map((match) => ({
    at: match.index,
    text: match[0],
  }));
}
