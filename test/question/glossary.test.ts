import { describe, expect, it } from "vitest";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { englishKey, indexGlossary, toEnglish } from "../../src/lexicon/glossary.ts";

const { glossary } = openLexicon();

describe("the glossary", () => {
  it.each([
    ["跨境电商", "cross-border e-commerce"],
    ["跨境電商", "cross-border e-commerce"],
    ["店播", "store livestreaming"],
    ["好评率", "positive rating"],
  ])("translates %s as %s", (chinese, english) => {
    expect(toEnglish(glossary, chinese)).toBe(english);
  });

  it("translates nothing that it doesn't know", () => {
    expect(toEnglish(glossary, "苍澜港")).toBeNull();
  });

  it("finds English phrases by their stems, hyphens or not", () => {
    expect(englishKey("Cross-border E-commerce")).toBe(englishKey("cross border e commerce"));
    expect(glossary.byEnglish.get(englishKey("cross-border e-commerce"))?.flatMap((concept) => concept.zh)).toContain(
      "跨境电商",
    );
  });

  it("lets the editor's word win over ours", () => {
    const own = openLexicon([{ zh: ["店播"], en: ["shop cast"], narrower: [] }]);
    expect(toEnglish(own.glossary, "店播")).toBe("shop cast");
  });

  it("indexes every word of a concept once", () => {
    const small = indexGlossary([{ zh: ["出口", "外销"], en: ["export", "exports"], narrower: [] }]);
    expect([...small.byChinese.keys()]).toEqual(["出口", "外销"]);
    expect([...small.byEnglish.keys()]).toEqual(["export"]);
    expect(small.byEnglish.get("export")).toHaveLength(1);
    expect([small.longestChinese, small.longestEnglish]).toEqual([2, 1]);
  });
});
