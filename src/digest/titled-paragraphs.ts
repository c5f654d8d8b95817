import type { Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import { visibleText } from "./visible-text.ts";

/** A line that titles what stands below it: 1、[A title](…), or **[A title (3 minute read)](…)**. */
export interface TitleLine {
  readonly title: string;
  readonly isNumbered: boolean;
}

const NUMBER = /^\s*(?:\d{1,3}\s*[、.．:：)）]|[（(]\d{1,3}[)）])\s*$/u;
/** What a title is followed by: （英文） "in English", (3 minute read). */
const REMARK = /^\s*(?:[（(][^（()）]{1,30}[)）])?\s*$/u;

/**
 * Finds the lines of a section that title its stories: linked, and nothing else but a number and a remark. Without
 * numbers there must be two, the first before all text: "[Read more](…)" isn't one.
 */
export function titleLinesOf(nodes: readonly RootContent[]): ReadonlyMap<RootContent, TitleLine> {
  const found = nodes.flatMap((node): [RootContent, TitleLine][] => {
    const line = titleLine(node);
    return line === null ? [] : [[node, line]];
  });
  const [first] = found;
  if (first === undefined) return new Map();
  const isOpening = nodes.slice(0, nodes.indexOf(first[0])).every((node) => node.type !== "paragraph" || isAside(node));
  const areTitles = first[1].isNumbered || (found.length > 1 && isOpening);
  return areTitles ? new Map(found) : new Map();
}

function titleLine(node: RootContent): TitleLine | null {
  if (node.type === "paragraph") return lineOf(node.children, false);
  const [item, ...others] = node.type === "list" ? node.children : [];
  const [only, ...more] = item?.children ?? [];
  if (node.type !== "list" || others.length > 0 || more.length > 0 || only?.type !== "paragraph") return null;
  return lineOf(only.children, node.ordered === true);
}

function lineOf(children: readonly PhrasingContent[], isNumbered: boolean): TitleLine | null {
  const seen = children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const [number, ...rest] = seen;
  if (number?.type === "text" && NUMBER.test(number.value)) return lineOf(rest, true);
  const [title, remark, ...more] = seen;
  const isTitle = title !== undefined && isLinked(title) && textOf(title) !== "";
  const isAlone = remark === undefined || (remark.type === "text" && REMARK.test(remark.value));
  return isTitle && isAlone && more.length === 0 ? { title: textOf(title), isNumbered } : null;
}

function isLinked(node: PhrasingContent): boolean {
  if (node.type === "link" || node.type === "linkReference") return true;
  return node.type === "strong" && node.children.length === 1 && node.children.every(isLinked);
}

/** Pictures and what is set in italics stand before titles too. */
function isAside({ children }: Paragraph): boolean {
  return children.every((node) => node.type === "emphasis" || node.type === "image" || textOf(node) === "");
}

function textOf(node: Nodes): string {
  return visibleText({ type: "paragraph", children: [node as PhrasingContent] });
}
