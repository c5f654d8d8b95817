import { describe, expect, it } from "vitest";
import { toIssue } from "../../eval/set-issue.ts";
import { ARTICLES } from "./small-set.ts";

describe("toIssue", () => {
  it("makes one undated issue without a title, its articles in their order", () => {
    expect(toIssue(ARTICLES)).toMatchObject({ title: "", date: null, source: null });
    expect(toIssue(ARTICLES).articles.map(({ ordinal, title }) => [ordinal, title])).toEqual([
      [1, "上半年跨境电商进出口增长"],
      [2, "Ports grow"],
    ]);
  });

  it("leaves the text as it is, Markdown signs included, and takes each line as a paragraph", () => {
    const text = "# 1 *not* bold\n\n  <b>2</b> | 3\n";
    const [article] = toIssue([{ id: "a", title: "[t](u)", text }]).articles;
    expect([article?.title, article?.text]).toEqual(["[t](u)", text]);
    expect(article?.blocks).toEqual([
      { kind: "paragraph", start: 0, end: 14 },
      { kind: "paragraph", start: 16, end: 30 },
    ]);
  });

  it("puts letters and their accents together, as the core does with every issue", () => {
    const [article] = toIssue([{ id: "a", title: "Cafe\u0301", text: "A cafe\u0301." }]).articles;
    expect([article?.title, article?.text]).toEqual(["Caf\u00e9", "A caf\u00e9."]);
  });

  it("tells the language by all articles", () => {
    expect(toIssue(ARTICLES).language).toBe("zh");
    expect(toIssue(ARTICLES.slice(1)).language).toBe("en");
  });
});
