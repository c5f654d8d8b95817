import { opensNews } from "../print-cues.ts";
import type { Paragraph } from "./paragraphs.ts";
import { isTitleLike } from "./title-like.ts";

/** A line that may be a title or a heading, and the paragraphs below it. */
export interface Section {
  /** Null for what stands above the first such line. */
  readonly head: Paragraph | null;
  readonly body: readonly Paragraph[];
}

/** Cuts paragraphs at each line that looks like a title. */
export function sectionsOf(paragraphs: readonly Paragraph[]): Section[] {
  const sections: { head: Paragraph | null; body: Paragraph[] }[] = [{ head: null, body: [] }];
  for (const [i, paragraph] of paragraphs.entries()) {
    if (isTitleLike(asTitle(paragraph, paragraphs[i + 1]))) sections.push({ head: paragraph, body: [] });
    else sections.at(-1)?.body.push(paragraph);
  }
  return sections[0]?.body.length === 0 ? sections.slice(1) : sections;
}

/** A mark such as ■ stands before titles as well as before items; before text of another kind it marks a title. */
function asTitle(paragraph: Paragraph, next: Paragraph | undefined): Paragraph {
  return paragraph.isMarked && next?.isItem === false ? { ...paragraph, isItem: false } : paragraph;
}

/** Tells whether a section begins with who reported it or where from, as an article does. */
export function isSigned({ body }: Section): boolean {
  const [first] = body;
  return first !== undefined && opensNews(first.text);
}
