import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, keepLongest, overlaps, slice, trim } from "../../src/text/span.ts";

const spans = fc.array(
  fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 12 },
);

describe("spans", () => {
  it("slice a half-open range", () => {
    expect(slice("出口约1.03万亿元", { start: 2, end: 7 })).toBe("约1.03");
  });

  it("contain what ends with them, and overlap only where they share a unit", () => {
    expect(contains({ start: 1, end: 4 }, { start: 1, end: 4 })).toBe(true);
    expect(contains({ start: 1, end: 4 }, { start: 3, end: 5 })).toBe(false);
    expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false);
    expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 3 })).toBe(true);
  });

  it.each([
    ["  出口 　", 2, 4],
    ["出口", 0, 2],
    [" \n\t", 3, 3],
  ])("trim white space of %j", (text, start, end) => {
    expect(trim(text, { start: 0, end: text.length })).toEqual({ start, end });
  });

  it("keep the longest of overlapping ones, in the order of the text", () => {
    expect(
      keepLongest([
        { start: 6, end: 8 },
        { start: 0, end: 2 },
        { start: 1, end: 5 },
      ]),
    ).toEqual([
      { start: 1, end: 5 },
      { start: 6, end: 8 },
    ]);
  });

  it("that are left out overlap one at least as long that is kept", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const kept = keepLongest(all);
        for (const [i, span] of kept.entries()) expect(span.start).toBeGreaterThanOrEqual(kept[i - 1]?.end ?? 0);
        for (const span of all)
          expect(kept.some((other) => overlaps(other, span) && other.end - other.start >= span.end - span.start)).toBe(
            true,
          );
      }),
    );
  });
});
