import type { List, Nodes, RootContent } from "mdast";
import { headingText } from "./flow-blocks.ts";
import { visibleText } from "./visible-text.ts";

/** Where a site generator puts a table of contents: `[TOC]`, `[[toc]]`, and kramdown's list `* TOC`. */
const PLACEHOLDER = /^(?:@?\[{1,2}toc\]{1,2}|toc|table of contents)$/iu;

/**
 * Makes a test for lists that only say what else the issue holds: each line leads to a place in the page, or repeats
 * a heading. Their lines answer nothing, and would be found before what they announce.
 */
export function tableOfContentsIn(nodes: readonly RootContent[]): (node: RootContent) => boolean {
  const headings = new Set(nodes.flatMap((node) => (node.type === "heading" ? [comparable(headingText(node))] : [])));
  return (node) => {
    if (node.type === "paragraph") return visibleText(node).startsWith("[") && isPlaceholder(node);
    if (node.type !== "list") return false;
    const lines = linesOf(node);
    if (lines.length === 1) return lines.every(isPlaceholder);
    return (
      lines.length > 1 && lines.every((line) => leadsIntoPage(line) || headings.has(comparable(visibleText(line))))
    );
  };
}

/** The lines that lead somewhere: one above an inner list only names it. */
function linesOf(list: List): Nodes[] {
  return list.children.flatMap(({ children }) => {
    const inner = children.filter((child) => child.type === "list");
    return inner.length > 0 ? inner.flatMap(linesOf) : children;
  });
}

function isPlaceholder(line: Nodes): boolean {
  return PLACEHOLDER.test(visibleText(line));
}

function leadsIntoPage(line: Nodes): boolean {
  if (line.type !== "paragraph") return false;
  const words = line.children.filter((node) => visibleText({ type: "paragraph", children: [node] }) !== "");
  return words.length > 0 && words.every((node) => node.type === "link" && node.url.startsWith("#"));
}

function comparable(text: string): string {
  return text
    .replace(/^\d+[.、]\s*/u, "")
    .replace(/[\s:：]+/gu, "")
    .toLowerCase();
}
