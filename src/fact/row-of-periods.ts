import type { Interval, Mention, Period, Quantity } from "./mention.ts";
import type { Reading, Sentence } from "./reading.ts";

/**
 * Finds the period that a figure of a row has by its place in it: 2023年 for 21.4亿元 in 2022年、2023年收入分别为8.7亿元和21.4亿元
 * "revenue of 2022 and 2023 was 8.7 and 21.4 respectively"; 同期净利润0.3亿元、0.9亿元 goes on with the same periods. Null where
 * a figure stands in no such row.
 */
export function periodInRow({ folded }: Reading, sentence: Sentence, at: number): Period | null {
  if (!SAID.test(folded.slice(sentence.start, sentence.end))) return null;
  const row = rowAround(folded, sentence, at);
  const [first] = row;
  if (first === undefined || row.length < 2) return null;
  const lead = folded.slice(sentence.start, first.start);
  const tail = folded.slice(row.at(-1)?.end ?? at, sentence.end);
  const isSame = /同期[^,，;；]*$/u.test(lead);
  if (!isSame && !/分别|依次/u.test(lead) && !/\brespectively\b/u.test(tail)) return null;
  const periods = isSame ? periodsBefore(sentence, first) : rowOfPeriods(folded, sentence, first);
  const all = periods.flatMap(eachYear);
  return all.length === row.length ? (all[row.findIndex(({ start, end }) => start <= at && at < end)] ?? null) : null;
}

/** What a sentence says that tells of things in the order in which they were named. */
const SAID = /分别|依次|同期|\brespectively\b/u;

function periodsBefore({ mentions }: Sentence, figure: Quantity): readonly Period[] {
  return mentions.filter(isResolved).filter(({ end }) => end <= figure.start);
}

/** The last row of periods before a figure, or the first behind it. */
function rowOfPeriods(folded: string, sentence: Sentence, figure: Quantity): readonly Period[] {
  const rows = rowsOfPeriods(folded, sentence);
  return rows.findLast(([period]) => period !== undefined && period.start < figure.start) ?? rows[0] ?? [];
}

/** The figures of one dimension around a place that only 、 and "and" stand between. */
function rowAround(folded: string, { mentions }: Sentence, at: number): readonly Quantity[] {
  const rows: Quantity[][] = [];
  for (const figure of mentions.filter((mention) => mention.kind === "quantity")) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const isNext = last?.dimension === figure.dimension && JOINED.test(folded.slice(last.end, figure.start));
    if (row !== undefined && isNext) row.push(figure);
    else rows.push([figure]);
  }
  return rows.find((row) => row.some(({ start, end }) => start <= at && at < end)) ?? [];
}

/** Periods that only 、 and "and" stand between, two or more. */
function rowsOfPeriods(folded: string, { mentions }: Sentence): readonly (readonly Period[])[] {
  const rows: Period[][] = [];
  for (const period of mentions.filter(isResolved)) {
    const row = rows.at(-1);
    if (row !== undefined && JOINED.test(folded.slice(row.at(-1)?.end ?? 0, period.start))) row.push(period);
    else rows.push([period]);
  }
  return rows.filter((row) => row.flatMap(eachYear).length > 1);
}

const JOINED = /^ ?(?:[、,，和及与]|以及|,? ?\band\b)? ?$/u;

function isResolved(mention: Mention): mention is Period & { readonly interval: Interval } {
  return mention.kind === "period" && mention.interval !== null;
}

/** 2022年至2024年 "2022 to 2024" as its years. */
function eachYear(period: Period): readonly Period[] {
  if (period.precision !== "years" || period.interval === null) return [period];
  const [first, last] = [period.interval.from, period.interval.to].map((day) => Number(day.slice(0, 4)));
  if (first === undefined || last === undefined || last - first > 9) return [period];
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    ...period,
    precision: "year",
    interval: { from: `${first + i}-01-01`, to: `${first + i}-12-31` },
  }));
}
