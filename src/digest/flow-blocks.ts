import type { Nodes } from "mdast";
import { htmlToMarkdown } from "./html-block.ts";
import type { Block } from "./issue.ts";
import { asWritten } from "./markdown-source.ts";
import { parseInsideHtml } from "./markdown-tree.ts";
import { visibleText } from "./visible-text.ts";

/** A block of an article before the article's text is put together. */
export interface TextBlock {
  readonly kind: Block["kind"];
  readonly text: string;
}

/**
 * Reads a paragraph, list, table, quotation… as the blocks that a reader sees, in their order. A list item is a
 * block of its own, apart from the lists inside it; a table row is one block, its cells between ` | `.
 */
export function blocksOf(node: Nodes): TextBlock[] {
  switch (node.type) {
    case "heading":
      return block("heading", headingText(node));
    case "paragraph":
      return block("paragraph", visibleText(node));
    case "listItem":
      return itemBlocks(node.children.flatMap(blocksOf));
    case "tableRow":
      return block("row", node.children.map(visibleText).join(" | ").trim());
    case "code":
      return block("code", asWritten(node.value).trimEnd().normalize("NFC"));
    case "html":
      return parseInsideHtml(htmlToMarkdown(node.value)).children.flatMap(blocksOf);
    default:
      return "children" in node ? node.children.flatMap(blocksOf) : [];
  }
}

/** Reads a heading, without the anchor that some generators take: `## Title {#anchor}`. */
export function headingText(heading: Nodes): string {
  return visibleText(heading).replace(/\s*\{#[\w:.-]+\}$/u, "");
}

/** The first paragraph is the item; what follows in it stands as it would outside. */
function itemBlocks(blocks: readonly TextBlock[]): TextBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return [...blocks];
  return [...block("item", first.text.replace(/^\[[ xX]\]\s+/u, "")), ...rest];
}

function block(kind: TextBlock["kind"], text: string): TextBlock[] {
  return /[^\s|]/u.test(text) ? [{ kind, text }] : [];
}
