import { describe, expect, it } from "vitest";
import { wadeGiles } from "../../src/search/spelled-names.ts";

describe("Wade-Giles", () => {
  it.each([
    ["zhang", "chang"],
    ["xiang", "hsiang"],
    ["zhong", "chung"],
    ["qian", "chien"],
    ["jue", "chueh"],
    ["zi", "tzu"],
    ["si", "szu"],
    ["shi", "shih"],
    ["ge", "ko"],
    ["guo", "kuo"],
    ["duo", "to"],
    ["yan", "yen"],
    ["ye", "yeh"],
    ["you", "yu"],
    ["rong", "jung"],
    ["hui", "hui"],
    ["gui", "kuei"],
    ["bian", "pien"],
    ["da", "ta"],
  ])("spells %s as %s", (pinyin, spelling) => {
    expect(wadeGiles(pinyin)).toBe(spelling);
  });
});
