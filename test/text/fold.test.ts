import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";

describe("fold", () => {
  it.each([
    ["ＧＭＶ１２３％", "gmv123%"],
    ["電商物流指數", "电商物流指数"],
    ["裡面後來發展", "里面后来发展"],
    ["Lü Daliang", "lu daliang"],
    ["ÉCOLE МОСКВА ΑΘΗΝΑ", "ecole москва αθηνα"],
    ["“引号”‘单引号’", "\"引号\"'单引号'"],
    ["2023–2024—2025−1", "2023-2024-2025-1"],
    ["全角　空格", "全角 空格"],
    ["穆罕默德•阿什拉夫", "穆罕默德·阿什拉夫"],
    ["，。！？（）", ",。!?()"],
  ])("folds %s to %s", (printed, folded) => {
    expect(fold(printed)).toBe(folded);
  });

  it.each(["", "出口约1.03万亿元", "10²", "ﬁ", "½", "😀𠮷", "\ud800", "《白皮书》"])("leaves %s as it is", (text) => {
    expect(fold(text)).toBe(text);
  });

  it("keeps every offset: each unit folds to one unit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = fold(text);
        expect(folded.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) expect(fold(text.charAt(i))).toBe(folded.charAt(i));
      }),
      { numRuns: 1000 },
    );
  });
});
