import type { Nodes, RootContent } from "mdast";
import { decodeText } from "./decode-text.ts";
import type { Draft, ReadingHints } from "./draft.ts";
import { ImportError } from "./draft.ts";
import { outlineByHeadings } from "./html/heading-outline.ts";
import type { HtmlBlock } from "./html/html-blocks.ts";
import { readHeader } from "./markdown-header.ts";
import { cleanText, plainLine } from "./clean-text.ts";
import { nameOf } from "./source-name.ts";

/** Reads an issue from a Markdown newsletter: its Markdown stays, its headings get the levels of an issue. */
export async function readMarkdownNewsletter(bytes: Uint8Array, { fileName }: ReadingHints): Promise<readonly Draft[]> {
  const { text, encoding } = await decodeText(bytes);
  const { header, body } = readHeader(cleanText(text));
  const name = header.title ?? nameOf(fileName);
  const outline = outlineByHeadings(await blocksOf(body), name);
  if (outline.articles.length === 0)
    throw new ImportError("holds no text below its header; check that it is the right file");
  return [
    {
      ...header,
      title: header.title ?? outline.title,
      date: header.date ?? outline.date,
      articles: outline.articles,
      findings: { format: `Markdown in ${encoding}`, joined: [], leftOut: outline.leftOut },
    },
  ];
}

async function blocksOf(body: string): Promise<HtmlBlock[]> {
  const { fromMarkdown } = await import("mdast-util-from-markdown");
  return fromMarkdown(body)
    .children.map((node) => blockOf(node, body))
    .filter(({ text }) => !SHOWS_NOTHING.test(text));
}

/** Tags of a site generator and comments, and nothing else. */
const SHOWS_NOTHING = /^(?:\s|\{%[^%]*%\}|<!--(?:(?!-->)[\s\S])*-->)*$/u;

function blockOf(node: RootContent, body: string): HtmlBlock {
  if (node.type === "heading") return { kind: "heading", text: plainLine(wordsOf(node)), level: node.depth };
  const start = node.position?.start.offset ?? 0;
  const lineStart = body.lastIndexOf("\n", start - 1) + 1;
  return { kind: "markdown", text: body.slice(lineStart, node.position?.end.offset), level: 0 };
}

function wordsOf(node: Nodes): string {
  if ("value" in node) return node.type === "html" ? "" : node.value;
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}
