import type { DraftBlock } from "../draft.ts";
import { CELL_BORDER } from "../issue-markdown.ts";
import { joinWords } from "../layout/join-words.ts";
import { plainLine } from "../clean-text.ts";
import { inlineText, isHidden } from "./inline-text.ts";
import { isDataTable, rowsOf } from "./html-table.ts";
import type { HtmlElement, HtmlNode } from "./parse-html.ts";

/** A block of a page; a heading knows its level, 1 to 6, and 7 for a short line that is bold from end to end. */
export interface HtmlBlock extends DraftBlock {
  readonly level: number;
}

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CENTER|DD|DETAILS|DIALOG|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|HTML|LI|MAIN|MENU|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/u;
const LONGEST_BOLD_TITLE = 120;

/** Reads an element as the blocks that a reader sees, in their order. */
export function htmlBlocks(root: HtmlNode): HtmlBlock[] {
  const walk: Walk = { blocks: [], run: [], holdsBlock: ancestorsOfBlocks(root) };
  visitChildren(root, walk, "paragraph");
  return walk.blocks;
}

interface Walk {
  readonly blocks: HtmlBlock[];
  /** Neighbouring nodes of a line that isn't finished. */
  run: HtmlNode[];
  readonly holdsBlock: ReadonlySet<HtmlNode>;
}

function visitChildren(node: HtmlNode, walk: Walk, kind: "paragraph" | "item"): void {
  let next = kind;
  for (const child of node.childNodes) {
    if (isHidden(child)) continue;
    if (isBlock(child, walk)) {
      if (flush(walk, next)) next = "paragraph";
      const count = walk.blocks.length;
      visitBlock(child, walk, next);
      if (walk.blocks.length > count) next = "paragraph";
    } else walk.run.push(child);
  }
  flush(walk, next);
}

function visitBlock(node: HtmlNode, walk: Walk, kind: "paragraph" | "item"): void {
  const name = node.nodeName;
  if (/^H[1-6]$/u.test(name)) add(walk, "heading", oneLine(inlineText([node])), Number(name.slice(1)));
  else if (name === "PRE") add(walk, "code", (node.textContent ?? "").replace(/^\n|\s+$/gu, ""), 0);
  else if (name === "TABLE" && isDataTable(node)) {
    for (const cells of rowsOf(node)) add(walk, "row", cells.join(CELL_BORDER), 0);
  } else visitChildren(node, walk, name === "LI" ? "item" : kind);
}

/** A block element, or an inline one that holds a block: newsletters put paragraphs into links. */
function isBlock(node: HtmlNode, { holdsBlock }: Walk): boolean {
  return node.nodeType === 1 && (BLOCK.test(node.nodeName) || holdsBlock.has(node));
}

/** Everything that a block stands in. */
function ancestorsOfBlocks(root: HtmlNode): ReadonlySet<HtmlNode> {
  const found = new Set<HtmlNode>();
  const search = (node: HtmlNode): boolean => {
    let holds = false;
    for (const child of node.childNodes) if (child.nodeType === 1) holds = search(child) || holds;
    if (holds) found.add(node);
    return holds || BLOCK.test(node.nodeName);
  };
  search(root);
  return found;
}

/** Ends the line; two line breaks in it end a paragraph. Says whether there was any text. */
function flush(walk: Walk, kind: "paragraph" | "item"): boolean {
  const nodes = walk.run;
  walk.run = [];
  const texts = inlineText(nodes)
    .split(/\n[ \t]*\n\s*/u)
    .map(oneLine)
    .filter((text) => text !== "");
  const isTitle = texts.length === 1 && kind === "paragraph" && isBoldThroughout(nodes) && isShort(texts[0] ?? "");
  texts.forEach((text, i) => {
    if (isTitle) add(walk, "heading", text, 7);
    else add(walk, i === 0 ? kind : "paragraph", text, 0);
  });
  return texts.length > 0;
}

function add(walk: Walk, kind: HtmlBlock["kind"], text: string, level: number): void {
  if (/\S/u.test(text.replaceAll(CELL_BORDER, ""))) walk.blocks.push({ kind, text, level });
}

/** Puts the lines that `<br>` parts on one line, as the language joins lines. */
function oneLine(text: string): string {
  const lines = text
    .split("\n")
    .map(plainLine)
    .filter((line) => line !== "");
  return lines.length < 2 ? (lines[0] ?? "") : lines.reduce((before, after) => joinWords(before, after, ""));
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_BOLD_TITLE && !/[。；;，,：:.]$/u.test(text);
}

function isBoldThroughout(nodes: readonly HtmlNode[]): boolean {
  const seen = nodes.filter((node) => /\S/u.test(node.textContent ?? ""));
  return seen.length > 0 && seen.every(isBold);
}

function isBold(node: HtmlNode): boolean {
  if (/^(?:B|STRONG)$/u.test(node.nodeName)) return true;
  const style = node.nodeType === 1 ? ((node as HtmlElement).getAttribute("style") ?? "") : "";
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style)) return true;
  return node.nodeType === 1 && isBoldThroughout([...node.childNodes]);
}
