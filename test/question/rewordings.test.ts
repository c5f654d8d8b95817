import { describe, expect, it } from "vitest";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { ask } from "../../src/index.ts";
import { rewordingsOf } from "../../src/question/rewordings.ts";
import { smallDigest } from "../search/small-digest.ts";

const lexicon = openLexicon();
const texts = (surface: string, ...languages: ("zh" | "en")[]): string[] =>
  rewordingsOf(surface, lexicon, new Set(languages)).map(({ text }) => text);

describe("rewordingsOf", () => {
  it("finds how else a word is said, in the digest's languages alone", () => {
    expect(texts("开张", "zh")).toContain("开业");
    expect(texts("开张", "zh")).not.toContain("open");
    expect(texts("开张", "en")).toEqual(expect.arrayContaining(["open"]));
    expect(texts("opening", "zh")).toContain("开业");
  });

  it("looks past an ending that only says how an act went", () => {
    expect(texts("赔出", "zh")).toContain("赔偿");
  });

  it("looks for no single character, which stands in too many words", () => {
    expect(texts("销售", "zh").filter((text) => text.length < 2)).toEqual([]);
  });

  it("knows the everyday word for one of the trade, in both languages", () => {
    expect(texts("掌柜", "zh")).toContain("店主");
    expect(texts("货机", "zh")).toContain("货运航班");
    expect(texts("loophole", "zh")).toContain("漏洞");
  });

  it("doesn't take one side for the other, nor a kind for another kind", () => {
    expect(texts("单程", "zh")).not.toContain("往返");
    expect(texts("空运", "zh")).not.toContain("海运");
    expect(texts("自贸区", "zh")).not.toContain("自贸港");
    expect(texts("上架", "zh")).not.toContain("下架");
  });

  it("knows nothing of names", () => {
    expect(texts("苍澜港", "zh")).toEqual([]);
  });
});

describe("a question in other words than the text's", () => {
  it.each([
    ["苍澜数贸中心定于10月14日开业。", "苍澜数贸中心哪天开门迎客？", "10月14日"],
    ["苍澜每周有5班货运航班飞往越栖。", "苍澜去越栖的货机每周几班？", "5班"],
    ["苍澜公司上调运价，每票贵了6元。", "苍澜公司的运价每票涨价多少？", "6元"],
    ["法院判令苍澜公司赔偿小鹿380万元。", "苍澜公司要赔小鹿多少钱？", "380万元"],
  ])("finds “%s” for “%s”", async (text, question, answer) => {
    const { reply } = await ask(await smallDigest(text), question);
    expect(reply.status === "answered" ? reply.answer : reply.reason).toBe(answer);
  });
});
