import type { DocumentBlock, Language } from "../src/index.ts";
import { displayWidth, pad, wrap } from "./display-width.ts";
import { printable } from "./terminal-style.ts";
import type { Style } from "./terminal-style.ts";

/** How a document is drawn. */
export interface Canvas {
  readonly style: Style;
  readonly language: Language;
  /** The terminal's width; null leaves every line whole, as for a pipe. */
  readonly columns: number | null;
}

/**
 * Draws a document for a terminal, without a line end after its last line.
 *
 * Only lists are wrapped: a quote keeps its line, so that it can be copied as printed.
 */
export function drawDocument(blocks: readonly DocumentBlock[], canvas: Canvas): string {
  const labelWidth = Math.max(0, ...blocks.map((block) => (block.kind === "entry" ? displayWidth(block.label) : 0)));
  return blocks.map((block, i) => `${separator(blocks[i - 1], block)}${drawBlock(block, canvas, labelWidth)}`).join("");
}

function drawBlock(block: DocumentBlock, canvas: Canvas, labelWidth: number): string {
  const { style, language } = canvas;
  switch (block.kind) {
    case "answer":
      return paintFirstLine(printable(block.text), style.answer);
    case "reason":
      return style.refusal(printable(block.text));
    case "quote":
      return language === "zh"
        ? `「${printable(block.quote)}」\n${style.muted(`—— ${printable(block.source)}`)}`
        : `“${printable(block.quote)}”\n${style.muted(`— ${printable(block.source)}`)}`;
    case "suggestions":
      return [
        style.muted(block.title),
        ...block.questions.map((question) => `${style.muted("·")} ${printable(question)}`),
      ].join("\n");
    case "title":
    case "heading":
      return style.title(printable(block.text));
    case "hint":
      return style.muted(printable(block.text));
    case "item":
      return hanging("· ", printable(block.text), canvas.columns);
    case "code":
      return printable(block.text).replace(/^/gmu, "    ");
    case "entry":
      return hanging(
        `${style.label(pad(printable(block.label), labelWidth))}  `,
        printable(block.text),
        canvas.columns,
        labelWidth + 2,
      );
    default:
      return printable(block.text);
  }
}

/** Blocks of prose stand apart; the lines of a reply, a list or a table follow each other. */
function separator(before: DocumentBlock | undefined, block: DocumentBlock): string {
  if (before === undefined) return "";
  const isApart =
    isProse(before) ||
    isProse(block) ||
    (before.kind === "entry") !== (block.kind === "entry") ||
    block.kind === "suggestions";
  return isApart ? "\n\n" : "\n";
}

function isProse(block: DocumentBlock): boolean {
  return ["title", "heading", "paragraph", "code"].includes(block.kind);
}

/** A list as an answer has its lead in its first line. */
function paintFirstLine(text: string, paint: (line: string) => string): string {
  const end = text.indexOf("\n");
  return end < 0 ? paint(text) : `${paint(text.slice(0, end))}${text.slice(end)}`;
}

/** Sets a text beside its lead; further lines are indented to the same column. */
function hanging(lead: string, text: string, columns: number | null, indent = displayWidth(lead)): string {
  const lines =
    columns === null
      ? text.split("\n")
      : text.split("\n").flatMap((line) => wrap(line, Math.max(20, columns - indent)));
  return lead + lines.join(`\n${" ".repeat(indent)}`);
}
