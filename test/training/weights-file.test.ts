import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RankingWeights } from "../../src/lexicon/ranking-weights.ts";
import { printWeights, toWeights } from "../../training/weights-file.ts";

describe("toWeights", () => {
  it("rounds to three decimals, sorts by name and has no negative zero", () => {
    const weights = toWeights(["b", "a", "c"], Float64Array.of(0.12345, -2, -0.0001));
    expect(JSON.stringify(weights)).toBe('{"a":-2,"b":0.123,"c":0}');
    expect(Object.is(weights["c"], 0)).toBe(true);
  });

  it("drops what is too small to change a choice", () => {
    expect(toWeights(["a", "b", "c"], Float64Array.of(0.019, -0.021, 0), 0.02)).toEqual({ b: -0.021 });
  });
});

describe("printWeights", () => {
  it("prints one weight a line", () => {
    const weights = { candidates: { a: 1 }, spans: { zh: {}, en: { b: 2 } }, confidence: { dated: {}, undated: {} } };
    expect(printWeights(weights).split("\n")).toEqual([
      "{",
      ' "candidates": {',
      '  "a": 1',
      " },",
      ' "spans": {',
      '  "zh": {},',
      '  "en": {',
      '   "b": 2',
      "  }",
      " },",
      ' "confidence": {',
      '  "dated": {},',
      '  "undated": {}',
      " }",
      "}",
      "",
    ]);
  });

  it("is the form that the shipped weights have", () => {
    const shipped = readFileSync("lexicon/ranking-weights.json", "utf8");
    expect(printWeights(JSON.parse(shipped) as RankingWeights)).toBe(shipped);
  });
});
