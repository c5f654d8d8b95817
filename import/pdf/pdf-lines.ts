import type { PdfText } from "./pdf-page.ts";

/** Farther apart, in sizes of the text, runs of one line belong to different columns. */
const APART = 1;
/** A space is at least so wide. */
const SPACE = 0.15;

/** Puts runs of text that touch on a line together: producers write words, syllables and single letters. */
export function segmentsOf(texts: readonly PdfText[]): PdfText[] {
  const sorted = [...texts].sort((a, b) => (isSameLine(a, b) ? a.x - b.x : a.y - b.y));
  const segments: PdfText[] = [];
  for (const text of sorted) {
    const last = segments.at(-1);
    const gap = last === undefined ? Infinity : text.x - last.x - last.width;
    if (last !== undefined && isSameLine(last, text) && gap < APART * last.size && gap > -last.size) {
      const isSpaced = gap > SPACE * last.size && !/\s$/u.test(last.text) && !/^\s/u.test(text.text);
      segments[segments.length - 1] = {
        ...last,
        text: last.text + (isSpaced ? " " : "") + text.text,
        width: text.x + text.width - last.x,
        size: Math.max(last.size, text.size),
      };
    } else segments.push(text);
  }
  return segments;
}

/** Runs on baselines that differ by less than a third of their size stand on one line. */
export function isSameLine(a: PdfText, b: PdfText): boolean {
  return Math.abs(a.y - b.y) < Math.min(a.size, b.size) / 3;
}
