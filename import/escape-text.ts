import { plainLine } from "./clean-text.ts";

/** An empty comment: it parts what the Markdown reader would take for a template's tag, and shows nothing. */
const SEAM = "<!---->";

/**
 * Writes a text as Markdown that shows exactly that text, on one line. White space is a single space, as the
 * reader of issues has it.
 */
export function escapeText(text: string): string {
  return escapeStart(escapeInline(plainLine(text)));
}

/** Writes a text as a heading's Markdown: a closing `#` is text too. */
export function escapeHeading(text: string): string {
  return escapeInline(plainLine(text)).replace(/#+$/u, (marks) => marks.replaceAll("#", "\\#"));
}

/** Writes a text as a cell of a table. */
export function escapeCell(text: string): string {
  return escapeInline(plainLine(text)).replaceAll("|", "\\|");
}

/** Fences a listing so that no line of it ends the fence. */
export function fenceCode(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/gu)].map(([marks]) => marks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${code.replace(/\s+$/u, "")}\n${fence}`;
}

function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<~]|(?<=<)!/gu, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?\w+;)/gu, "\\&")
    .replace(/\{(?=%|:)/gu, `{${SEAM}`);
}

/** What would begin a heading, an item, a quotation or a ruled line, begins a paragraph. */
function escapeStart(text: string): string {
  return text
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=(?==*$)|-(?=[-\s]*$)|:(?=\s))/u, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, "$1\\$2");
}
