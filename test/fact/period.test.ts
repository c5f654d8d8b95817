import fc from "fast-check";
import { describe, expect, it } from "vitest";
import periodsJson from "../../lexicon/periods.json" with { type: "json" };
import type { IssueDate } from "../../src/digest/issue.ts";
import type { Period } from "../../src/fact/mention.ts";
import { findPeriods } from "../../src/fact/period.ts";
import { fold } from "../../src/text/fold.ts";
import { slice } from "../../src/text/span.ts";
import specs from "../specs/period.json" with { type: "json" };
import { parsePeriodLexicon, periodLexicon } from "./lexicons.ts";
import { anyText, fullWidth, HOSTILE_TEXTS } from "./texts.ts";

const ISSUE: IssueDate = { year: 2025, month: 7, day: 16 };
const find = (text: string, reference: IssueDate | null = ISSUE): Period[] =>
  findPeriods(fold(text), reference, periodLexicon);

interface Spec {
  readonly input: string;
  /** The issue's date as YYYY-MM-DD or YYYY-MM, or null; 2025-07-16 where it isn't given. */
  readonly reference?: string | null;
  readonly periods: readonly {
    readonly text: string;
    readonly precision: string;
    readonly interval: { readonly from: string; readonly to: string } | null;
  }[];
}

function issueDate(printed: string | null | undefined): IssueDate | null {
  if (printed === undefined) return ISSUE;
  if (printed === null) return null;
  const [year = 0, month = 0, day] = printed.split("-").map(Number);
  return { year, month, day: day ?? null };
}

const issueDates = fc.option(
  fc.record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.option(fc.integer({ min: 1, max: 28 })),
  }),
);

describe("findPeriods", () => {
  it.each(specs as Spec[])("reads $input ($reference)", ({ input, reference, periods }) => {
    const found = find(input, issueDate(reference));
    expect(
      found.map((period) => ({ text: slice(input, period), precision: period.precision, interval: period.interval })),
    ).toEqual(periods);
  });

  it("keeps every span in the text, in order and apart, and every interval in order", () => {
    fc.assert(
      fc.property(anyText, issueDates, (text, reference) => {
        let end = 0;
        for (const period of find(text, reference)) {
          expect(period.start).toBeGreaterThanOrEqual(end);
          expect(period.end).toBeGreaterThan(period.start);
          expect((period.interval?.from ?? "") <= (period.interval?.to ?? "")).toBe(true);
          end = period.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads every day of the calendar in each notation", () => {
    const days = fc
      .date({ min: new Date("1000-01-01T00:00:00Z"), max: new Date("2200-12-31T00:00:00Z"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (iso) => {
        const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
        for (const printed of [iso, `${year}年${month}月${day}日`, `${year}/${month}/${day}`]) {
          expect(find(printed, null).map(({ interval, precision }) => ({ interval, precision }))).toEqual([
            { interval: { from: iso, to: iso }, precision: "day" },
          ]);
        }
      }),
    );
  });

  it("reads full-width digits and letters like half-width ones", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(find(fullWidth(text))).toEqual(find(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(HOSTILE_TEXTS)("reads 100,000 characters of $pattern without backtracking for ever", ({ text }) => {
    expect(find(text).every((found) => found.end <= text.length)).toBe(true);
  });
});

describe("parsePeriodLexicon", () => {
  it("knows a new wording from the data alone", () => {
    const lexicon = parsePeriodLexicon({
      ...periodsJson,
      plans: [...periodsJson.plans, { from: 2031, to: 2035, words: ["十六五"] }],
    });
    expect(findPeriods("十六五规划", null, lexicon)).toEqual([
      { kind: "period", start: 0, end: 3, interval: { from: "2031-01-01", to: "2035-12-31" }, precision: "years" },
    ]);
  });

  it("refuses a template with an unknown slot or pattern", () => {
    expect(() => parsePeriodLexicon({ ...periodsJson, templates: ["{Q}季"] })).toThrow(/"Q"/u);
    expect(() => parsePeriodLexicon({ ...periodsJson, templates: ["{M}<BIS>{M2}"] })).toThrow(/"BIS"/u);
  });
});
