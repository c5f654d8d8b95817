import { describe, expect, it } from "vitest";
import { findCoinedNames } from "../../src/fact/coined-name.ts";
import { openLexicon } from "../../src/fact/lexicon.ts";

const lexicon = openLexicon();

describe("findCoinedNames", () => {
  it.each([
    ["a brand", "岚栖昨日开业。顾客说岚栖不贵,岚栖的店长也这样看。", ["岚栖"]],
    ["a brand with the word that always stands after it", "渡穗优选降价。渡穗优选的对手也降价。", ["渡穗优选"]],
    ["a long one whole", "泽澄湖大闸蟹开捕。泽澄湖大闸蟹不贵,买泽澄湖大闸蟹的人多。", ["泽澄湖大闸蟹"]],
    ["a word of the trade with what always stands before it", "租下前置仓。前置仓不大,可前置仓很近。", ["前置仓"]],
  ])("finds %s that a text says again and again", (_, text, found) => {
    expect(findCoinedNames(text, lexicon)).toEqual(expect.arrayContaining(found));
  });

  it.each([
    ["what stands once", "岚栖昨日开业。"],
    ["words of the dictionary", "出口增长,进口也增长。出口的商品很多,进口的商品也很多。"],
    ["amounts", "去年卖了三亿元,今年卖了四亿元,明年要卖五亿元。"],
    ["what is told of each", "平均每件两元。去年平均每件三元,平均每单五元。"],
    ["verbs in a row", "他说跑就跑。她也说跑就跑。"],
    ["nothing", ""],
  ])("finds no name in %s", (_, text) => {
    expect(findCoinedNames(text, lexicon)).toEqual([]);
  });
});
