import { fold, terms } from "../../src/index.ts";
import type { Section } from "./section.ts";

/**
 * From here on two sections are about the same thing. It was set on public passages of which it is known which come
 * from the same article (DRCD, SQuAD), where it tells four of five rightly.
 */
export const SAME_STORY = 0.6;
/** Two words in common are chance. */
const CHANCE = 2;

/** What each section is about, and in how many sections each term stands. */
export interface Telling {
  readonly sections: readonly ReadonlySet<string>[];
  readonly counts: ReadonlyMap<string, number>;
}

/** Takes the terms that say what a section is about: pairs of Chinese characters, words of three letters and more. */
export function telling(sections: readonly Section[]): Telling {
  const terms = sections.map(termsOf);
  const counts = new Map<string, number>();
  for (const term of terms.flatMap((one) => [...one])) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { sections: terms, counts };
}

function termsOf({ head, body }: Section): ReadonlySet<string> {
  const text = [...(head === null ? [] : [head]), ...body].map((paragraph) => paragraph.text).join("\n");
  return new Set(terms(fold(text)).filter((term) => term.length >= (/\p{Script=Han}/u.test(term) ? 2 : 3)));
}

/**
 * Says how much a section has in common with the article that begins at `start`, and with nothing else of the text:
 * the shared terms that stand nowhere else, by the root of the section's length.
 */
export function cohesion({ sections, counts }: Telling, start: number, at: number): number {
  const section = sections[at] ?? new Set();
  const article = sections.slice(start, at);
  let shared = 0;
  for (const term of section) {
    const count = counts.get(term) ?? 0;
    if (count > 1 && article.filter((one) => one.has(term)).length === count - 1) shared++;
  }
  return shared <= CHANCE ? 0 : shared / Math.sqrt(section.size);
}
