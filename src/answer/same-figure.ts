import type { Quantity } from "../fact/mention.ts";
import type { Reading } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";

/** Tells whether a text prints a figure of the question: by its value, or by its number where it only counts (64位, "64-bit"). */
export function isSameFigure(query: Query, asked: Quantity, reading: Reading, figure: Quantity): boolean {
  if (asked.value.eq(figure.value) || (!query.isYesNo && isRoughly(asked, figure))) return true;
  if (asked.dimension !== "count" || figure.dimension !== "count") return false;
  const number = numberIn(query.folded, asked);
  return number !== null && number === numberIn(reading.folded, figure);
}

/** 3亿多 "over 300 million" may be 3.2亿元: what a question says roughly, a text says exactly. */
function isRoughly(asked: Quantity, { value, dimension }: Quantity): boolean {
  const [least, most] = ROUGHLY[asked.qualifier ?? "exact"] ?? [1, 1];
  const isOfKind = asked.dimension === dimension || (asked.dimension === "count" && asked.unit === "");
  return most > least && isOfKind && value.gte(asked.value.times(least)) && value.lte(asked.value.times(most));
}

/** What share of the figure that it names a rough one may be, at least and at most. */
const ROUGHLY: Readonly<Record<string, readonly [number, number]>> = {
  over: [1, 1.4],
  nearly: [0.85, 1],
  about: [0.9, 1.1],
};

/** The digits of a figure; null where it has none. */
function numberIn(folded: string, { start, end }: Span): string | null {
  return /\d[\d.]*/u.exec(folded.slice(start, end).replaceAll(",", ""))?.[0] ?? null;
}
