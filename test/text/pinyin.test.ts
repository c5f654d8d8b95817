import { beforeAll, describe, expect, it } from "vitest";
import type { Transliteration } from "../../src/text/pinyin.ts";
import { loadTransliteration } from "../../src/text/pinyin.ts";

let sounds: Transliteration;
beforeAll(async () => {
  sounds = await loadTransliteration("欧阳|申屠");
});

describe("transliteration", () => {
  it("writes people by surname and given name, and places in one word", () => {
    expect(["龙小红", "欧阳娜娜", "申屠宁", "单小红"].map(sounds.personName)).toEqual([
      "Long Xiaohong",
      "Ouyang Nana",
      "Shentu Ning",
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
