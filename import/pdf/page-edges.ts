import type { LeftOut } from "../draft.ts";
import { PAGE_HEAD } from "../layout/page-furniture.ts";
import { isPageNumber } from "../print-cues.ts";
import { isSameLine } from "./pdf-lines.ts";
import type { PdfText } from "./pdf-page.ts";

/** Heads and feet have at most so many lines. */
const EDGE_ROWS = 2;

/**
 * Takes heads, feet and page numbers out of pages: what stands in the first or last lines of several pages at the same
 * height, its numbers aside.
 */
export function withoutPageEdges(pages: readonly (readonly PdfText[])[]): { pages: PdfText[][]; leftOut: LeftOut[] } {
  const edges = pages.map(edgeRows);
  const counts = new Map<string, number>();
  for (const row of edges.flat()) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const leftOut = new Map<string, LeftOut>();
  const kept = pages.map((texts, page) => {
    const furniture = (edges[page] ?? []).filter((row) => (counts.get(keyOf(row)) ?? 0) > 1 || isNumberAlone(row));
    for (const row of furniture)
      leftOut.set(keyOf(row), { text: wordsOf(row), why: isNumberAlone(row) ? "page number" : PAGE_HEAD });
    const gone = new Set(furniture.flat());
    return texts.filter((text) => !gone.has(text));
  });
  return { pages: kept, leftOut: [...leftOut.values()] };
}

type Row = readonly PdfText[];

function edgeRows(texts: readonly PdfText[]): Row[] {
  const rows: PdfText[][] = [];
  for (const text of [...texts].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1);
    if (last?.[0] !== undefined && isSameLine(last[0], text)) last.push(text);
    else rows.push([text]);
  }
  return rows.length <= 2 * EDGE_ROWS ? [...rows] : [...rows.slice(0, EDGE_ROWS), ...rows.slice(-EDGE_ROWS)];
}

function wordsOf(row: Row): string {
  return [...row]
    .sort((a, b) => a.x - b.x)
    .map(({ text }) => text.trim())
    .join(" ");
}

function keyOf(row: Row): string {
  return `${Math.round((row[0]?.y ?? 0) / 4)} ${wordsOf(row).replace(/\d+/gu, "0")}`;
}

function isNumberAlone(row: Row): boolean {
  return /^\d{1,4}$/u.test(wordsOf(row)) || isPageNumber(wordsOf(row));
}
