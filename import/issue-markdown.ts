import { stringify } from "yaml";
import type { Draft, DraftArticle, DraftBlock } from "./draft.ts";
import { escapeCell, escapeHeading, escapeText, fenceCode } from "./escape-text.ts";
import { plainLine } from "./clean-text.ts";

/** What the front matter of an issue holds; null for what isn't known. */
export type IssueHead = Pick<Draft, "title" | "date" | "language" | "source">;

/** Writes an issue in the form of a knowledge folder's file: front matter, `##` titles, `###` headings. */
export function issueMarkdown(head: IssueHead, articles: readonly DraftArticle[]): string {
  return `---\n${frontMatter(head)}---\n${articles.map((article) => `\n${articleMarkdown(article)}\n`).join("")}`;
}

function frontMatter({ title, date, language, source }: IssueHead): string {
  const known = Object.entries({ title, date, language, source }).filter(([, value]) => value !== null);
  return stringify(Object.fromEntries(known), { lineWidth: 0 });
}

function articleMarkdown({ title, blocks }: DraftArticle): string {
  const seen = blocks.map(asSeen).filter(({ text }) => /[^\s|]/u.test(text.replaceAll(CELL_BORDER, "")));
  return [`## ${escapeHeading(withoutAnchor(title))}`, ...groupsOf(seen).map(groupMarkdown)].join("\n\n");
}

/** A check box and an anchor are marks of Markdown wherever they stand, and no text. */
function asSeen(block: DraftBlock): DraftBlock {
  if (block.kind === "item") return { ...block, text: plainLine(block.text).replace(/^(?:\[[ xX]\]\s+)+/u, "") };
  return block.kind === "heading" ? { ...block, text: withoutAnchor(block.text) } : block;
}

function withoutAnchor(heading: string): string {
  return plainLine(heading).replace(/(?:\s*\{#[\w:.-]+\})+$/u, "");
}

/** Neighbours of the same kind: the items of a list and the rows of a table stand together. */
function groupsOf(blocks: readonly DraftBlock[]): DraftBlock[][] {
  const groups: DraftBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const isTogether = last?.[0]?.kind === block.kind && (block.kind === "item" || block.kind === "row");
    if (isTogether) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function groupMarkdown(group: readonly DraftBlock[]): string {
  const [first] = group;
  const text = first?.text ?? "";
  switch (first?.kind) {
    case "heading":
      return `### ${escapeHeading(text)}`;
    case "item":
      return group.map((item) => `- ${escapeText(item.text)}`).join("\n");
    case "row":
      return tableMarkdown(group.map((row) => row.text.split(CELL_BORDER)));
    case "code":
      return fenceCode(text);
    case "markdown":
      return text;
    default:
      return escapeText(text);
  }
}

/** Parts the cells of a row; no text holds it. */
export const CELL_BORDER = "\u001f";

function tableMarkdown(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const lines = rows.map(
    (row) => `| ${Array.from({ length: columns }, (_, i) => escapeCell(row[i] ?? "")).join(" | ")} |`,
  );
  return [lines[0], `|${" --- |".repeat(columns)}`, ...lines.slice(1)].join("\n");
}
