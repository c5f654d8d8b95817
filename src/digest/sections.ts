import type { RootContent } from "mdast";
import { blocksOf, headingText } from "./flow-blocks.ts";
import type { TextBlock } from "./flow-blocks.ts";
import { columnsOf, readStories } from "./stories.ts";
import type { Story } from "./stories.ts";
import { titleLinesOf } from "./titled-paragraphs.ts";
import { visibleText } from "./visible-text.ts";
import { tableOfContentsIn } from "./table-of-contents.ts";

/** What becomes an article: what stands below a `##`, or a story of a list there. */
export interface Section {
  readonly title: string;
  /** The heading that a story stands under; null for a section itself, and where there is none. */
  readonly heading: string | null;
  readonly blocks: readonly TextBlock[];
}

/**
 * Parts an issue at its `##` headings, and gives each story of a list a section of its own, after what else stands
 * below its heading. A section that holds nothing but stories isn't listed itself.
 */
export function sectionsOf(nodes: readonly RootContent[], issueTitle: string): Section[] {
  const isContents = tableOfContentsIn(nodes);
  const parts: { title: string | null; nodes: RootContent[] }[] = [{ title: null, nodes: [] }];
  for (const node of nodes) {
    if (node.type === "heading" && node.depth === 2) parts.push({ title: headingText(node) || issueTitle, nodes: [] });
    else if (!isContents(node)) parts.at(-1)?.nodes.push(node);
  }
  return parts.flatMap((part) => readPart(part.title, part.nodes, issueTitle));
}

function readPart(title: string | null, nodes: readonly RootContent[], issueTitle: string): readonly Section[] {
  const told = tellTitled(title, nodes) ?? tellLists(title, nodes);
  const stories = told?.stories ?? [];
  const blocks = told === null ? nodes.flatMap(blocksOf) : withoutIdleHeadings(told.rest);
  const own = { title: title ?? issueTitle, heading: null, blocks };
  const isListed = blocks.some(({ kind }) => kind !== "heading") || (title !== null && stories.length === 0);
  return isListed ? [own, ...stories] : stories;
}

/** The stories of a section, and what else stands there. */
interface ToldPart {
  readonly stories: readonly Section[];
  readonly rest: readonly TextBlock[];
}

/** Stories below linked titles that stand in lines of their own; null where there are none. */
function tellTitled(title: string | null, nodes: readonly RootContent[]): ToldPart | null {
  const lines = titleLinesOf(nodes);
  const rest: TextBlock[] = [];
  const stories: { title: string; heading: string | null; blocks: TextBlock[] }[] = [];
  let heading = title;
  let current = rest;
  for (const node of nodes) {
    const line = lines.get(node);
    if (node.type === "heading") {
      heading = headingText(node);
      current = rest;
    }
    if (line === undefined) current.push(...blocksOf(node));
    else stories.push({ title: line.title, heading, blocks: (current = []) });
  }
  const isTold = stories.length > 0 && stories.every(({ blocks }) => blocks.length > 0);
  return isTold ? { stories, rest } : null;
}

/** Stories that are items of lists; null where there are none, or the section is one story with a list in it. */
function tellLists(title: string | null, nodes: readonly RootContent[]): ToldPart | null {
  const rest: TextBlock[] = [];
  const stories: Section[] = [];
  const isInProse = nodes.filter(({ type }) => type === "paragraph").length > 1;
  let heading = title;
  for (const [i, node] of nodes.entries()) {
    if (node.type === "heading") heading = headingText(node);
    const isInArticle = isInProse && endsInColon(nodes[i - 1]);
    const read = node.type === "list" ? readStories(node, isInArticle) : { stories: [], rest: blocksOf(node) };
    rest.push(...read.rest);
    stories.push(...read.stories.map((story: Story) => ({ ...story, heading })));
  }
  return stories.length > 0 && outweighs(stories, rest) ? { stories, rest } : null;
}

/** Such a sentence goes on in the list, unless it is all that stands above it. */
function endsInColon(before: RootContent | undefined): boolean {
  return before?.type === "paragraph" && /[:：]$/u.test(visibleText(before));
}

/** An article with a list of points is one story: it has more to say than they do. */
function outweighs(stories: readonly Section[], rest: readonly TextBlock[]): boolean {
  return widthOf(stories.flatMap(({ blocks }) => blocks)) >= widthOf(rest);
}

function widthOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + columnsOf(text), 0);
}

/** A heading above stories alone is theirs. */
function withoutIdleHeadings(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.filter(
    ({ kind }, i) => kind !== "heading" || (blocks[i + 1] !== undefined && blocks[i + 1]?.kind !== "heading"),
  );
}
