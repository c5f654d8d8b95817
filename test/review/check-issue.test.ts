import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/digest/markdown.ts";
import { createDigest } from "../../src/index.ts";
import { checkDigest } from "../../src/review.ts";

async function warningsOf(...bodies: readonly string[]): Promise<string[]> {
  const issues = bodies.map((body, i) => readMarkdown(body, `2025-07-0${i + 1}`));
  return checkDigest(await createDigest(issues)).map(
    ({ kind, issueId, article, message }) => `${kind} ${issueId} ${article?.ordinal ?? "-"} ${message}`,
  );
}

const NEWS = "## 上半年\n\n出口约1.03万亿元。\n\n进口约2911亿元。\n\n宁波的仓库由王芳管理。\n";

describe("checking a digest", () => {
  it("finds nothing in what is well: short lines, lists, headings and bylines that end without a mark", async () => {
    expect(
      await warningsOf(
        "## 上半年\n\n本报讯 刘晗旭\n\n### 仓储\n\n宁波的仓库由王芳管理。\n\n关于推进跨境电商综合试验区建设有关工作的通知要点\n\n近日,通知发布。\n\n- 武汉\n- 宜昌\n\n近日,港口开放。\n",
        "## Northport\n\nBy Jane Doe of the Harbour Herald\n\nNorthport grew. iPhones were the main cargo:\n\n1. phones\n2. chips\n",
      ),
    ).toEqual([]);
  });

  it("finds an article that stands there twice, whatever its title, and not one that has little to say", async () => {
    const few = "## 新闻\n\n本周没有新闻。\n";
    expect(
      await warningsOf(NEWS + few, `${few}${NEWS.replace("上半年", "又一次").replace("约1.03", "约 1.03")}`),
    ).toEqual(["same-article 2025-07-01 1 is the same text as 2025-07-02#2; remove one of them"]);
  });

  it("finds lines of print that break off, in both languages", async () => {
    const zh = "## 上半年\n\n今年上半年,我国跨境电商进出口规模继续扩大,其中出口\n\n约1.03万亿元。\n";
    const en =
      "## Northport\n\nThe harbour master said that a fourth terminal will\n\nopen next year, with room for larger ships.\n";
    expect(await warningsOf(zh, en)).toEqual([
      "broken-lines 2025-07-02 1 seems to break off in a sentence: “erminal will / open next ye”; join the lines, without a blank line between",
      "broken-lines 2025-07-01 1 seems to break off in a sentence: “口规模继续扩大,其中出口 / 约1.03万亿元。”; join the lines, without a blank line between",
    ]);
  });

  it("finds periods that nobody can resolve, each once, and none that never can be", async () => {
    const [undated, unresolved] = checkDigest(
      await createDigest([
        readMarkdown(
          "## 上半年\n\n去年出口增长。去年进口增长。近日港口开放。上月物流下降。今年看好。明年更好。\n",
          "news",
        ),
      ]),
    );
    expect([undated?.kind, unresolved?.message]).toEqual([
      "undated",
      "nobody can tell when “去年”, “上月”, “今年” and 1 more is; give the issue a date, or write the year",
    ]);
  });
});
