import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auroc } from "../../eval/auroc.ts";

describe("auroc", () => {
  it("is 1 where every positive is above every negative, 0 where below, a half where nothing tells them apart", () => {
    expect(auroc([0.8, 0.9], [0.1, 0.2])).toBe(1);
    expect(auroc([0.1], [0.2, 0.3])).toBe(0);
    expect(auroc([0.5, 0.5], [0.5])).toBe(0.5);
  });

  it("counts ties half: 3½ of 6 pairs", () => {
    expect(auroc([0.9, 0.5, 0.1], [0.5, 0.3])).toBeCloseTo(3.5 / 6);
  });

  it("is unknown without both classes", () => {
    expect(auroc([], [0.5])).toBeNull();
    expect(auroc([0.5], [])).toBeNull();
  });

  it("agrees with comparing every pair", () => {
    const scores = fc.array(
      fc.integer({ min: 0, max: 9 }).map((tenth) => tenth / 10),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        let won = 0;
        for (const positive of positives)
          for (const negative of negatives) won += positive > negative ? 1 : positive === negative ? 0.5 : 0;
        expect(auroc(positives, negatives)).toBeCloseTo(won / (positives.length * negatives.length), 10);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
