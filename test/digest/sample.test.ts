import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/digest/markdown.ts";

const root = resolve(import.meta.dirname, "../..");
const source = readFileSync(resolve(root, "knowledge/2025-07-ecommerce.md"), "utf8");
const issue = readMarkdown(source, "2025-07-ecommerce");

describe("the digest of July 2025", () => {
  it("is what was printed, apart from white space", () => {
    const printed = readFileSync(resolve(root, "test/fixtures/2025-07-ecommerce.txt"), "utf8");
    const body = source.split("---\n").slice(2).join("---\n").replace(/^#+ /gmu, "");
    expect(body.replace(/\s/gu, "")).toBe(printed.replace(/\s/gu, ""));
    const read = issue.articles.map(({ title, text }) => title + text).join("");
    expect(read.replace(/\s/gu, "")).toBe(printed.replace(/\s/gu, ""));
  });

  it("has its title, date, language and five articles", () => {
    expect(issue).toMatchObject({
      title: "电子商务摘要 2025年7月",
      date: { year: 2025, month: 7, day: 16 },
      language: "zh",
      source: null,
    });
    expect(issue.articles.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      ["世贸组织电子商务规则高级研讨班到鄂调研", 7],
      ["全球跨境电商交易博览会在杭州举办", 5],
      ["上半年我国跨境电商进出口约1.32万亿元", 2],
      ["6月份中国电商物流指数创年内新高", 2],
      ["数实融合 店播与中小商家激活直播电商内生动力", 12],
    ]);
  });

  it("joins the sentences that the print layout broke, and keeps the stray word", () => {
    const text = issue.articles.map((article) => article.text).join("\n\n");
    expect(text).toContain("助力我国电商规则国际话语权提升,服务国家经贸战略全局。");
    expect(text).toContain("花湖国际机场拥有非常高效的基础设施,");
    expect(text).toContain("同时也印证着整个平台生态的繁荣。");
    expect(text).toContain("在国家补贴政策 and 电商平台集中促销的共同促进下,");
  });

  it("has the headings of the fifth article as headings", () => {
    const fifth = issue.articles[4];
    const headings = fifth?.blocks.filter(({ kind }) => kind === "heading");
    expect(headings?.map(({ start, end }) => fifth?.text.slice(start, end))).toEqual([
      "“店播”崛起 筑牢行业治理发展根基",
      "中小主体激活直播电商新生态",
    ]);
  });
});
