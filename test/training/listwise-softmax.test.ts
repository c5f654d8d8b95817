import { describe, expect, it } from "vitest";
import type { FeatureMatrix } from "../../training/feature-matrix.ts";
import { FeatureMatrixBuilder } from "../../training/feature-matrix.ts";
import type { Choice } from "../../training/listwise-softmax.ts";
import { chosenRow, trainListwise } from "../../training/listwise-softmax.ts";

type Row = readonly [features: Record<string, number>, gain: number];

function choicesOf(...lists: readonly (readonly Row[])[]): { matrix: FeatureMatrix; choices: Choice[] } {
  const builder = new FeatureMatrixBuilder();
  const choices = lists.map((rows): Choice => {
    const firstRow = builder.rows;
    for (const [features] of rows) builder.addRow(features);
    return { firstRow, gains: Float64Array.from(rows, ([, gain]) => gain), weight: 1 };
  });
  return { matrix: builder.build(), choices };
}

describe("trainListwise", () => {
  it("puts the row of most gain first", () => {
    const { matrix, choices } = choicesOf(
      [
        [{ right: 0, loud: 1 }, 0],
        [{ right: 1, loud: 0 }, 1],
      ],
      [
        [{ right: 1, loud: 1 }, 1],
        [{ right: 0, loud: 1 }, 0],
      ],
    );
    const weights = trainListwise(matrix, choices, 0.01);
    expect(choices.map((choice) => chosenRow(matrix, choice, weights))).toEqual([1, 0]);
    expect(weights[matrix.names.indexOf("right")]).toBeGreaterThan(1);
  });

  it("weighs what half the rows of a choice gain at the balance of data and prior", () => {
    const { matrix, choices } = choicesOf([
      [{ x: 1 }, 1],
      [{ x: 0 }, 0],
    ]);
    const [weight = NaN] = trainListwise(matrix, choices, 0.1);
    // The slope of −log softmax is 1 − p; at the least it is that of the prior, 0.1 w.
    expect(1 - 1 / (1 + Math.exp(-weight))).toBeCloseTo(0.1 * weight, 4);
  });

  it("gives way to the choice that counts more", () => {
    const { matrix, choices } = choicesOf(
      [
        [{ x: 1 }, 1],
        [{ x: 0 }, 0],
      ],
      [
        [{ x: 1 }, 0],
        [{ x: 0 }, 1],
      ],
    );
    const signs = [1, 3].map((weight) =>
      Math.sign(
        trainListwise(
          matrix,
          [
            { ...choices[0]!, weight },
            { ...choices[1]!, weight: 2 },
          ],
          0.01,
        )[0] ?? NaN,
      ),
    );
    expect(signs).toEqual([-1, 1]);
  });

  it("prefers a whole gain to a part of one", () => {
    const { matrix, choices } = choicesOf([
      [{ part: 1 }, 0.3],
      [{ whole: 1 }, 1],
    ]);
    const weights = trainListwise(matrix, choices, 0.001);
    expect(chosenRow(matrix, choices[0]!, weights)).toBe(1);
  });
});

describe("chosenRow", () => {
  it("takes the first of equals", () => {
    const { matrix, choices } = choicesOf([
      [{ x: 1 }, 0],
      [{ x: 1 }, 1],
    ]);
    expect(chosenRow(matrix, choices[0]!, Float64Array.of(1))).toBe(0);
  });
});
