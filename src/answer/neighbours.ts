import type { Reading, Sentence } from "../fact/reading.ts";

/** The sentence after one, where it is under the same heading. */
export function sentenceAfter(reading: Reading, sentence: Sentence): Sentence | null {
  return besides(reading, sentence, 1);
}

/** The sentence before one, where it is under the same heading. */
export function sentenceBefore(reading: Reading, sentence: Sentence): Sentence | null {
  return besides(reading, sentence, -1);
}

function besides({ sentences }: Reading, { index, heading }: Sentence, step: 1 | -1): Sentence | null {
  const other = sentences[index + step];
  return other !== undefined && other.heading?.start === heading?.start ? other : null;
}
