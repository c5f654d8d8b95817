import type { Asked } from "../ask.ts";
import { citeSpan } from "../answer/cite.ts";
import type { Citation } from "../answer/reply.ts";
import type { Digest } from "../search/digest.ts";

/** The sentences that a question found, best first and each once, whether they answer it or not. */
export function foundBy({ trace }: Asked, digest: Digest): Citation[] {
  const citations = new Map<string, Citation>();
  for (const { reading, sentence } of trace.candidates) {
    const key = `${reading.article.id} ${sentence.start}`;
    if (!citations.has(key)) citations.set(key, citeSpan(digest, reading, sentence));
  }
  return [...citations.values()];
}
