import type { Reading } from "../fact/reading.ts";
import type { Span } from "../text/span.ts";

/** Tells whether a sentence of a text asks: it answers nothing itself, and the one after it may. */
export function isQuestion({ folded }: Reading, sentence: Span | undefined): boolean {
  return sentence !== undefined && /[?？]["”」]?\s*$/u.test(folded.slice(sentence.end - 3, sentence.end));
}
