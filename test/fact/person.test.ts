import { beforeAll, describe, expect, it } from "vitest";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { findPeople } from "../../src/fact/person.ts";
import type { Digest } from "../../src/index.ts";
import { fold } from "../../src/text/fold.ts";
import { slice } from "../../src/text/span.ts";
import { mentioned, openSample } from "./sample.ts";

const { names } = openLexicon();
let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

function people(text: string): [string, string | null][] {
  return findPeople(text, fold(text), names).map((person) => [
    slice(text, person),
    person.title === null ? null : slice(text, person.title),
  ]);
}

describe("findPeople", () => {
  it.each<[string, [string, string | null][]]>([
    ["湖北省商务厅党组书记、厅长龙小红介绍,近年来", [["龙小红", "湖北省商务厅党组书记、厅长"]]],
    ["海关总署新闻发言人、统计分析司司长吕大良指出,上半年", [["吕大良", "海关总署新闻发言人、统计分析司司长"]]],
    ["巴基斯坦商务部执行总干事穆罕默德·阿什拉夫说,物流", [["穆罕默德·阿什拉夫", "巴基斯坦商务部执行总干事"]]],
    ["安哥拉贸易和服务国秘奥古斯塔·福特斯表示,花湖国际机场", [["奥古斯塔·福特斯", "安哥拉贸易和服务国秘"]]],
    ["”俄罗斯跨境电商平台Yandex market中国区CEO王玉龙说。", [["王玉龙", "俄罗斯跨境电商平台Yandex market中国区CEO"]]],
    ["。”吕大良说道。", [["吕大良", null]]],
    ["欧阳娜娜表示,出口增长", [["欧阳娜娜", null]]],
    ["渡轮公司2006年由纪伯坚创办,主营水产", [["纪伯坚", null]]],
    ["技术总监樊春燕带领团队研究出新办法", [["樊春燕", "技术总监"]]],
    ["想出这个办法的是返乡青年岳云飞,他原先做包装", [["岳云飞", "想出这个办法的是返乡青年"]]],
    ["想出这个办法的是岳云飞,他原先做包装", [["岳云飞", null]]],
    ["Jane Doe 在邮件列表上提出了一份草案", [["Jane Doe", null]]],
    [
      "René Doe 随后发布了报告,由 Jane Roe 编写",
      [
        ["René Doe", null],
        ["Jane Roe", null],
      ],
    ],
    ["Jane Doe describes the port in a post.", [["Jane Doe", null]]],
    ["thanks to the reporter, Burak, and to contributor zed", [["Burak", null]]],
    ["开发者 Burak 认为", [["Burak", null]]],
    [
      "采购商马里奥·桑托斯一口气订了40台,总经理理查德·诺曼大力推广",
      [
        ["马里奥·桑托斯", "采购商"],
        ["理查德·诺曼", "总经理"],
      ],
    ],
    ["1788年詹姆斯·赫顿出版著作", [["詹姆斯·赫顿", null]]],
    ["主播“阿橙”(本名罗岚)与公司签约", [["罗岚", null]]],
    ["董事会聘任沈若谷为新任总经理", [["沈若谷", null]]],
    ["申屠岚现年46岁,曾任某外资快运公司华中区总经理", []],
    ["派送员孟德权跑了一天", [["孟德权", "派送员"]]],
    ["望各位同行共勉。(彭仕祥)", [["彭仕祥", null]]],
    [
      "Weaver Paloma Ruiz, who sells rugs, and the designer, Jun Okabe, had asked",
      [
        ["Paloma Ruiz", "Weaver"],
        ["Jun Okabe", null],
      ],
    ],
    ["said Jane Doe, the chief executive of Acme, in May.", [["Jane Doe", "the chief executive of Acme"]]],
  ])("reads %s", (text, found) => {
    expect(people(text)).toEqual(found);
  });

  it.each([
    "电商企业和产业园区",
    "杭州市商务局介绍",
    "6月份,中国电商物流指数为111.8点",
    "商家收获的是更稳定的复购",
    "Exports rose in the United States",
    "Bitcoin Core 发布了新版本",
    "Director General of customs, Monday",
    "该产品原名青瓷,上市后改名",
    "会议结束。(完)",
    "价格最高的是水果,由管理部门牵头",
    "茶叶统一发货,鲜奶则在当地采购",
    "Harbour Wallet announced a release",
    "",
  ])("finds nobody in %j", (text) => {
    expect(people(text)).toEqual([]);
  });

  it("finds a name again where it stands without its post", () => {
    expect(people("厅长龙小红介绍,龙小红认为")).toEqual([
      ["龙小红", "厅长"],
      ["龙小红", null],
    ]);
  });

  it("finds the people of the sample, and nobody else", () => {
    expect([1, 2, 3, 4, 5].map((ordinal) => mentioned(digest, ordinal, "person"))).toEqual([
      ["穆罕默德·阿什拉夫", "奥古斯塔·福特斯", "龙小红"],
      ["王玉龙"],
      ["吕大良", "吕大良"],
      [],
      [],
    ]);
  });
});
