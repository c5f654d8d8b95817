import { isWithin } from "../fact/period-calendar.ts";
import type { Fact } from "../fact/fact.ts";
import type { Interval } from "../fact/mention.ts";
import { findPeriods } from "../fact/period.ts";
import type { Digest } from "../search/digest.ts";
import { fold } from "../text/fold.ts";

/** `2025`, `2025-06`, `2025-06-12`. */
const ISO = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u;

/** Reads words that are a period and nothing else: `2025-06`, `2025-01..2025-06`, 上半年, "June 2025"; null where they aren't. */
export function periodIn(
  words: string,
  { reference, lexicon }: Pick<Digest, "reference" | "lexicon">,
): Interval | null {
  const plain = words.normalize("NFKC").trim();
  const [first = "", last = first, ...more] = plain.split(/\s*(?:\.\.|~|至)\s*/u);
  const [from, to] = [isoPeriod(first), isoPeriod(last)];
  if (from !== null && to !== null && more.length === 0)
    return from.from <= to.to ? { from: from.from, to: to.to } : null;
  const folded = fold(plain);
  const [period] = findPeriods(folded, reference, lexicon.periods);
  const isAll = period !== undefined && period.start === 0 && period.end === folded.length;
  return isAll ? period.interval : null;
}

/** Parts a period at the end from the words before it; at most three words make one. */
export function wordsAndPeriod(
  text: string,
  digest: Digest,
): { readonly words: string; readonly period: Interval | null } {
  const tokens = text.split(/\s+/u).filter((token) => token !== "");
  for (let size = Math.min(3, tokens.length - 1); size > 0; size--) {
    const period = periodIn(tokens.slice(-size).join(" "), digest);
    if (period !== null) return { words: tokens.slice(0, -size).join(" "), period };
  }
  return { words: tokens.join(" "), period: null };
}

/** Tells whether a statement is about a period, or a part of it. */
export function speaksOf({ mentions, context }: Fact, asked: Interval): boolean {
  const own = mentions.flatMap((mention) => (mention.kind === "period" ? [mention] : []));
  return [...own, ...(context.period === null ? [] : [context.period])].some(
    ({ interval }) => interval !== null && isWithin(interval, asked),
  );
}

function isoPeriod(text: string): Interval | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (month > 12 || day > 31 || year < 1900 || year > 2199) return null;
  const pad = (number: number): string => String(number).padStart(2, "0");
  if (month === 0) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${year}-${pad(month)}-${pad(day || 1)}`, to: `${year}-${pad(month)}-${pad(day || lastDay)}` };
}
