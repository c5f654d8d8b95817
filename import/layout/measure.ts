import type { Line } from "./lines.ts";
import { endsSentence } from "./sentence-end.ts";

/** How wide a text's lines run. */
export interface Measure {
  /** Columns of a full line; infinite where each paragraph is one line, however long. */
  readonly columns: number;
  /** Indent that begins a paragraph; null where no paragraph is indented. */
  readonly paragraphIndent: number | null;
}

/** Longer lines aren't broken for a page. */
const WIDEST_PAGE = 130;
const NARROWEST_PAGE = 24;
/** A line is full when so much of the widest is used: a long word may have moved on. */
const FULL = 0.8;
const SHARE_OF_FULL = 0.45;

/**
 * Finds whether lines were broken to fit a page: the widest are about equally wide, and many of them stop in the
 * middle of a sentence with the next line right below.
 */
export function measure(lines: readonly Line[]): Measure {
  const widths = lines.map((line) => line.width + line.indent).sort((a, b) => a - b);
  const widest = widths[Math.floor(widths.length * 0.98)] ?? 0;
  const inner = lines.filter((line, i) => isFollowedClosely(lines, i) && line.width > 0);
  const full = inner.filter((line) => line.width + line.indent >= widest * FULL);
  const broken = full.filter((line) => !endsSentence(line.text));
  const isWrapped =
    widest >= NARROWEST_PAGE &&
    widest <= WIDEST_PAGE &&
    full.length >= Math.max(2, inner.length * SHARE_OF_FULL) &&
    broken.length >= full.length / 2;
  return { columns: isWrapped ? widest : Infinity, paragraphIndent: paragraphIndentOf(lines) };
}

function isFollowedClosely(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  return next !== undefined && next.gap === 0 && !next.isRuled;
}

/** The commonest indent, where lines without any stand below lines with it. */
function paragraphIndentOf(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (line.indent >= 2 && line.indent <= 8 && next !== undefined && next.gap === 0 && next.indent < line.indent)
      counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1);
  });
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  return commonest?.[0] ?? null;
}
