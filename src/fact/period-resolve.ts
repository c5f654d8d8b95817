import type { IssueDate } from "../digest/issue.ts";
import type { Interval, Period } from "./mention.ts";
import { between, isDay, lastDay, monthsBetween, plusDays, plusMonths, weekday } from "./period-calendar.ts";
import type { PeriodLexicon, Relative, Slots } from "./period-lexicon.ts";

/** When a wording means, as far as it can be told. */
export type When = Pick<Period, "interval" | "precision">;

/** A month without a year lies at most so many months after the issue, else it was the year before. */
const MONTHS_AHEAD = 2;
/** The same for quarters and halves, which are announced earlier. */
const PART_MONTHS_AHEAD = 6;
/** Decades without a century: from the thirties on they are of the last one. */
const FIRST_OLD_DECADE = 30;

/**
 * Resolves the slots of a template; null where they name no real date (30 February).
 *
 * @param reference the issue's date
 * @param contextYear the year of the date just before in the sentence, for a month or part without a year
 */
export function resolve(
  slots: Slots,
  reference: IssueDate | null,
  contextYear: number | null,
  lexicon: PeriodLexicon,
): When | null {
  if (slots.SAME !== undefined) return { interval: null, precision: "vague" };
  if (slots.V !== undefined) return { interval: null, precision: lexicon.unresolved(slots.V) ?? "vague" };
  if (slots.THIS !== undefined)
    return { interval: reference && years(reference.year, reference.year), precision: "year" };
  if (slots.F !== undefined) return resolveYears(lexicon.plans(slots.F));
  if (slots.YD !== undefined) return resolveYears({ from: Number(slots.YD), to: Number(slots.YD) + 9 });
  if (slots.DEC !== undefined || slots.EDEC !== undefined) return resolveDecade(slots, lexicon);
  if (slots.REL !== undefined) return resolveRelative(lexicon.relative(slots.REL), slots.WD, reference, lexicon);
  const year = yearOf(slots, reference, lexicon) ?? contextYear;
  if (dayNumber(slots.D, lexicon) !== null) return resolveDays(slots, year, reference, lexicon);
  const part = lexicon.parts(slots.P ?? slots.PE ?? "");
  if (part !== null) {
    const ahead = part.precision === "months" ? MONTHS_AHEAD : PART_MONTHS_AHEAD;
    const nearest =
      part.precision === "year"
        ? (reference?.year ?? null)
        : nearestYear(part.precision === "months" ? part.to : part.from, 1, ahead, reference);
    return whole(year, nearest, (y) => monthsBetween(y, part.from, y, part.to), part.precision);
  }
  const count = dayNumber(slots.N, lexicon) ?? lexicon.counts.get(slots.EN ?? "") ?? null;
  if (count !== null) return resolveMonths(1, count, year, null, reference);
  const month = monthOf(slots.M ?? slots.MM ?? slots.MN ?? slots.MU, lexicon);
  if (month !== null) return resolveMonth(slots, month, year, reference, lexicon);
  if (typeof year !== "number") return { interval: null, precision: "year" };
  const last = yearNumber(slots.Y2, lexicon);
  return last === null ? { interval: years(year, year), precision: "year" } : resolveYears({ from: year, to: last });
}

/** The year a wording names: a number, "unknown" where it is told from a reference that is missing, or null where none is named. */
function yearOf(slots: Slots, reference: IssueDate | null, lexicon: PeriodLexicon): number | "unknown" | null {
  const afterPart = slots.P === undefined ? undefined : slots.Y2;
  const named = yearNumber(slots.Y ?? slots.YB ?? afterPart, lexicon);
  if (named !== null) return named;
  if (slots.U !== undefined) return "unknown";
  const relative = lexicon.relative(slots.R ?? slots.R2 ?? "");
  if (relative === null) return null;
  return reference === null || relative.offset === null ? "unknown" : reference.year + relative.offset;
}

/** Resolves within the named year, else within the nearest one. */
function whole(
  year: number | "unknown" | null,
  nearest: number | null,
  intervalOf: (year: number) => Interval | null,
  precision: Period["precision"],
): When | null {
  const known = year ?? nearest;
  if (known === null || known === "unknown") return { interval: null, precision };
  const interval = intervalOf(known);
  return interval === null ? null : { interval, precision };
}

/** The year of the reference, or the one before where the day would lie too far ahead. */
function nearestYear(month: number, day: number, monthsAhead: number, reference: IssueDate | null): number | null {
  if (reference === null) return null;
  const latest = plusMonths(reference.year, reference.month, monthsAhead);
  const latestDay = reference.day ?? lastDay(reference.year, reference.month);
  const isAhead = reference.year * 10_000 + month * 100 + day > latest.year * 10_000 + latest.month * 100 + latestDay;
  return isAhead ? reference.year - 1 : reference.year;
}

