import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { lemmas, stem, terms, words } from "../../src/text/term.ts";

describe("terms", () => {
  it.each([
    ["跨境电商2025年", ["跨", "跨境", "境", "境电", "电", "电商", "商", "2025", "年"]],
    ["出口abc 1,234.5 don't", ["出", "出口", "口", "abc", "1234.5", "don't"]],
    ["running quickly, exports", ["run", "quickli", "export"]],
    ["電商 GMV", ["电", "电商", "商", "gmv"]],
    ["10²", ["10"]],
    ["。，😀", []],
    ["", []],
  ])("cuts %j", (text, cut) => {
    expect(terms(fold(text))).toEqual(cut);
  });
});

describe("words", () => {
  it("finds spaced words with their places and stems", () => {
    expect(words("出口exports rose 5.7% end.")).toEqual([
      { start: 2, end: 9, stem: "export" },
      { start: 10, end: 14, stem: "rose" },
      { start: 15, end: 18, stem: "5.7" },
      { start: 20, end: 23, stem: "end" },
    ]);
  });
});

describe("stem", () => {
  it.each([
    ["exports", "export"],
    ["exported", "export"],
    ["china's", "china"],
    ["1,234", "1234"],
    ["was", "was"],
    ["q3", "q3"],
  ])("reduces %s to %s", (word, reduced) => {
    expect(stem(word)).toBe(reduced);
  });
});

describe("lemmas", () => {
  it.each([
    ["signed", "sign"],
    ["planning", "plan"],
    ["companies", "company"],
    ["choosing", "choose"],
    ["quickly", "quick"],
  ])("takes %s for a form of %s", (word, lemma) => {
    expect([word, lemma].every((form) => lemmas(word).includes(form))).toBe(true);
  });
});
