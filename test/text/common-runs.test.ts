import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonRuns, tiled } from "../../src/text/common-runs.ts";

/** The plain way: the longest ending of each beginning that stands in the other text. */
function longestRuns(text: string, other: string): number[] {
  return Array.from(text, (_, i) => {
    let length = i + 1;
    while (length > 0 && !other.includes(text.slice(i + 1 - length, i + 1))) length--;
    return length;
  });
}

/** Few characters, so that texts share stretches; of two of them the numbers are alike but for 256. */
const text = fc.array(fc.constantFrom("a", "b", "\u0161", "口", " "), { maxLength: 14 }).map((units) => units.join(""));

describe("common runs", () => {
  it("are as long as the plain way finds them, from one text to the next", () => {
    fc.assert(
      fc.property(text, text, text, (asked, first, second) => {
        const findRuns = commonRuns(asked);
        for (const other of [first, second])
          expect([...findRuns(other, { start: 0, end: other.length })]).toEqual(longestRuns(asked, other));
      }),
      { seed: 20_261_124, numRuns: 2000 },
    );
  });

  it("are looked for within a span alone", () => {
    expect([...commonRuns("出口增长")("进出口增长", { start: 2, end: 4 })]).toEqual([0, 1, 2, 0]);
  });

  it("are laid end to end from the end of the text, short ones left out", () => {
    expect(tiled(Uint16Array.from([1, 2, 0, 1, 2, 3, 4]), 2)).toBe(4 ** 1.5 + 2 ** 1.5);
    expect(tiled(Uint16Array.from([1, 2, 0, 1, 2, 3, 4]), 3)).toBe(8);
  });
});
