import type { LeftOut } from "../draft.ts";
import { isBylineAlone, isPageNumber, opensNews } from "../print-cues.ts";
import type { Line } from "./lines.ts";

/** Why a running head is left out. */
export const PAGE_HEAD = "page head or foot";
/** How often a line must come back before it is a running head. */
const RUNNING = 3;
const LONGEST_HEAD = 60;

/**
 * Takes page numbers and running heads and feet out of a text: what the pages show and the news doesn't say.
 * The lines around them move together, as the print had them.
 */
export function withoutPageFurniture(lines: readonly Line[]): { lines: Line[]; leftOut: LeftOut[] } {
  const running = runningHeads(lines);
  const leftOut = new Map<string, LeftOut>();
  const kept: Line[] = [];
  let isAfterFurniture = false;
  for (const line of lines) {
    const why = isPageNumber(line.text) ? "page number" : running.has(maskOf(line)) ? PAGE_HEAD : null;
    if (why !== null) {
      leftOut.set(maskOf(line), { text: line.text, why });
      isAfterFurniture = true;
    } else {
      kept.push(isAfterFurniture ? { ...line, isPageTop: true } : line);
      isAfterFurniture = false;
    }
  }
  return { lines: kept, leftOut: [...leftOut.values()] };
}

function runningHeads(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  lines.forEach((line, i) => {
    if (isShort(line)) {
      const atEdge = line.isPageTop || lines[i + 1]?.isPageTop === true || lines[i + 1] === undefined;
      counts.set(maskOf(line), (counts.get(maskOf(line)) ?? 0) + (atEdge ? RUNNING / 2 : 1));
    }
  });
  return new Set([...counts].filter(([, count]) => count >= RUNNING).map(([mask]) => mask));
}

/** Bylines come back too, and belong to the news. */
function isShort({ text }: Line): boolean {
  return text.length <= LONGEST_HEAD && !/[。！？.!?:：]$/u.test(text) && !opensNews(text) && !isBylineAlone(text);
}

/** A line with its numbers taken away: page 3's head is page 4's. */
function maskOf({ text }: Line): string {
  return text.replace(/\d+/gu, "0");
}
