import { isBylineAlone, isNumbered, opensWithTime } from "../print-cues.ts";
import { SAME_STORY, cohesion, telling } from "./cohesion.ts";
import { isSigned } from "./section.ts";
import type { Section } from "./section.ts";

/** What a section begins: an article, or a part of the one before. */
export type Level = "article" | "part";

/**
 * Tells which sections begin an article, by how the print sets titles apart: underlines, ruled lines, wider gaps,
 * numbers, capitals. Where it doesn't, those that are signed begin one, and of the others those that have
 * nothing in common with the article before them.
 */
export function levelsOf(sections: readonly Section[]): Level[] {
  for (const mark of MARKS) {
    const marked = sections.map((section) => section.head !== null && mark(section, sections));
    if (setsApart(sections, marked))
      return sections.map((_, i) => (marked[i] === true || i === 0 ? "article" : "part"));
  }
  return byContent(sections);
}

type Mark = (section: Section, sections: readonly Section[]) => boolean;

const MARKS: readonly Mark[] = [
  ({ head }, sections) => head !== null && head.size > 1 && head.size >= titleSize(sections),
  ({ head }) => head?.underline === "=" || head?.underline === "━",
  ({ head }) => (head?.underline ?? "") !== "",
  ({ head }) => head?.isRuled === true,
  ({ head }) => head?.isMarked === true,
  ({ body }) => isBylineAlone(body[0]?.text ?? ""),
  ({ head }, sections) => head !== null && head.gap >= widestGap(sections),
  ({ head }) => head !== null && isCapitals(head.text),
  ({ head }) => head !== null && !isNumbered(head.text),
];

/**
 * A mark tells titles from headings where at least two sections have it and one hasn't, and none of those that have
 * it not is signed.
 */
function setsApart(sections: readonly Section[], marked: readonly boolean[]): boolean {
  const rest = sections.filter((section, i) => i > 0 && section.head !== null && marked[i] !== true);
  if (rest.length === 0 || rest.some(isSigned)) return false;
  const count = marked.filter(Boolean).length;
  return count >= 2 || (count === 1 && marked[0] === true && rest.every(({ head }) => isNumbered(head?.text ?? "")));
}

/** The gap above most titles: the widest that stands above two sections, the text's first line aside. */
function widestGap(sections: readonly Section[]): number {
  const gaps = sections.slice(1).map(({ head }) => head?.gap ?? 0);
  const repeated = gaps.filter((gap, i) => gaps.indexOf(gap) !== i);
  return Math.max(1, ...repeated);
}

/** The largest size that at least two sections begin with. */
function titleSize(sections: readonly Section[]): number {
  const sizes = sections.map(({ head }) => head?.size ?? 1);
  return Math.max(1, ...sizes.filter((size, i) => sizes.indexOf(size) !== i));
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text) && !/\p{Script=Han}/u.test(text);
}

function byContent(sections: readonly Section[]): Level[] {
  const terms = telling(sections);
  const levels: Level[] = [];
  let start = 0;
  sections.forEach((section, i) => {
    const isPart = i > 0 && !isSigned(section) && section.head !== null && isAbout(section, cohesion(terms, start, i));
    levels.push(isPart ? "part" : "article");
    if (!isPart) start = i;
  });
  return levels;
}

/** A section that begins with a day of its own has to have more in common with what stands above it. */
function isAbout({ body }: Section, common: number): boolean {
  return common > (opensWithTime(body[0]?.text ?? "") ? 2 * SAME_STORY : SAME_STORY);
}
