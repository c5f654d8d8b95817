import type { Interval } from "./mention.ts";

/** A day of the proleptic Gregorian calendar; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** Tells whether a day exists: there is no 30 February. */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
}

/** The number of days of a month. */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The interval from one day to another; null where either doesn't exist or they are in the wrong order. */
export function between(first: Day, last: Day): Interval | null {
  const interval = { from: iso(first), to: iso(last) };
  return isDay(first) && isDay(last) && interval.from <= interval.to ? interval : null;
}

/** The interval of whole months, both included. */
export function monthsBetween(year: number, month: number, lastYear: number, lastMonth: number): Interval | null {
  return between({ year, month, day: 1 }, { year: lastYear, month: lastMonth, day: lastDay(lastYear, lastMonth) });
}

/** Moves a day by a number of days. */
export function plusDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day) + days * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Moves an ISO day, as intervals have them, by a number of days. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Tells whether two intervals are of the same days; two that nobody could resolve are, too. */
export function isSameInterval(a: Interval | null | undefined, b: Interval | null | undefined): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}

/** Tells whether an interval lies in another. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The same days a year before; that of 29 February is the 28th. */
export function yearBefore({ from, to }: Interval): Interval {
  return { from: dayOfYearBefore(from), to: dayOfYearBefore(to) };
}

function dayOfYearBefore(day: string): string {
  const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return moved.endsWith("-02-29") ? moved.replace(/29$/u, "28") : moved;
}

/** The weekday of a day, Monday 1 to Sunday 7 (ISO 8601). */
export function weekday({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** Moves a month by a number of months. */
export function plusMonths(
  year: number,
  month: number,
  months: number,
): { readonly year: number; readonly month: number } {
  const index = year * 12 + month - 1 + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** Writes a day as YYYY-MM-DD. */
export function iso({ year, month, day }: Day): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
