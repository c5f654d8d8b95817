import { describe, expect, it } from "vitest";
import type { Objective } from "../../training/lbfgs.ts";
import { minimise } from "../../training/lbfgs.ts";

/** (x − 3)² + 100 (y + 1)², a long narrow bowl. */
const bowl: Objective = ([x = 0, y = 0]) => ({
  value: (x - 3) ** 2 + 100 * (y + 1) ** 2,
  gradient: Float64Array.of(2 * (x - 3), 200 * (y + 1)),
});

/** Rosenbrock's valley: its floor bends, and the least is at (1, 1). */
const valley: Objective = ([x = 0, y = 0]) => ({
  value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
});

describe("minimise", () => {
  it("finds the bottom of a bowl", () => {
    const [x, y] = minimise(bowl, Float64Array.of(-20, 50));
    expect(x).toBeCloseTo(3, 4);
    expect(y).toBeCloseTo(-1, 4);
  });

  it("follows a valley that bends", () => {
    const [x, y] = minimise(valley, Float64Array.of(-1.2, 1), { maxIterations: 300, flatness: 1e-8, gain: 0 });
    expect(x).toBeCloseTo(1, 5);
    expect(y).toBeCloseTo(1, 5);
  });

  it("needs the past steps: in so few iterations steepest descent gets nowhere", () => {
    let calls = 0;
    const counted: Objective = (point) => {
      calls++;
      return valley(point);
    };
    minimise(counted, Float64Array.of(-1.2, 1), { maxIterations: 300, flatness: 1e-8, gain: 0 });
    expect(calls).toBeLessThan(100);
  });

  it("stays where the slope is flat, and leaves the start as it was", () => {
    const start = Float64Array.of(3, -1);
    expect(minimise(bowl, start)).toEqual(Float64Array.of(3, -1));
    const other = Float64Array.of(0, 0);
    minimise(bowl, other);
    expect(other).toEqual(Float64Array.of(0, 0));
  });

  it("stops after as many iterations as it is given", () => {
    const start = Float64Array.of(-1.2, 1);
    const stopped = minimise(valley, start, { maxIterations: 1, flatness: 0, gain: 0 });
    expect(stopped).not.toEqual(start);
    expect(valley(stopped).value).toBeGreaterThan(1);
  });
});
