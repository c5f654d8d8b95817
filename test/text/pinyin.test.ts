import { beforeAll, describe, expect, it } from "vitest";
import type { Transliteration } from "../../src/text/pinyin.ts";
import { loadTransliteration, soundAlike, soundOf, spelledPart } from "../../src/text/pinyin.ts";

let sounds: Transliteration;
beforeAll(async () => {
  sounds = await loadTransliteration();
});

describe("soundAlike", () => {
  it.each([
    ["Long Xiaohong", "龙小红"],
    ["Xiaohong Long", "龙小红"],
    ["long xiaohong's", "龙小红"],
    ["Lü Daliang", "吕大良"],
    ["Lv Daliang", "吕大良"],
    ["Lyu Daliang", "吕大良"],
    ["Wang Yulong", "王玉龙"],
  ])("hears %s in %s", (latin, chinese) => {
    expect(soundAlike(latin, soundOf(chinese, sounds))).toBe(1);
  });

  it.each([
    ["Ashraf", "穆罕默德·阿什拉夫"],
    ["Muhammad Ashraf", "穆罕默德·阿什拉夫"],
    ["Fortes", "奥古斯塔·福特斯"],
    ["Augusta Fortes", "奥古斯塔·福特斯"],
  ])("hears the foreign name %s in %s by its consonants", (latin, chinese) => {
    const score = soundAlike(latin, soundOf(chinese, sounds));
    expect(score).toBeGreaterThan(0.6);
    expect(score).toBeLessThan(1);
  });

  it.each([
    ["Wang Xiaohong", "龙小红"],
    ["Xiaohong", "龙小红"],
    ["Smith", "奥古斯塔·福特斯"],
    ["Trump", "穆罕默德·阿什拉夫"],
    ["Fortes", "穆罕默德·阿什拉夫"],
    ["", "龙小红"],
    ["123", "龙小红"],
  ])("doesn't hear %j in %s", (latin, chinese) => {
    expect(soundAlike(latin, soundOf(chinese, sounds))).toBe(0);
  });
});

describe("spelledPart", () => {
  it("finds at least two syllables of a longer name", () => {
    expect(spelledPart("Huahu", soundOf("花湖国际机场", sounds))).toBe("花湖");
    expect(spelledPart("Hua", soundOf("花湖国际机场", sounds))).toBeNull();
    expect(spelledPart("Pudong", soundOf("花湖国际机场", sounds))).toBeNull();
  });
});

describe("transliteration", () => {
  it("writes people by surname and given name, and places in one word", () => {
    expect(["龙小红", "欧阳娜娜", "单小红"].map(sounds.personName)).toEqual([
      "Long Xiaohong",
      "Ouyang Nana",
      "Shan Xiaohong",
    ]);
    expect(["武汉", "重庆", "鄂州"].map(sounds.placeName)).toEqual(["Wuhan", "Chongqing", "Ezhou"]);
  });

  it("knows the characters that a slip of the input method gives", () => {
    expect(sounds.homophones("竟")).toContain("境");
    expect(sounds.homophones("机")).toContain("积");
    expect(sounds.homophones("境")).not.toContain("境");
  });
});
