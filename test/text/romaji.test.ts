import { describe, expect, it } from "vitest";
import { japaneseKey } from "../../src/text/romaji.ts";

describe("a Japanese name in Latin letters", () => {
  it.each([
    ["Chōsokabe", "chosokabe"],
    ["Chousokabe", "chosokabe"],
    ["Ohtani", "otani"],
    ["Homma", "honma"],
    ["Jun'ichiro", "junichiro"],
    ["Hattori's", "hattori"],
    ["Shinzo", "shinzo"],
  ])("is read without the length of vowels: %s", (latin, key) => {
    expect(japaneseKey(latin)).toBe(key);
  });

  it.each(["Roosevelt", "Smith", "Xiaohong", "Stalin", "Li", ""])("%s can't be one", (latin) => {
    expect(japaneseKey(latin)).toBeNull();
  });
});
