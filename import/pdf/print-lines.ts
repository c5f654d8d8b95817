import { displayWidth } from "../../adapters/display-width.ts";
import type { Line } from "../layout/lines.ts";
import { plainLine } from "../clean-text.ts";
import { isSameLine, segmentsOf } from "./pdf-lines.ts";
import type { PdfText } from "./pdf-page.ts";
import { regionsOf } from "./regions.ts";

/** A space between lines that is so much wider than usual is an empty line. */
const WIDE_GAP = 1.35;

/**
 * Turns a document's pages into lines in reading order, each with its indent, the room that it leaves in its column,
 * and its size relative to the text around.
 */
export function printLines(pages: readonly (readonly PdfText[])[]): Line[] {
  const body = commonSize(pages.flat());
  return pages.flatMap((texts) =>
    regionsOf(segmentsOf(texts))
      .flatMap((region) => linesOf(region, body))
      .map((line, i) => ({ ...line, isPageTop: i === 0 || line.isPageTop })),
  );
}

/** The size in which most of the text is set. */
function commonSize(texts: readonly PdfText[]): number {
  const counts = new Map<number, number>();
  for (const { text, size } of texts) counts.set(rounded(size), (counts.get(rounded(size)) ?? 0) + text.length);
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  return commonest?.[0] ?? 1;
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

/** One region's lines; its first one may go on with the last one of the region before, like that of a page. */
function linesOf(region: readonly PdfText[], body: number): Line[] {
  const rows = rowsOf(region);
  const left = Math.min(...rows.map(({ x }) => x));
  const right = rightEdges(rows);
  const leading = usualLeading(rows);
  return rows.map((row, i) => {
    const above = rows[i - 1];
    const text = plainLine(row.text);
    const column = (points: number): number => Math.round(points / (row.size / 2));
    return {
      text,
      indent: column(row.x - left),
      width: displayWidth(text),
      gap: above !== undefined && row.y - above.y > leading * WIDE_GAP ? 1 : 0,
      isPageTop: i === 0,
      isRuled: false,
      underline: "",
      room: column((right.get(rounded(row.size)) ?? 0) - row.x - row.width),
      size: rounded(row.size) / body,
    };
  });
}

/** Where the lines of each size end at the most: a title above a column is no part of its width. */
function rightEdges(rows: readonly PdfText[]): ReadonlyMap<number, number> {
  const edges = new Map<number, number>();
  for (const { x, width, size } of rows) edges.set(rounded(size), Math.max(edges.get(rounded(size)) ?? 0, x + width));
  return edges;
}

/** Segments on the same baseline are one line of the region: cells of a row, or words far apart. */
function rowsOf(region: readonly PdfText[]): PdfText[] {
  const rows: PdfText[] = [];
  for (const segment of [...region].sort((a, b) => (isSameLine(a, b) ? a.x - b.x : a.y - b.y))) {
    const last = rows.at(-1);
    if (last !== undefined && isSameLine(last, segment))
      rows[rows.length - 1] = {
        ...last,
        text: `${last.text} ${segment.text}`,
        width: segment.x + segment.width - last.x,
      };
    else rows.push(segment);
  }
  return rows;
}

function usualLeading(rows: readonly PdfText[]): number {
  const steps = rows
    .slice(1)
    .map((row, i) => row.y - (rows[i]?.y ?? 0))
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? Infinity;
}
