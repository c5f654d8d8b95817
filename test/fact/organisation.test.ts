import { beforeAll, describe, expect, it } from "vitest";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { findOrganisations } from "../../src/fact/organisation.ts";
import type { Digest } from "../../src/index.ts";
import { fold } from "../../src/text/fold.ts";
import { slice } from "../../src/text/span.ts";
import { mentioned, openSample } from "./sample.ts";

const { names } = openLexicon();
let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

describe("findOrganisations", () => {
  it.each([
    ["据杭州市商务局介绍,这是", ["杭州市商务局"]],
    ["中国物流与采购联合会7月9日公布", ["中国物流与采购联合会"]],
    [
      "近日,由国家市场监督管理总局发展研究中心、中国社会科学院财经战略研究院课题组等机构共同完成",
      ["国家市场监督管理总局发展研究中心", "中国社会科学院财经战略研究院课题组"],
    ],
    ["7月14日,国务院新闻办公室举行新闻发布会", ["国务院新闻办公室"]],
    ["由商务部主办", ["商务部"]],
    ["武汉长江国贸集团、九州通医药集团、东风集团", ["武汉长江国贸集团", "九州通医药集团", "东风集团"]],
    ["俄罗斯跨境电商平台Yandex market中国区", ["Yandex market"]],
    ["与三家航空公司合作", []],
    ["由成都翼岚科技负责运营", ["成都翼岚科技"]],
    ["蓝梭供应链凭借密集存储获奖", ["蓝梭供应链"]],
    ["与肯尼亚电信运营商岚胡拉通信在内罗毕签约", ["岚胡拉通信"]],
    ["由沙特企业纳栖姆物流承担", ["纳栖姆物流"]],
    ["岚禾保险电商业务部负责人滕岳回应", ["岚禾保险"]],
    ["翼岚航空科技宣布,主打服饰", ["翼岚航空科技"]],
    ["岚川冷运(苏州)科技有限公司宣布", ["岚川冷运(苏州)科技有限公司"]],
    ["承租方广东岚捷通供应链管理有限公司被罚", ["广东岚捷通供应链管理有限公司"]],
    ["荷兰在线零售集团岚洛宣布,对厦门岚木网络科技有限公司罚款", ["荷兰在线零售集团", "厦门岚木网络科技有限公司"]],
    ["物业公司放任车辆驶入,货物落在山下的加工厂,该公司是一家日本公司", []],
    ["黎某不服上诉,二审法院认为", []],
    ["数字科技和跨境物流发展很快", []],
    ["由长江中游的产业基金岚材资本领投", ["岚材资本"]],
    ["获岚木资本领投", ["岚木资本"]],
    ["青岛一家国有产业基金参与,公司任命前航空公司信息官为首席技术官", []],
    ["去年孙女蔡语桐大学毕业回村", []],
    ["大盘GMV的9%", []],
    ["厅长和部分会议", []],
  ])("reads %s", (text, organisations) => {
    expect(findOrganisations(text, fold(text), names).map((name) => slice(text, name))).toEqual(organisations);
  });

  it("finds those of the sample", () => {
    expect(mentioned(digest, 3, "organisation")).toEqual(["国务院新闻办公室", "海关总署"]);
    expect(mentioned(digest, 4, "organisation")).toEqual(["中国物流与采购联合会"]);
    expect(mentioned(digest, 2, "organisation")).toEqual(["杭州市商务局", "Yandex market"]);
  });
});
