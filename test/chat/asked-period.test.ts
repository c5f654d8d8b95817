import { describe, expect, it } from "vitest";
import { periodIn, wordsAndPeriod } from "../../src/chat/asked-period.ts";
import { openSmallDigest } from "./small-digest.ts";

const digest = await openSmallDigest();

describe("words that are a period", () => {
  it.each([
    ["2025", { from: "2025-01-01", to: "2025-12-31" }],
    ["2024-02", { from: "2024-02-01", to: "2024-02-29" }],
    ["2025-6-3", { from: "2025-06-03", to: "2025-06-03" }],
    ["2025-01..2025-06", { from: "2025-01-01", to: "2025-06-30" }],
    ["上半年", { from: "2025-01-01", to: "2025-06-30" }],
    ["2025年6月", { from: "2025-06-01", to: "2025-06-30" }],
    ["June 2025", { from: "2025-06-01", to: "2025-06-30" }],
  ])("are read: %s", (words, interval) => {
    expect(periodIn(words, digest)).toEqual(interval);
  });

  it.each(["2025-13", "1234", "2025-06..2025-01", "出口", "上半年出口", "", "2025-07-ecommerce"])(
    "are told from others: %s",
    (words) => {
      expect(periodIn(words, digest)).toBeNull();
    },
  );

  it("are parted from the words before them", () => {
    expect(wordsAndPeriod("出口 上半年", digest)).toEqual({
      words: "出口",
      period: { from: "2025-01-01", to: "2025-06-30" },
    });
    expect(wordsAndPeriod("exports in May 2025", digest).period).toEqual({ from: "2025-05-01", to: "2025-05-31" });
    expect(wordsAndPeriod("2025", digest)).toEqual({ words: "2025", period: null });
  });
});
