import type { Lexicon } from "../fact/lexicon.ts";
import type { Span } from "../text/span.ts";

/** A word made of nothing but stop words carries nothing either: 那份, 只看, 大约是. */
export function isEmpty(word: string, lexicon: Pick<Lexicon, "cues">): boolean {
  const { stop } = lexicon.cues;
  if (word === "" || stop.has(word)) return true;
  for (let length = word.length - 1; length > 0; length--)
    if (stop.has(word.slice(0, length)) && isEmpty(word.slice(length), lexicon)) return true;
  return false;
}

/**
 * Words without content that the segmenter parts: 一共 of 保健|品|一|共进, 大概 of 大|概要. They begin where a segment does, and
 * end where one does or only what carries nothing either is left of it, but for adverbs.
 */
export function emptyWords(
  folded: string,
  run: Span,
  segments: readonly Intl.SegmentData[],
  lexicon: Pick<Lexicon, "cues">,
): Span[] {
  const found: Span[] = [];
  for (const { index } of segments) {
    const start = run.start + index;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    for (let length = Math.min(LONGEST_EMPTY, run.end - start); length > 1; length--) {
      const word = folded.slice(start, start + length);
      if (!lexicon.cues.stop.has(word) || PARTICLE.test(word)) continue;
      const end = start + length;
      const last = segments.findLast((segment) => run.start + segment.index < end);
      const lastEnd = last === undefined ? end : run.start + last.index + last.segment.length;
      if (lastEnd !== end && !ADVERB.test(word) && !isEmpty(folded.slice(end, lastEnd), lexicon)) continue;
      found.push({ start, end });
      break;
    }
  }
  return found;
}

const LONGEST_EMPTY = 4;

/** What is an adverb wherever it stands: 一共 of 一|共进. */
const ADVERB = /^(?:一共|总共|到底|究竟|大概|大约)$/u;

/** 办的, 说过: what stands before the particle may tell what is asked. */
const PARTICLE = /[的了过]$/u;
