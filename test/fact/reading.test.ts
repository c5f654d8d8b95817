import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import { slice } from "../../src/text/span.ts";
import { mentioned, openSample } from "./sample.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

describe("readArticle", () => {
  it("resolves the sample's periods against the issue's date", () => {
    const found = [...digest.readings.values()].flatMap((reading) =>
      reading.sentences.flatMap((sentence) =>
        sentence.mentions.flatMap((mention) =>
          mention.kind === "period"
            ? [
                [
                  slice(reading.article.text, mention),
                  mention.interval === null ? null : `${mention.interval.from}..${mention.interval.to}`,
                ],
              ]
            : [],
        ),
      ),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        ["近日", null],
        ["2024年", "2024-01-01..2024-12-31"],
        ["今年1至5月", "2025-01-01..2025-05-31"],
        ["7月14日", "2025-07-14..2025-07-14"],
        ["2025年上半年", "2025-01-01..2025-06-30"],
        ["上半年", "2025-01-01..2025-06-30"],
        ["7月9日", "2025-07-09..2025-07-09"],
        ["6月份", "2025-06-01..2025-06-30"],
        ["2023年", "2023-01-01..2023-12-31"],
      ]),
    );
  });

  it("knows who wrote each article", () => {
    const bylines = [...digest.readings.values()].map((reading) =>
      reading.byline.map((name) => slice(reading.article.text, name)),
    );
    expect(bylines).toEqual([["李朝霞", "刘柳", "吴慎", "范载岳"], ["拜喆喆"], ["刘晗旭"], [], []]);
  });

  it("knows the short forms that the text defines", () => {
    expect([...digest.readings.values()].flatMap((reading) => reading.shortForms)).toEqual([
      { long: "2025全球跨境电商交易博览会", short: "全球跨交会" },
      { long: "2025直播电商行业发展白皮书", short: "白皮书" },
    ]);
  });

  it("finds works and quoted terms, but no quoted speech", () => {
    expect(mentioned(digest, 5, "work")).toEqual([
      "《2025直播电商行业发展白皮书》",
      "《白皮书》",
      "《白皮书》",
      "《直播电商监督管理办法》",
      "《白皮书》",
      "《2025抖音电商店播发展趋势报告》",
    ]);
    expect(mentioned(digest, 3, "quoted")).toEqual(["数字桥梁"]);
  });

  it("reads no sentence out of a heading", () => {
    const reading = [...digest.readings.values()].at(-1);
    const headings = reading?.article.blocks.filter((block) => block.kind === "heading") ?? [];
    expect(headings.map((block) => slice(reading?.article.text ?? "", block))).toEqual([
      "“店播”崛起 筑牢行业治理发展根基",
      "中小主体激活直播电商新生态",
    ]);
    expect(
      reading?.sentences.some((sentence) =>
        headings.some((heading) => sentence.start < heading.end && heading.start < sentence.end),
      ),
    ).toBe(false);
  });

  it("lets a clause without a subject lean on the one before", () => {
    const sentence = [...digest.readings.values()][2]?.sentences[2];
    expect(sentence?.clauses.map((clause) => clause.leans)).toEqual([false, false, true, false, true]);
  });
});
