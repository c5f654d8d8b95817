import { fold, terms } from "../../src/index.ts";
import type { Section } from "./section.ts";

/**
 * From here on two sections are about the same thing. It was set on public passages of which it is known which come
 * from the same article (DRCD, SQuAD), where it tells four of five rightly.
 */
export const SAME_STORY = 0.6;
/** Two words in common are chance. */
const CHANCE = 2;

/** The terms of each section that say what it is about: pairs of Chinese characters, words of three letters and more. */
export function telling(sections: readonly Section[]): ReadonlySet<string>[] {
  return sections.map(({ head, body }) => {
    const text = [...(head === null ? [] : [head]), ...body].map((paragraph) => paragraph.text).join("\n");
    return new Set(terms(fold(text)).filter((term) => term.length >= (/\p{Script=Han}/u.test(term) ? 2 : 3)));
  });
}

/**
 * Says how much a section has in common with the article that begins at `start`, and with nothing else of the text:
 * the shared terms that stand nowhere else, by the root of the section's length.
 */
export function cohesion(sections: readonly ReadonlySet<string>[], start: number, at: number): number {
  const section = sections[at];
  if (section === undefined || section.size === 0) return 0;
  const article = sections.slice(start, at);
  const others = [...sections.slice(0, start), ...sections.slice(at + 1)];
  let shared = 0;
  for (const term of section) {
    if (article.some((one) => one.has(term)) && !others.some((one) => one.has(term))) shared++;
  }
  return shared <= CHANCE ? 0 : shared / Math.sqrt(section.size);
}
