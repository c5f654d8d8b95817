import type { IssueDate } from "./issue.ts";

/** A time of day after the date, as Jekyll writes it. */
const TIME = "(?:,?[T ]\\s*\\d{1,2}:\\d{2}.*)?";
/** Year, month and day: `2025-07-16`, `2025-07`, `2025/7/16`, 2025年7月16日. */
const WRITTEN_DATES = [
  new RegExp(`^(\\d{4})-(\\d{1,2})(?:-(\\d{1,2})${TIME})?$`, "u"),
  new RegExp(`^(\\d{4})/(\\d{1,2})(?:/(\\d{1,2})${TIME})?$`, "u"),
  new RegExp(`^(\\d{4})\\.(\\d{1,2})(?:\\.(\\d{1,2})${TIME})?$`, "u"),
  /^(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日.*)?$/u,
];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/iu;
/** `16 July 2025`, as feeds and mails write it too, `July 16, 2025` and `July 2025`. */
const DAY_FIRST = new RegExp(
  `^(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<month>[a-z]{3,9})\\.?,?\\s+(?<year>\\d{4})${TIME}$`,
  "iu",
);
const MONTH_FIRST = new RegExp(
  `^(?<month>[a-z]{3,9})\\.?\\s+(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+)?(?<year>\\d{4})${TIME}$`,
  "iu",
);

/** The dates that file names carry: 2026-07-24-newsletter, 2025_07, 20260107, 2025年7月16日. */
const DATES_IN_NAMES = [
  /(?<!\d)(\d{4})([-_.])(\d{2})\2(\d{2})(?!\d)/u,
  /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/u,
  /(?<!\d)(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/u,
  /(?<!\d)(\d{4})[-_.](\d{2})(?!\d)/u,
];

/** Reads a date as an editor writes it in the front matter; null when it isn't one or isn't in the calendar. */
export function parseIssueDate(text: string): IssueDate | null {
  const written = text.trim().replace(WEEKDAY, "");
  const match = WRITTEN_DATES.map((pattern) => pattern.exec(written)).find((found) => found !== null);
  return match === undefined ? namedMonth(written) : issueDate(match.slice(1));
}

function namedMonth(text: string): IssueDate | null {
  const { year, month = "", day } = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.groups ?? {};
  const place = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return place === -1 ? null : issueDate([year, String(place + 1), day]);
}

/** Finds the publication date in an issue's id, of which the last part is the file name. */
export function dateInFileName(id: string): IssueDate | null {
  const fileName = id.slice(id.lastIndexOf("/") + 1);
  for (const pattern of DATES_IN_NAMES) {
    const match = pattern.exec(fileName);
    const date = match === null ? null : issueDate(match.slice(1).filter((part) => !/^[-_.]$/u.test(part ?? "")));
    if (date !== null) return date;
  }
  return null;
}

function issueDate(parts: readonly (string | undefined)[]): IssueDate | null {
  const [year = 0, month = 0, day = null] = parts.map((part) => (part === undefined ? null : Number(part)));
  if (year === null || year < 1900 || year > 2199 || month === null || month < 1 || month > 12) return null;
  if (day !== null && (day < 1 || day > daysInMonth(year, month))) return null;
  return { year, month, day };
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** An issue's date as ISO text: 2025-07-16, 2025-07, or "" where there is none. */
export function isoDate(date: IssueDate | null): string {
  if (date === null) return "";
  const month = String(date.month).padStart(2, "0");
  return date.day === null ? `${date.year}-${month}` : `${date.year}-${month}-${String(date.day).padStart(2, "0")}`;
}
