import { describe, expect, it } from "vitest";
import { romanise } from "../../scripts/kana.ts";

describe("katakana", () => {
  it.each([
    ["チョウソカベ", "chousokabe"],
    ["ハットリ", "hattori"],
    ["ホッチ", "hotchi"],
    ["ジュンイチ", "junichi"],
    ["リョウ", "ryou"],
    ["ナスシオバラ", "nasushiobara"],
    ["オータニ", "otani"],
  ])("%s is written %s", (katakana, latin) => {
    expect(romanise(katakana)).toBe(latin);
  });

  it("has no Latin letters where it has what Japanese names don't", () => {
    expect(romanise("ヴィーン")).toBeNull();
  });
});
