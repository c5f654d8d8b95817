import { describe, expect, it } from "vitest";
import { FeatureMatrixBuilder } from "../../training/feature-matrix.ts";
import type { Judged } from "../../training/logistic-regression.ts";
import { probability, trainLogistic } from "../../training/logistic-regression.ts";

/** One feature that is always 1; so many rows right and so many wrong. */
function coin(right: number, wrong: number): { matrix: ReturnType<FeatureMatrixBuilder["build"]>; judged: Judged[] } {
  const builder = new FeatureMatrixBuilder();
  const judged = Array.from({ length: right + wrong }, (_, row): Judged => {
    builder.addRow({ bias: 1 });
    return { row, isRight: row < right, weight: 1 };
  });
  return { matrix: builder.build(), judged };
}

const free = (weight: number) => ({ weights: Float64Array.of(weight), l2: Float64Array.of(0) });

describe("trainLogistic", () => {
  it("learns how often rows are right, wherever it starts", () => {
    const { matrix, judged } = coin(3, 1);
    expect(trainLogistic(matrix, judged, free(0))[0]).toBeCloseTo(Math.log(3), 4);
    expect(trainLogistic(matrix, judged, free(9))[0]).toBeCloseTo(Math.log(3), 4);
  });

  it("counts a row as much as its weight says", () => {
    const { matrix, judged } = coin(1, 1);
    const weighed = judged.map((row) => ({ ...row, weight: row.isRight ? 7 : 1 }));
    expect(trainLogistic(matrix, weighed, free(0))[0]).toBeCloseTo(Math.log(7), 4);
  });

  it("is drawn towards the prior, and stays there when the prior is strong", () => {
    const { matrix, judged } = coin(3, 1);
    const drawn = (l2: number) =>
      trainLogistic(matrix, judged, { weights: Float64Array.of(-2), l2: Float64Array.of(l2) })[0] ?? NaN;
    expect(drawn(1e6)).toBeCloseTo(-2, 4);
    expect(drawn(0.2)).toBeGreaterThan(-2);
    expect(drawn(0.2)).toBeLessThan(Math.log(3));
  });

  it("stays finite where the rows can be told apart without error", () => {
    const builder = new FeatureMatrixBuilder();
    builder.addRow({ x: 1 });
    builder.addRow({ x: -1 });
    const judged = [
      { row: 0, isRight: true, weight: 1 },
      { row: 1, isRight: false, weight: 1 },
    ];
    const [weight = NaN] = trainLogistic(builder.build(), judged, {
      weights: Float64Array.of(0),
      l2: Float64Array.of(0.1),
    });
    // The weight at which the pull of the data, 1 − p, is that of the prior, 0.1 w.
    expect(1 - probability(weight)).toBeCloseTo(0.1 * weight, 4);
  });
});
