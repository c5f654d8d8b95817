import fc from "fast-check";
import { describe, expect, it } from "vitest";
import lightWords from "../../lexicon/light-words.json" with { type: "json" };
import { fold } from "../../src/text/fold.ts";
import { findStem, lemmas, stem, terms, words } from "../../src/text/term.ts";

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

  it.each([
    ["important", "import"],
    ["customs", "customers"],
    ["generally", "generation"],
    ["universities", "universal"],
    ["production", "product"],
  ])("keeps %s apart from %s", (word, other) => {
    expect(stem(word)).not.toBe(stem(other));
  });

  it("keeps the forms of a word together that has a stem of its own", () => {
    expect(new Set(["university", "universities"].map(stem)).size).toBe(1);
    expect(new Set(["organize", "organised", "organization"].map(stem)).size).toBe(1);
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

describe("findStem", () => {
  it("finds the words that have a stem, with the commas and apostrophes inside them", () => {
    const text = "it planned 3,400 plans, the plan's planning; 3400 planes don't plan";
    expect(findStem(text, "plan").map(({ start, end }) => text.slice(start, end))).toEqual([
      "planned",
      "plans",
      "plan's",
      "planning",
      "plan",
    ]);
    expect(findStem(text, "3400").map(({ start }) => start)).toEqual([11, 45]);
    expect(findStem(text, "400")).toEqual([]);
    expect(findStem(text, "")).toEqual([]);
  });

  it("finds the same as looking at every word", () => {
    const piece = fc.constantFrom(
      ..."sensibility flying flies hoping hopped rate rational 3,4 12.5 don't o'neil's 中国 é à la - , ' .".split(" "),
    );
    const gap = fc.constantFrom("", " ");
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, gap), { maxLength: 20 }), (pieces) => {
        const text = pieces.flat().join("");
        const all = words(text);
        for (const { stem } of all)
          expect(findStem(text, stem)).toEqual(
            all.filter((word) => word.stem === stem).map(({ start, end }) => ({ start, end })),
          );
      }),
      { seed: 20_260_601, numRuns: 1000 },
    );
  });

  it("knows what the words of a stem begin with", () => {
    const endings = ["s", "ies", "ing", "ational", "ization", "fulness", "ibility", "iveness", "alize", "ement"];
    for (const word of lightWords.en.split(/\s+/u)) {
      for (const inflected of [word, ...endings.map((ending) => word.replace(/e$/u, "") + ending)])
        expect(findStem(inflected, stem(inflected))).toHaveLength(words(inflected).length);
    }
  });
});
