import type { Span } from "./span.ts";
import { trim } from "./span.ts";

const CLOSERS = "”’\"'』」》）)】]";
/** English abbreviations whose full stop doesn't end a sentence. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof st jr sr inc ltd co corp vs etc e.g i.e u.s u.k no vol fig gen sen rep gov approx jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/**
 * Splits a paragraph into sentences.
 *
 * Ends are 。！？… and their ASCII forms before white space; closing quotes and brackets belong to the sentence
 * they close. A full stop inside a number, after an initial or after an abbreviation ends nothing.
 */
export function splitSentences(text: string, paragraph: Span): Span[] {
  const sentences: Span[] = [];
  let start = paragraph.start;
  for (let i = paragraph.start; i < paragraph.end; i++) {
    if (!isSentenceEnd(text, i, paragraph.end)) continue;
    let end = i + 1;
    while (end < paragraph.end && ("。！？!?…".includes(text.charAt(end)) || CLOSERS.includes(text.charAt(end)))) end++;
    push(sentences, trim(text, { start, end }));
    start = end;
    i = end - 1;
  }
  push(sentences, trim(text, { start, end: paragraph.end }));
  return sentences;
}

function push(sentences: Span[], sentence: Span): void {
  if (sentence.end > sentence.start) sentences.push(sentence);
}

function isSentenceEnd(text: string, at: number, limit: number): boolean {
  const char = text.charAt(at);
  if (char === "\n") return true;
  if ("。！？".includes(char)) return !isInsideShortQuote(text, at);
  if (char === "…") return text.charAt(at + 1) !== "…" && at + 1 < limit;
  if (!".!?".includes(char)) return false;
  let next = at + 1;
  while (next < limit && (CLOSERS.includes(text.charAt(next)) || ".!?".includes(text.charAt(next)))) next++;
  if (next < limit && !/\s/u.test(text.charAt(next))) return false;
  return char !== "." || !isAbbreviation(text, at);
}

/** 「"中国和巴基斯坦有着非常深厚的友谊。"某某说」: the speaker after a closing quote still belongs to the sentence. */
function isInsideShortQuote(text: string, at: number): boolean {
  return /["”]/u.test(text.charAt(at + 1)) && /^[^。！？\n"“]{1,40}?[说道称]/u.test(text.slice(at + 2, at + 44));
}

function isAbbreviation(text: string, at: number): boolean {
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0].toLowerCase() ?? "";
  return ABBREVIATIONS.has(word) || /^\p{L}$/u.test(word);
}
