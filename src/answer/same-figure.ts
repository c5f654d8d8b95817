import type { Quantity } from "../fact/mention.ts";
import type { Reading } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";

/** Tells whether a text prints a figure of the question: by its value, or by its number where it only counts (64位, "64-bit"). */
export function isSameFigure(query: Query, asked: Quantity, reading: Reading, figure: Quantity): boolean {
  if (asked.value.eq(figure.value)) return true;
  if (asked.dimension !== "count" || figure.dimension !== "count") return false;
  const number = numberIn(query.folded, asked);
  return number !== null && number === numberIn(reading.folded, figure);
}

/** The digits of a figure; null where it has none. */
function numberIn(folded: string, { start, end }: Span): string | null {
  return /\d[\d.]*/u.exec(folded.slice(start, end).replaceAll(",", ""))?.[0] ?? null;
}
