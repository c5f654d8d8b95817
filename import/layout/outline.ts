import type { DraftArticle, DraftBlock, LeftOut } from "../draft.ts";
import { isIssueLine, isNumbered, isServiceLine, opensContents } from "../print-cues.ts";
import { findDate, isDateAlone } from "../printed-date.ts";
import { levelsOf } from "./levels.ts";
import type { Paragraph } from "./paragraphs.ts";
import { sectionsOf } from "./section.ts";
import type { Section } from "./section.ts";
import { isTitleLike } from "./title-like.ts";

/** What a text's layout says about the issue. */
export interface Outline {
  readonly title: string | null;
  readonly date: string | null;
  readonly articles: readonly DraftArticle[];
  readonly leftOut: readonly LeftOut[];
}

/** Finds an issue's masthead and articles by the layout of its text. An untitled opening is titled like the issue. */
export function outlineOf(paragraphs: readonly Paragraph[], untitled: string): Outline {
  const leftOut: LeftOut[] = [];
  const drop = (text: string, why: string): void => void leftOut.push({ text, why });
  const { title, date, rest } = takeMasthead(withoutContents(paragraphs, drop), drop);
  const sections = withoutEmptyHeads(sectionsOf(withoutService(rest, drop)), drop);
  if (sections.length === 0) sections.push({ head: null, body: rest });
  return { title, date, articles: articlesOf(sections, levelsOf(sections), title ?? untitled), leftOut };
}

type Drop = (text: string, why: string) => void;

/** The list of titles below "In this issue": lines that come again as titles, with or without a page number. */
function withoutContents(paragraphs: readonly Paragraph[], drop: Drop): Paragraph[] {
  const end = paragraphs.findIndex((paragraph) => !isTitleLike(paragraph) && !isListed(paragraph));
  const later = new Map(paragraphs.map(({ text }, i) => [plainTitle(text), i]));
  return paragraphs.filter(({ text }, i) => {
    const isContents = i < end && (opensContents(text) || i < (later.get(plainTitle(text)) ?? i));
    if (isContents) drop(text, "table of contents");
    return !isContents;
  });
}

/** A line of a table of contents: an item, or words that lead to a page number. */
function isListed({ text, isItem }: Paragraph): boolean {
  return isItem || opensContents(text) || isIssueLine(text) || /[.·…]{3,}\s*\d+$/u.test(text);
}

function plainTitle(text: string): string {
  return text
    .replace(/^(?:\d{1,2}[.、．)]|[•·-])\s*/u, "")
    .replace(/(?:\s*[.·…]{2,}\s*|\s)\d{1,3}$/u, "")
    .toLowerCase();
}

/** The lines above the first title: the issue's name, number and date. */
function takeMasthead(
  paragraphs: readonly Paragraph[],
  drop: Drop,
): { title: string | null; date: string | null; rest: readonly Paragraph[] } {
  const sections = sectionsOf(paragraphs);
  const isHead = (at: number): boolean => isWithoutText(sections[at]) || isIssueLine(sections[at]?.head?.text ?? "");
  let count = 0;
  while (count < sections.length - 1 && sections[count]?.head !== null && isHead(count)) count++;
  if (count === 0) return { title: null, date: null, rest: paragraphs };
  const lines = sections.slice(0, count).flatMap(({ head, body }) => [...(head === null ? [] : [head]), ...body]);
  const named =
    lines.find(({ text }) => !isIssueLine(text) && !isDateAlone(text) && !isNumbered(text)) ??
    lines.find(({ text }) => !isNumbered(text));
  const date = lines.map(({ text }) => findDate(text)).find((found) => found !== null) ?? null;
  for (const line of lines)
    if (line !== named)
      drop(line.text, date !== null && findDate(line.text) === date ? "the issue's date" : "masthead");
  return { title: named?.text ?? null, date, rest: paragraphs.slice(lines.length) };
}

function isWithoutText(section: Section | undefined): boolean {
  return section === undefined || section.body.every(({ text }) => isIssueLine(text) || isDateAlone(text));
}

function withoutService(paragraphs: readonly Paragraph[], drop: Drop): Paragraph[] {
  return paragraphs.filter(({ text }) => {
    const isService = text.length < 300 && isServiceLine(text);
    if (isService) drop(text, "about the mailing");
    return !isService;
  });
}

/** A line without text below it names a group of articles, or goes on with the title above it. */
function withoutEmptyHeads(sections: readonly Section[], drop: Drop): Section[] {
  if (sections.every(({ body }) => body.length === 0)) return [];
  const kept: Section[] = [];
  sections.forEach((section, i) => {
    const isLast = i === sections.length - 1;
    const last = kept.at(-1);
    if (section.head === null || section.body.length > 0) kept.push(section);
    else if (isLast && last !== undefined) kept[kept.length - 1] = { ...last, body: [...last.body, section.head] };
    else drop(section.head.text, "a line of its own without text below");
  });
  return kept;
}

function articlesOf(
  sections: readonly Section[],
  levels: readonly ("article" | "part")[],
  untitled: string,
): DraftArticle[] {
  const articles: { title: string; blocks: DraftBlock[] }[] = [];
  const isCounted = sections.every(({ head }, i) => levels[i] !== "article" || COUNT.test(head?.text ?? ""));
  sections.forEach(({ head, body }, i) => {
    const blocks = body.map(blockOf);
    const current = articles.at(-1);
    if (current === undefined || levels[i] === "article")
      articles.push({ title: titleOf(head, isCounted) ?? untitled, blocks });
    else current.blocks.push(...(head === null ? [] : [{ kind: "heading" as const, text: head.text }]), ...blocks);
  });
  return articles;
}

const COUNT = /^\d{1,2}[.、．)](?=\D)\s*/u;
const ORNAMENT = /^[=*#~_—-]{2,}\s*(?=[^\s=*#~_—-])|\s*[=*#~_—-]{2,}$/gu;

/** A title without what only sets it off: ornaments, and a number where every title has one. */
function titleOf(head: Paragraph | null, isCounted: boolean): string | null {
  if (head === null) return null;
  const bare = head.text.replace(ORNAMENT, "");
  return (isCounted ? bare.replace(COUNT, "") : bare) || head.text;
}

function blockOf({ text, isItem }: Paragraph): DraftBlock {
  return { kind: isItem ? "item" : "paragraph", text };
}
