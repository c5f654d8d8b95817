import type { Period } from "../src/index.ts";

/** Writes a period as its days, as short as it can be read: `2025`, `2025-06`, `2025-01…2025-06`; "" where unresolved. */
export function periodLabel({ interval, precision }: Period): string {
  if (interval === null) return "";
  const { from, to } = interval;
  switch (precision) {
    case "year":
      return from.slice(0, 4);
    case "years":
      return `${from.slice(0, 4)}…${to.slice(0, 4)}`;
    case "month":
      return from.slice(0, 7);
    case "months":
    case "quarter":
    case "half":
      return `${from.slice(0, 7)}…${to.slice(0, 7)}`;
    default:
      return from === to ? from : `${from}…${to}`;
  }
}