function resolveDays(
  slots: Slots,
  year: number | "unknown" | null,
  reference: IssueDate | null,
  lexicon: PeriodLexicon,
): When | null {
  const month = monthOf(slots.M ?? slots.MN ?? slots.M2, lexicon) ?? 0;
  const day = dayNumber(slots.D, lexicon) ?? 0;
  const lastMonth = monthOf(slots.M2 ?? slots.MN2, lexicon) ?? month;
  const last = dayNumber(slots.D2, lexicon) ?? day;
  const intervalOf = (y: number): Interval | null => {
    const lastYear = yearNumber(slots.Y2, lexicon) ?? (lastMonth < month ? y + 1 : y);
    return between({ year: y, month, day }, { year: lastYear, month: lastMonth, day: last });
  };
  // A leap year has every day that a year can have.
  if (!isDay({ year: 2000, month, day }) || !isDay({ year: 2000, month: lastMonth, day: last })) return null;
  return whole(year, nearestYear(month, day, MONTHS_AHEAD, reference), intervalOf, "day");
}

function resolveMonth(
  slots: Slots,
  month: number,
  year: number | "unknown" | null,
  reference: IssueDate | null,
  lexicon: PeriodLexicon,
): When | null {
  const days = lexicon.monthDays(slots.T ?? "");
  if (days === null)
    return resolveMonths(
      month,
      monthOf(slots.M2 ?? slots.MN2, lexicon) ?? month,
      year,
      yearNumber(slots.Y2, lexicon),
      reference,
    );
  const intervalOf = (y: number): Interval | null =>
    between({ year: y, month, day: days.from }, { year: y, month, day: Math.min(days.to, lastDay(y, month)) });
  return whole(year, nearestYear(month, days.from, MONTHS_AHEAD, reference), intervalOf, "day");
}

function resolveMonths(
  first: number,
  last: number,
  year: number | "unknown" | null,
  lastYear: number | null,
  reference: IssueDate | null,
): When | null {
  const precision = first === last && lastYear === null ? "month" : "months";
  if (year === null && last < first) {
    // 12月至2月: the year that is told belongs to its end.
    return whole(
      null,
      nearestYear(last, 1, MONTHS_AHEAD, reference),
      (y) => monthsBetween(y - 1, first, y, last),
      precision,
    );
  }
  return whole(
    year,
    nearestYear(last, 1, MONTHS_AHEAD, reference),
    (y) => monthsBetween(y, first, lastYear ?? (last < first ? y + 1 : y), last),
    precision,
  );
}

function resolveRelative(
  relative: Relative | null,
  weekdayWord: string | undefined,
  reference: IssueDate | null,
  lexicon: PeriodLexicon,
): When | null {
  if (relative === null) return null;
  const { unit, offset } = relative;
  const day = lexicon.weekdays.get(weekdayWord ?? "");
  const precision = unit === "week" && day !== undefined ? "day" : unit;
  if (reference === null || offset === null) return { interval: null, precision };
  if (unit === "year") return { interval: years(reference.year + offset, reference.year + offset), precision };
  if (unit === "month" || unit === "quarter") {
    const length = unit === "month" ? 1 : 3;
    const start = plusMonths(reference.year, reference.month - ((reference.month - 1) % length), offset * length);
    return { interval: monthsBetween(start.year, start.month, start.year, start.month + length - 1), precision };
  }
  if (reference.day === null) return { interval: null, precision };
  const today = { year: reference.year, month: reference.month, day: reference.day };
  if (unit === "day") return { interval: between(plusDays(today, offset), plusDays(today, offset)), precision };
  const monday = plusDays(today, 1 - weekday(today) + offset * 7);
  const [first, last] = day === undefined ? [0, 6] : [day - 1, day - 1];
  return { interval: between(plusDays(monday, first), plusDays(monday, last)), precision };
}

function resolveDecade(slots: Slots, lexicon: PeriodLexicon): When {
  const printed = slots.DEC ?? slots.EDEC ?? "";
  const decade = /^\d/u.test(printed) ? Number(printed) : (lexicon.digits.get(printed.charAt(0)) ?? 0) * 10;
  const century = slots.C === undefined ? (decade >= FIRST_OLD_DECADE ? 1900 : 2000) : (Number(slots.C) - 1) * 100;
  return { interval: years(century + decade, century + decade + 9), precision: "years" };
}

function resolveYears(range: { readonly from: number; readonly to: number } | null): When | null {
  return range === null || range.from > range.to ? null : { interval: years(range.from, range.to), precision: "years" };
}

function years(from: number, to: number): Interval {
  return { from: `${from}-01-01`, to: `${to}-12-31` };
}

function yearNumber(printed: string | undefined, lexicon: PeriodLexicon): number | null {
  if (printed === undefined) return null;
  return Number(Array.from(printed, (char) => lexicon.digits.get(char) ?? char).join(""));
}

function monthOf(printed: string | undefined, lexicon: PeriodLexicon): number | null {
  return lexicon.months.get(printed ?? "") ?? dayNumber(printed, lexicon);
}

/** Reads a number up to 31 in digits or Chinese numerals: 二十三. */
function dayNumber(printed: string | undefined, lexicon: PeriodLexicon): number | null {
  if (printed === undefined) return null;
  if (/^\d/u.test(printed)) return Number(printed);
  const digit = (han: string): number => lexicon.digits.get(han) ?? 0;
  const ten = printed.indexOf(lexicon.ten);
  if (ten < 0) return digit(printed);
  return (ten === 0 ? 1 : digit(printed.slice(0, ten))) * 10 + digit(printed.slice(ten + 1));
}
