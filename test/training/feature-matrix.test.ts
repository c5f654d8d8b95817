import { describe, expect, it } from "vitest";
import { addRow, FeatureMatrixBuilder, keepColumns, scoreRow } from "../../training/feature-matrix.ts";

function built(...rows: readonly Record<string, number>[]) {
  const builder = new FeatureMatrixBuilder();
  for (const row of rows) builder.addRow(row);
  return builder.build();
}

describe("a feature matrix", () => {
  it("keeps what isn't 0, and a column for what always is", () => {
    const matrix = built({ a: 1, b: 0 }, {}, { c: 2, a: -1 });
    expect(matrix.names).toEqual(["a", "b", "c"]);
    expect([...matrix.starts]).toEqual([0, 1, 1, 3]);
    const weights = Float64Array.of(10, 100, 1000);
    expect([0, 1, 2].map((row) => scoreRow(matrix, row, weights))).toEqual([10, 0, 1990]);
  });

  it("grows with what it is given", () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => ({ first: i, second: 1, third: 2 }));
    const matrix = built(...rows);
    expect(scoreRow(matrix, 39_999, Float64Array.of(1, 10, 100))).toBe(39_999 + 10 + 200);
  });

  it("drops columns and leaves the rows where they are", () => {
    const matrix = keepColumns(built({ a: 1, b: 2 }, { a: 3 }, { b: 4, c: 5 }), (column) => column !== 0);
    expect(matrix.names).toEqual(["b", "c"]);
    expect([0, 1, 2].map((row) => scoreRow(matrix, row, Float64Array.of(1, 10)))).toEqual([2, 0, 54]);
  });

  it("adds a multiple of a row to a vector", () => {
    const sum = Float64Array.of(1, 1);
    addRow(built({ a: 1, b: 2 }), 0, -3, sum);
    expect(sum).toEqual(Float64Array.of(-2, -5));
  });
});
