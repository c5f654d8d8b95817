import { describe, expect, it } from "vitest";
import { otherForms } from "../../scripts/english-forms.ts";
import { readGlosses } from "../../scripts/gloss.ts";

const keys = (...english: string[]): string[] => readGlosses(english).map(({ key }) => key);

describe("the glosses of the dictionary's source", () => {
  it.each([
    ["to be regarded as (sth)", "regard as"],
    ["prime minister (of Japan or UK etc)", "prime minist"],
    ["Warsaw, capital of Poland", "warsaw"],
    ["Joseph Stalin (1879-1953), Soviet dictator", "stalin"],
    ["Pacific War between Japan and the US, 1941-1945", "pacif war"],
    ["Former Zhao of the Sixteen Kingdoms (304-329)", "former zhao"],
    ["Eastern or later Han dynasty, 25-220", "eastern han"],
    ["Yuan or Mongol dynasty (1279-1368)", "yuan dynasti"],
    ["to give a lecture", "lectur"],
  ])("“%s” is looked up as %s", (gloss, key) => {
    expect(keys(gloss)).toContain(key);
  });

  it.each([
    "variant of 長年累月|长年累月[chang2 nian2 lei3 yue4]",
    "surname Lü",
    "CL:個|个[ge4]",
    "see 信宜市[Xin4 yi2 Shi4]",
  ])("“%s” says no meaning", (gloss) => {
    expect(keys(gloss)).toEqual([]);
  });

  it("aren't taken for a person's, where empires have years", () => {
    expect(keys("Ottoman Empire (1299-1922)")).not.toContain("empir");
  });

  it("are worth less the later they come and the rarer their use", () => {
    const [first, second, rare] = readGlosses(["leaf", "page", "(archaic) foliage"]);
    expect(first?.worth).toBe(1);
    expect(second?.worth).toBeLessThan(1);
    expect(rare?.worth).toBeLessThan(second?.worth ?? 0);
  });
});

describe("other forms of English words", () => {
  it.each([
    ["win", "won"],
    ["leaf", "leaves"],
    ["color", "colour"],
    ["center", "centre"],
    ["organize", "organise"],
    ["program", "programme"],
  ])("%s has %s", (word, form) => {
    expect(otherForms(word)).toContain(form);
  });

  it.each(["size", "prize", "water", "actor", "table"])("%s has none", (word) => {
    expect(otherForms(word)).toEqual([]);
  });
});
