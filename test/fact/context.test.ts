import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import { factOf, openSample, wordsOf } from "./sample.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

describe("the context of a fact", () => {
  it.each([
    ["进口约2911亿元", "2025-01-01", "2025-06-30"],
    ["出口约1.03万亿元", "2025-01-01", "2025-06-30"],
    ["我国跨境电商进出口约1.32万亿元", "2025-01-01", "2025-06-30"],
    ["679.7亿元", "2024-01-01", "2024-12-31"],
    ["进出口额翻番", "2025-01-01", "2025-05-31"],
    ["111.8点", "2025-06-01", "2025-06-30"],
    ["贡献比例降至约30%", "2024-01-01", "2024-12-31"],
    ["中小达人贡献了21%", "2024-01-01", "2024-12-31"],
  ])("of %s is the period from %s to %s", (words, from, to) => {
    expect(factOf(digest, words).context.period?.interval).toEqual({ from, to });
  });

  it.each(["最重要的资源是“人才”", "任何新业态的成长", "展会特别设计了八大特色展区"])(
    "of %s has no period where nothing says one",
    (words) => {
      expect(factOf(digest, words).context.period).toBeNull();
    },
  );

  it.each([
    ["679.7亿元", "湖北"],
    ["进出口额翻番", "湖北"],
    ["在杭州开幕", "杭州"],
    ["展览面积7万平方米", "杭州大会展中心"],
  ])("of %s is the place %s", (words, place) => {
    const fact = factOf(digest, words);
    expect(fact.context.place === null ? null : wordsOf(fact, fact.context.place)).toBe(place);
  });

  it.each([
    ["数字贸易呈现蓬勃发展态势", "龙小红"],
    ["1.32万亿元", "吕大良"],
    ["物流是国际贸易的基石", "穆罕默德·阿什拉夫"],
    ["借鉴意义", "奥古斯塔·福特斯"],
    ["全国首创", "杭州市商务局"],
    ["我们愿同全球各国一道", "吕大良"],
  ])("of %s is the speaker %s", (words, speaker) => {
    const fact = factOf(digest, words);
    expect(fact.context.speaker === null ? null : wordsOf(fact, fact.context.speaker)).toBe(speaker);
  });

  it.each([
    ["19.3%", "“店播”崛起 筑牢行业治理发展根基"],
    ["流量再分配", "中小主体激活直播电商新生态"],
  ])("of %s is the heading %s", (words, heading) => {
    const fact = factOf(digest, words);
    expect(fact.context.heading === null ? null : wordsOf(fact, fact.context.heading)).toBe(heading);
  });

  it("above the first heading has none", () => {
    expect(factOf(digest, "主要内容发布").context.heading).toBeNull();
  });
});
