import type { Reading } from "../fact/reading.ts";
import type { Digest } from "./digest.ts";
import { remembered } from "../text/remembered.ts";
import type { ArticleSupport } from "./support.ts";

/**
 * The same digest for as long as one question is answered: it remembers where the question's terms stand, and what was
 * searched. A comparison, a value before a change and a refusal search several times for nearly the same.
 */
export function forOneQuestion(digest: Digest): Digest {
  const supports = new Map<Reading, ArticleSupport>();
  return {
    ...digest,
    supportIn: (reading) => remembered(supports, reading, () => digest.supportIn(reading)),
    searches: [],
  };
}
