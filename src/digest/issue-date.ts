import type { IssueDate } from "./issue.ts";

/** `2025-07-16` or `2025-07`; a time of day after the date, as Jekyll writes it, is left aside. */
const WRITTEN_DATE = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]\d{1,2}:\d{2}.*)?)?$/u;

/** The dates that file names carry: 2026-07-24-newsletter, 2025_07, 20260107, 2025年7月16日. */
const DATES_IN_NAMES = [
  /(?<!\d)(\d{4})([-_.])(\d{2})\2(\d{2})(?!\d)/u,
  /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/u,
  /(?<!\d)(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/u,
  /(?<!\d)(\d{4})[-_.](\d{2})(?!\d)/u,
];

/** Reads a date as an editor writes it in the front matter; null when it isn't one or isn't in the calendar. */
export function parseIssueDate(text: string): IssueDate | null {
  const match = WRITTEN_DATE.exec(text.trim());
  return match === null ? null : issueDate(match.slice(1));
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
