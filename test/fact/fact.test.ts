import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import { factOf, openSample, wordsOf } from "./sample.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

describe("deriveFacts", () => {
  it("makes a fact of each subject that has a figure", () => {
    const sentence = factOf(digest, "出口约1.03万亿元").sentence;
    const facts = [...digest.facts.values()].filter((fact) => fact.sentence === sentence);
    expect(facts.map((fact) => wordsOf(fact, fact))).toEqual([
      "其中,出口约1.03万亿元,增长4.7%",
      "进口约2911亿元,增长9.3%。",
    ]);
  });

  it("keeps a movement with the figure that moved", () => {
    const { mentions } = factOf(digest, "679.7亿元");
    const figures = mentions.filter((mention) => mention.kind === "quantity");
    expect(figures.map((figure) => [figure.value.toFixed(), figure.unit, figure.change])).toEqual([
      ["67970000000", "CNY", null],
      ["124", "percent", { direction: "up", base: "year" }],
    ]);
  });

  it("parts the figures of the white paper", () => {
    expect(
      [
        "头部主播好评率达",
        "中小主播好评率",
        "头部主播带动的GMV",
        "中小主播则提升",
        "百万粉丝以上",
        "中小达人贡献",
        "品牌商家店播数量",
        "农货商家店播销售额",
        "产业带店播销售额",
      ].map((words) => wordsOf(factOf(digest, words), factOf(digest, words))),
    ).toEqual([
      "头部主播好评率达92%",
      "中小主播好评率也稳定在90%以上。",
      "《白皮书》统计数据表明,头部主播带动的GMV占比降至11.01%",
      "中小主播则提升至88.99%。",
      "其中,百万粉丝以上的头部达人仅占大盘GMV的9%",
      "中小达人贡献了21%。",
      "其中,品牌商家店播数量同比激增113%",
      "农货商家店播销售额超百万的超1万个",
      "产业带店播销售额突破4300亿元……",
    ]);
  });

  it("leaves a sentence without two figures whole", () => {
    const fact = factOf(digest, "主要内容发布");
    expect([fact.start, fact.end]).toEqual([fact.sentence.start, fact.sentence.end]);
  });
});
