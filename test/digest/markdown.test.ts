import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/digest/issue.ts";
import { readMarkdown } from "../../src/digest/markdown.ts";

/** The blocks of an article as `kind: text`. */
function blocksOf(article: Article | undefined): string[] {
  return (article?.blocks ?? []).map(({ kind, start, end }) => `${kind}: ${article?.text.slice(start, end)}`);
}

/** The text of the only article that a source holds. */
function textOf(source: string): string {
  const { articles } = readMarkdown(source, "issue");
  expect(articles).toHaveLength(1);
  return articles[0]?.text ?? "";
}

describe("the articles of an issue", () => {
  it("begin at ## headings, and prose above the first is an article titled like the issue", () => {
    const issue = readMarkdown(
      "---\ntitle: Weekly\n---\nIntro.\n\n## One\n\nFirst.\n\n### Inside\n\nMore.\n\n## Two\n\nSecond.\n",
      "2025/weekly",
    );
    expect(issue.articles.map(({ id, issueId, ordinal, title }) => [id, issueId, ordinal, title])).toEqual([
      ["2025/weekly#1", "2025/weekly", 1, "Weekly"],
      ["2025/weekly#2", "2025/weekly", 2, "One"],
      ["2025/weekly#3", "2025/weekly", 3, "Two"],
    ]);
    expect(issue.articles[1]?.text).toBe("First.\n\nInside\n\nMore.");
    expect(blocksOf(issue.articles[1])).toEqual(["paragraph: First.", "heading: Inside", "paragraph: More."]);
  });

  it("are one where there is no ## heading", () => {
    const issue = readMarkdown("# 摘要\n\n第一段。\n\n### 小标题\n\n第二段。\n", "a");
    expect(issue.title).toBe("摘要");
    expect(issue.articles.map(({ title, text }) => [title, text])).toEqual([
      ["摘要", "第一段。\n\n小标题\n\n第二段。"],
    ]);
  });

  it("keep their place when one holds a headline alone", () => {
    const issue = readMarkdown("## Empty\n\n## Full\n\nText.\n", "a");
    expect(issue.articles.map(({ ordinal, title, text }) => [ordinal, title, text])).toEqual([
      [1, "Empty", ""],
      [2, "Full", "Text."],
    ]);
  });

  it("don't begin at ## inside a list, a quotation or code", () => {
    const { articles } = readMarkdown("## One\n\n> ## Quoted\n\n```\n## code\n```\n\n- ## Listed\n", "a");
    expect(articles).toHaveLength(1);
    expect(blocksOf(articles[0])).toEqual(["heading: Quoted", "code: ## code", "heading: Listed"]);
  });

  it("have titles in visible text, without links, emphasis and anchors", () => {
    const issue = readMarkdown("## **店播** [崛起](http://a.b) <!-- x --> {#rise}\n\n文。\n", "a");
    expect(issue.articles[0]?.title).toBe("店播 崛起");
  });
});

describe("the title of an issue", () => {
  it("is the front matter's, else the first # heading, else the file name", () => {
    expect(readMarkdown("---\ntitle: Given\n---\n# Printed\n\nText.", "x/name").title).toBe("Given");
    expect(readMarkdown("# Printed\n\nText.", "x/name").title).toBe("Printed");
    expect(readMarkdown("Text.", "x/name").title).toBe("name");
  });

  it("isn't in the text when a # heading is it, and another # heading stays", () => {
    expect(textOf("# Printed\n\nText.\n\n# Part two\n\nMore.")).toBe("Text.\n\nPart two\n\nMore.");
    expect(textOf("---\ntitle: Same\n---\n# Same\n\nText.")).toBe("Text.");
    expect(textOf("---\ntitle: Given\n---\n# Other\n\nText.")).toBe("Other\n\nText.");
  });
});

describe("the language of an issue", () => {
  it("is found from the text when the front matter doesn't say", () => {
    expect(readMarkdown("上半年出口增长。", "a").language).toBe("zh");
    expect(readMarkdown("Exports grew.", "a").language).toBe("en");
    expect(readMarkdown("---\nlang: zh-CN\n---\nExports grew.", "a").language).toBe("zh");
  });
});

describe("the blocks of an article", () => {
  it("are one for each list item, nested ones too", () => {
    const { articles } = readMarkdown("1. First\n   - Inner [x](y)\n2. [ ] Second\n\n   More of it.\n", "a");
    expect(blocksOf(articles[0])).toEqual(["item: First", "item: Inner x", "item: Second", "paragraph: More of it."]);
  });

  it("are one for each table row, cells between bars", () => {
    const { articles } = readMarkdown("| | 进出口 |\n|---|---:|\n| **湖北** | 679.7`亿元` |\n| a\\|b | |\n", "a");
    expect(blocksOf(articles[0])).toEqual(["row: | 进出口", "row: 湖北 | 679.7亿元", "row: a|b |"]);
  });

  it("keep code as it is written", () => {
    const { articles } = readMarkdown("```js\nconst a = **1**;\n\n  {% if x %}\n```\n\n    中“**码**”是\n", "a");
    expect(blocksOf(articles[0])).toEqual(["code: const a = **1**;\n\n  {% if x %}", "code: 中“**码**”是"]);
  });

  it("span the text, which is the blocks with blank lines between, in NFC", () => {
    const marks =
      "## a\n|- |\n|\n\n|**|`|<b>|<!--|-->|[|](x)|[x]: y\n|店播|，|e\u0301| |    |{%|&amp;|[^1]|[^1]: |> ".split("|");
    assert(
      property(
        array(oneof(constantFrom(...marks, "|", "\n|-|\n"), string({ maxLength: 5 })), { maxLength: 40 }),
        (parts) => {
          for (const { text, blocks } of readMarkdown(`Text ${parts.join("")}`, "a").articles) {
            expect(blocks.map(({ start, end }) => text.slice(start, end)).join("\n\n")).toBe(text);
            expect(text.normalize("NFC")).toBe(text);
            expect(blocks.every(({ start, end }) => end > start)).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
