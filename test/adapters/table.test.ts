import { describe, expect, it } from "vitest";
import { drawNumber, drawTable } from "../../adapters/table.ts";

describe("drawTable", () => {
  it("aligns numbers to the right and words to the left, by what they take on a screen", () => {
    expect(
      drawTable({
        name: "t",
        columns: [
          { key: "set", label: "set" },
          { key: "count", label: "count" },
          { key: "hit", label: "hit", digits: 1, isShare: true },
        ],
        rows: [
          { set: "新闻", count: 1234, hit: 0.5 },
          { set: "b", count: 5, hit: null },
        ],
      }),
    ).toBe("set   count    hit\n新闻  1,234  50.0%\nb         5      –");
  });
});

describe("drawNumber", () => {
  it("prints decimals as told, shares in percent and nothing as a dash", () => {
    expect([
      drawNumber(1234.567, { digits: 2 }),
      drawNumber(0.12345, { digits: 1, isShare: true }),
      drawNumber(null, { isShare: true }),
    ]).toEqual(["1,234.57", "12.3%", "–"]);
  });
});
