import type { PdfText } from "./pdf-page.ts";

/** A gutter between columns is at least so wide, in sizes of the text. */
const GUTTER = 1;
/** A column has lines, not only a figure at the end of a row. */
const FEWEST_LINES = 3;
/** Lines that run across a gutter are titles and the like; where there are more, it is none. */
const MOST_ACROSS = 0.3;
const EDGE = 2;

/**
 * Cuts the lines of a page into columns and what runs across them, in the order in which they are read. A column begins
 * where several lines begin and hardly any runs across the space before.
 */
export function regionsOf(segments: readonly PdfText[]): PdfText[][] {
  const cut = findGutter(segments);
  if (cut === null) return segments.length === 0 ? [] : [[...segments]];
  const across = [...cut.across].sort((a, b) => a.y - b.y);
  const regions: PdfText[][] = [];
  let top = -Infinity;
  for (const line of [...across, null]) {
    const bottom = line?.y ?? Infinity;
    const between = ({ y }: PdfText): boolean => y > top && y <= bottom;
    const columns = [...regionsOf(cut.left.filter(between)), ...regionsOf(cut.right.filter(between))];
    regions.push(...columns);
    if (line !== null) addLine(regions, line, columns.length === 0 && top > -Infinity);
    top = bottom;
  }
  return regions;
}

/** Lines across that follow each other are one region. */
function addLine(regions: PdfText[][], line: PdfText, goesOn: boolean): void {
  const last = regions.at(-1);
  if (goesOn && last !== undefined) last.push(line);
  else regions.push([line]);
}

interface Gutter {
  readonly left: readonly PdfText[];
  readonly right: readonly PdfText[];
  readonly across: readonly PdfText[];
}

function findGutter(segments: readonly PdfText[]): Gutter | null {
  let best: Gutter | null = null;
  for (const x of columnStarts(segments)) {
    const gutter = gutterBefore(x, segments);
    const isBetter = best === null || gutter.across.length < best.across.length;
    if (isBetter && isGutter(gutter, segments.length)) best = gutter;
  }
  return best;
}

/** The places where several lines begin. */
function columnStarts(segments: readonly PdfText[]): number[] {
  const counts = new Map<number, number>();
  for (const { x } of segments) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= FEWEST_LINES).map(([x]) => x);
}

function gutterBefore(start: number, segments: readonly PdfText[]): Gutter {
  const left = segments.filter(({ x, width, size }) => x + width <= start - GUTTER * size + EDGE);
  const right = segments.filter(({ x }) => x >= start - EDGE);
  const sides = new Set([...left, ...right]);
  return { left, right, across: segments.filter((segment) => !sides.has(segment)) };
}

function isGutter({ left, right, across }: Gutter, total: number): boolean {
  if (across.length > total * MOST_ACROSS) return false;
  return besides(left, right) >= FEWEST_LINES && besides(right, left) >= FEWEST_LINES;
}

/** How many lines of a column stand beside the other one rather than above or below it. */
function besides(column: readonly PdfText[], other: readonly PdfText[]): number {
  const top = Math.min(...other.map(({ y }) => y));
  const bottom = Math.max(...other.map(({ y }) => y));
  return column.filter(({ y, size }) => y > top - size && y < bottom + size).length;
}
