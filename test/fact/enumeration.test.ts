import { beforeAll, describe, expect, it } from "vitest";
import { findEnumerations } from "../../src/fact/enumeration.ts";
import type { Digest } from "../../src/index.ts";
import { fold } from "../../src/text/fold.ts";
import { slice } from "../../src/text/span.ts";
import { mentioned, openSample } from "./sample.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

function members(text: string): string[][] {
  return findEnumerations(fold(text), { start: 0, end: text.length }).map((list) =>
    list.members.map((member) => slice(text, member)),
  );
}

describe("findEnumerations", () => {
  it.each([
    ["来自巴基斯坦、塔吉克斯坦、安哥拉、柬埔寨等国家的官员", [["巴基斯坦", "塔吉克斯坦", "安哥拉", "柬埔寨"]]],
    ["包括39家跨境电商平台、150家服务商和100家招聘企业。", [["39家跨境电商平台", "150家服务商", "100家招聘企业"]]],
    ["100所高等院校、3家医院", [["100所高等院校", "3家医院"]]],
    ["通过“商品卡免佣”“保证金下调”等政策降低经营成本", [["商品卡免佣", "保证金下调"]]],
    [
      "走访武汉、宜昌、鄂州等地;覆盖非洲、中亚、欧洲等市场",
      [
        ["武汉", "宜昌", "鄂州"],
        ["非洲", "中亚", "欧洲"],
      ],
    ],
    ["We visited Wuhan, Yichang and Ezhou.", [["Wuhan", "Yichang", "Ezhou"]]],
    ["出口增长4.7%,进口增长9.3%。", []],
    ["进口和出口", []],
  ])("reads %s", (text, lists) => {
    expect(members(text)).toEqual(lists);
  });

  it("finds the lists of the sample", () => {
    expect(mentioned(digest, 1, "list").slice(0, 4)).toEqual([
      "巴基斯坦、塔吉克斯坦、安哥拉、柬埔寨",
      "武汉、宜昌、鄂州",
      "花湖国际机场、武汉长江国贸集团、九州通医药集团、东风集团",
      "秭归华维电商物流园、维楚云仓、屈姑食品有限公司",
    ]);
    expect(mentioned(digest, 2, "list")).toEqual(
      expect.arrayContaining([
        "非洲、中亚、欧洲",
        "39家跨境电商平台、150家服务商、1000家产业带源头工厂、100所高等院校和100家招聘企业",
      ]),
    );
  });
});
