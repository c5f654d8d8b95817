import { beforeAll, describe, expect, it } from "vitest";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { findPlaces } from "../../src/fact/place.ts";
import type { Digest } from "../../src/index.ts";
import { fold } from "../../src/text/fold.ts";
import { slice } from "../../src/text/span.ts";
import { mentioned, openSample } from "./sample.ts";

const { names } = openLexicon();
let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

describe("findPlaces", () => {
  it.each([
    ["在杭州大会展中心举行", ["杭州大会展中心"]],
    ["研讨班一行先后来到花湖国际机场", ["花湖国际机场"]],
    ["走访武汉、宜昌、鄂州等地", ["武汉", "宜昌", "鄂州"]],
    ["来自巴基斯坦、塔吉克斯坦、安哥拉、柬埔寨等国家", ["巴基斯坦", "塔吉克斯坦", "安哥拉", "柬埔寨"]],
    ["在北京、上海开幕", ["北京", "上海"]],
    ["the office in New York and in Brazil", ["New York", "Brazil"]],
    ["货机飞往乌兹别克斯坦塔什干,每周三班", ["乌兹别克斯坦", "塔什干"]],
    ["德国总理访问法国里昂", ["德国", "法国", "里昂"]],
    ["工作坊在伦敦举行,在线上举行", ["伦敦"]],
    ["艾窝位于嘉善的工厂投产,浙江安吉、云南元谋县也建仓", ["嘉善", "浙江", "安吉", "云南元谋县"]],
    ["从罗兹发货,经阿克套港换船", ["罗兹", "阿克套港"]],
    ["总部在东莞松山湖", ["东莞", "松山湖"]],
    ["新展馆在越栖举行落成典礼,工厂位于岚汀,", ["越栖", "岚汀"]],
    ["选品会东盟馆,云南会东、和政县", ["东盟", "云南", "会东", "和政县"]],
    ["湖南和湖北两省", ["湖南", "湖北"]],
    ["采购商卢卡斯说,经理王玉龙说,卢安达,提高平均价", []],
    ["活动在线上举行,在现址建成,年轻人把大城市的习惯带回来", []],
    ["goods go to Lodz, and a shop opens in Dublin", ["Lodz", "Dublin"]],
    ["It is a nice town, said Nice Systems, after reading", []],
    ["广东省佛山市南海区狮山镇一处电商仓储园区", ["广东省", "佛山市", "南海区", "狮山镇"]],
    ["大区经理说,在浙江的乡镇开店", ["浙江"]],
    ["出口增长4.7%", []],
    ["in May", []],
  ])("reads %s", (text, places) => {
    expect(findPlaces(text, fold(text), names).map((place) => slice(text, place))).toEqual(places);
  });

  it("finds the venues and regions of the sample", () => {
    expect(mentioned(digest, 1, "place")).toEqual(
      expect.arrayContaining([
        "湖北",
        "武汉",
        "宜昌",
        "鄂州",
        "花湖国际机场",
        "秭归华维电商物流园",
        "安哥拉",
        "巴基斯坦",
      ]),
    );
    expect(mentioned(digest, 2, "place")).toEqual(
      expect.arrayContaining(["杭州", "杭州大会展中心", "非洲", "中亚", "欧洲", "浙江", "俄罗斯"]),
    );
  });
});
