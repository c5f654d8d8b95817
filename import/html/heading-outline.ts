import type { DraftArticle, DraftBlock, LeftOut } from "../draft.ts";
import { isIssueLine, isServiceLine } from "../print-cues.ts";
import { findDate, isDateAlone } from "../printed-date.ts";
import type { HtmlBlock } from "./html-blocks.ts";

/** An issue as its headings cut it. */
export interface HeadingOutline {
  readonly title: string | null;
  /** The date that stands by itself above the first article. */
  readonly date: string | null;
  readonly articles: readonly DraftArticle[];
  readonly leftOut: readonly LeftOut[];
}

const LONGEST_SERVICE_LINE = 400;

/**
 * Cuts a page into articles by its headings: the first heading is the issue's title where no other is as high, and the
 * next level below titles articles. A level whose headings have no text of their own only groups what is below.
 *
 * @param name What the page is called; titles an article that has no heading.
 */
export function outlineByHeadings(page: readonly HtmlBlock[], name: string): HeadingOutline {
  const leftOut: LeftOut[] = [];
  const blocks = withoutService(page, leftOut);
  const title = issueTitle(blocks);
  const { date, body } = takeDateLines(title === null ? blocks : blocks.filter((block) => block !== title), leftOut);
  const level = articleLevel(body);
  const groups = new Set(body.filter((block, i) => isHeading(block) && block.level < level && !hasText(body, i)));
  for (const { text } of groups) leftOut.push({ text, why: "names a group of articles" });
  const kept = body.filter((block) => !groups.has(block));
  return { title: title?.text ?? null, date, articles: articlesOf(kept, level, title?.text ?? name), leftOut };
}

function withoutService(page: readonly HtmlBlock[], leftOut: LeftOut[]): HtmlBlock[] {
  return page.filter(({ text }) => {
    const isService = text.length < LONGEST_SERVICE_LINE && isServiceLine(text);
    if (isService) leftOut.push({ text, why: "about the mailing" });
    return !isService;
  });
}

/** Lines above the first text that only say which issue this is. */
function takeDateLines(
  blocks: readonly HtmlBlock[],
  leftOut: LeftOut[],
): { date: string | null; body: readonly HtmlBlock[] } {
  const first = blocks.findIndex(({ kind, text }) => !(isProse(kind) && (isIssueLine(text) || isDateAlone(text))));
  const lines = blocks.slice(0, Math.max(0, first));
  for (const { text } of lines) leftOut.push({ text, why: "the issue's date or number" });
  const date = lines.map(({ text }) => findDate(text)).find((found) => found !== null);
  return { date: date ?? null, body: blocks.slice(lines.length) };
}

function isProse(kind: HtmlBlock["kind"]): boolean {
  return kind === "paragraph" || kind === "markdown";
}

function issueTitle(blocks: readonly HtmlBlock[]): HtmlBlock | null {
  const headings = blocks.filter(isHeading);
  const [first, ...others] = headings;
  const isHighest = first !== undefined && others.length > 0 && others.every(({ level }) => level > first.level);
  return isHighest ? first : null;
}

/** The highest level with at least two headings of which half have text below them; else the highest with one. */
function articleLevel(blocks: readonly HtmlBlock[]): number {
  const levels = [...new Set(blocks.filter(isHeading).map(({ level }) => level))].sort((a, b) => a - b);
  const titling = levels.filter((level) => {
    const at = blocks.flatMap((block, i) => (isHeading(block) && block.level === level ? [i] : []));
    return at.filter((i) => hasText(blocks, i)).length * 2 >= at.length;
  });
  const isRepeated = (level: number): boolean =>
    blocks.filter((block) => isHeading(block) && block.level === level).length > 1;
  return titling.find(isRepeated) ?? titling[0] ?? levels[0] ?? 0;
}

function isHeading({ kind }: HtmlBlock): boolean {
  return kind === "heading";
}

/** Whether text stands right below a heading. */
function hasText(blocks: readonly HtmlBlock[], at: number): boolean {
  const next = blocks[at + 1];
  return next !== undefined && !isHeading(next);
}

function articlesOf(blocks: readonly HtmlBlock[], level: number, untitled: string): DraftArticle[] {
  const articles: { title: string; blocks: DraftBlock[] }[] = [];
  for (const { kind, text, level: own } of blocks) {
    const current = articles.at(-1);
    if (kind === "heading" && own <= level) articles.push({ title: text, blocks: [] });
    else if (current === undefined) articles.push({ title: untitled, blocks: [{ kind, text }] });
    else current.blocks.push({ kind, text });
  }
  return articles;
}
