import { describe, expect, it } from "vitest";
import { crossValidate, halfOf } from "../../training/cross-validation.ts";

describe("halfOf", () => {
  it("puts an article into the same half each time", () => {
    expect(["DEV_0", "DEV_1", "2025-07#3", "2025-07#4"].map(halfOf)).toEqual([1, 0, 0, 1]);
  });

  it("makes halves of about the same size", () => {
    const seconds = Array.from({ length: 1000 }, (_, i) => halfOf(`TRIAL_${i * 7}`)).filter(
      (half) => half === 1,
    ).length;
    expect(seconds).toBeGreaterThan(400);
    expect(seconds).toBeLessThan(600);
  });
});

describe("crossValidate", () => {
  it("measures each half by the model of the other", () => {
    const measured = crossValidate(
      (half) => `learned from ${half}`,
      (model, half) => [`${model}, measured on ${half}`],
    );
    expect(measured).toEqual(["learned from 0, measured on 1", "learned from 1, measured on 0"]);
  });
});
