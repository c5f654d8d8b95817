import { describe, expect, it } from "vitest";
import { chineseNumber, englishOrdinal, readNumeral, romanNumeral } from "../../src/text/numerals.ts";

describe("numerals", () => {
  it("are written in Chinese up to 99", () => {
    expect([1, 10, 17, 20, 45, 99, 0, 100, 1.5].map(chineseNumber)).toEqual([
      "一",
      "十",
      "十七",
      "二十",
      "四十五",
      "九十九",
      "",
      "",
      "",
    ]);
  });

  it("are written in Roman numerals up to 39", () => {
    expect([1, 4, 9, 14, 19, 39, 40].map(romanNumeral)).toEqual(["i", "iv", "ix", "xiv", "xix", "xxxix", ""]);
  });

  it("are read in either", () => {
    expect(["XIV", "十四", "II", "iiii", "百", ""].map(readNumeral)).toEqual([14, 14, 2, null, null, null]);
  });

  it("have English ordinals", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(englishOrdinal)).toEqual([
      "1st",
      "2nd",
      "3rd",
      "4th",
      "11th",
      "12th",
      "13th",
      "21st",
      "112th",
    ]);
  });
});
