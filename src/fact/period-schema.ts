import { z } from "zod";

const words = z.array(z.string().min(1)).min(1);
const number = z.number().int();
const precision = z.enum(["day", "week", "month", "months", "quarter", "half", "year", "years", "vague"]);
const part = z.strictObject({ months: z.tuple([number, number]), precision, words });
const numbers = z.record(z.string(), number);

/**
 * lexicon/periods.json: how dates and periods are worded. Words are patterns over folded text; templates join slots
 * in braces, shared patterns in angle brackets, and `_` for a space that may be missing. The first template that
 * matches at a place wins.
 *
 * Slots: Y a year, YB a year without 年, YD the first of a decade; M, MM a month's number, MN a month's name, MU one that is no other word; D a
 * day; N, EN a number of months; C a century, DEC, EDEC a decade; R a relative year, U one that can't be told; P, PE a part of a year; T a part
 * of a month; F a five-year plan; REL any relative time, WD a weekday; THIS the year of publication; V a wording that
 * can't be resolved; SAME marks one too. A slot ending in 2 is the range's end, or the year after a part (H1 2025).
 */
export const periodSchema = z.strictObject({
  digits: numbers,
  ten: z.string(),
  counts: numbers,
  /** Names of months that are other words too: "may". */
  ambiguousMonths: words,
  /** Short names, which are months only beside a number or a preposition. */
  monthAbbreviations: words,
  monthDays: z.array(z.strictObject({ from: number, to: number, zh: words })),
  weekdays: numbers,
  /** Times told from the date; null where they are told from another date of the text: 翌年 "the year after". */
  relative: z.array(
    z.strictObject({ unit: z.enum(["year", "quarter", "month", "week", "day"]), offset: number.nullable(), words }),
  ),
  /** Years that can't be told, before a month: 元兴三年七月. */
  unreadYears: words,
  thisYear: words,
  unresolved: z.array(z.strictObject({ precision, words })),
  parts: z.array(part),
  /** Parts that only follow a year: 底 in 去年底. */
  yearParts: z.array(part),
  plans: z.array(z.strictObject({ from: number, to: number, words })),
  /** Patterns that templates and slots share; they may hold no others. */
  patterns: z.record(z.string(), z.string()),
  /** Patterns of the slots that are numbers; those of words are made from the lists above. */
  slots: z.record(z.enum(["Y", "Y2", "YB", "YD", "M", "M2", "MM", "D", "D2", "N", "C", "DEC", "EDEC"]), z.string()),
  templates: words,
});

export type PeriodsJson = z.infer<typeof periodSchema>;
