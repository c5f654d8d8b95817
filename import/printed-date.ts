const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

type Form = readonly [pattern: RegExp, read: (groups: readonly string[]) => readonly (string | undefined)[]];

const FORMS: readonly Form[] = [
  [/(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?/u, ([y, m, d]) => [y, m, d]],
  [/(?<!\d)(\d{4})[-/._](\d{1,2})[-/._](\d{1,2})(?!\d)/u, ([y, m, d]) => [y, m, d]],
  [new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, "iu"), ([m, d, y]) => [y, monthOf(m), d]],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})\\b`, "iu"), ([d, m, y]) => [y, monthOf(m), d]],
  [new RegExp(`\\b${MONTH},?\\s+(\\d{4})\\b`, "iu"), ([m, y]) => [y, monthOf(m)]],
  [/(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u, ([y, m, d]) => [y, m, d]],
  [/(?<!\d)((?:19|20)\d{2})[-_.](\d{2})(?![-_.]?\d)/u, ([y, m]) => [y, m]],
];

/** Finds the first date that a line or a file name has, as `YYYY-MM-DD` or `YYYY-MM`; null where there is none. */
export function findDate(text: string): string | null {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    const date = match === null ? null : isoDate(read(match.slice(1)).map(Number));
    if (date !== null) return date;
  }
  return null;
}

/** Tells whether a line holds a date and hardly anything else. */
export function isDateAlone(text: string): boolean {
  return text.length < 40 && findDate(text) !== null && !/[。.!?！？]$/u.test(text);
}

/** Writes a moment as the day that it was in the place where it was written, where the text says so. */
export function dayOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const time = Date.parse(text);
  return findDate(text) ?? (Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10));
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
}

function isoDate([year = NaN, month = NaN, day]: readonly number[]): string | null {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!(year >= 1000 && month >= 1 && month <= 12)) return null;
  const head = `${year}-${String(month).padStart(2, "0")}`;
  if (day === undefined || Number.isNaN(day)) return head;
  return day >= 1 && day <= lastDay ? `${head}-${String(day).padStart(2, "0")}` : null;
}
