import { plainLine } from "../clean-text.ts";
import { inlineText } from "./inline-text.ts";
import type { HtmlElement, HtmlNode } from "./parse-html.ts";

const BLOCK_INSIDE = "div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, img";
const LONGEST_CELL = 120;

/** Tells a table of figures from one that only lays out a page, as most newsletters are laid out. */
export function isDataTable(node: HtmlNode): boolean {
  const table = node as HtmlElement;
  if (table.getAttribute("role") === "presentation" || table.querySelector("table") !== null) return false;
  const rows = rowsOf(table);
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2 || rows.length < 2) return false;
  if (table.querySelector("th") !== null) return true;
  if (table.querySelector(BLOCK_INSIDE) !== null || [...table.querySelectorAll("p")].length > rows.flat().length)
    return false;
  return rows.flat().every((cell) => cell.length <= LONGEST_CELL);
}

/** The texts of a table's cells, row by row; rows without any text are left aside. */
export function rowsOf(node: HtmlNode): string[][] {
  const rows = [...(node as HtmlElement).querySelectorAll("tr")];
  return rows
    .map((row) =>
      [...row.childNodes]
        .filter((cell) => cell.nodeName === "TD" || cell.nodeName === "TH")
        .map((cell) => plainLine(inlineText([cell]))),
    )
    .filter((cells) => cells.some((cell) => cell !== ""));
}
