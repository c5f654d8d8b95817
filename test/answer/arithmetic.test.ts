import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { smallDigest } from "../search/small-digest.ts";

/** The result with the sum that it came of; null where the digest refuses or answers without a sum. */
async function computedFrom(question: string, ...texts: readonly string[]): Promise<string | null> {
  const { reply } = await ask(await smallDigest(...texts), question);
  return reply.status === "answered" && reply.derivation !== null
    ? `${reply.derivation.expression} = ${reply.derivation.result}`
    : null;
}

describe("a value before and after a change", () => {
  it("gives how far it went", async () => {
    const text = "石桥码头完成改造，货船平均候泊时间由52小时压缩到17小时，员工从840人减至615人。";
    expect(await computedFrom("石桥码头的候泊时间缩短了多少小时？", text)).toBe("52小时 − 17小时 = 35小时");
    expect(await computedFrom("石桥码头员工减少了多少人？", text)).toBe("840人 − 615人 = 225人");
  });

  it("gives how many times as much it is, and its growth", async () => {
    const text = "柳营物流发布年报：2024年营收30亿元；净利润2.4亿元，上年为1.6亿元。";
    expect(await computedFrom("柳营物流2024年的净利润比前一年增长了百分之几？", text)).toBe(
      "(2.4亿元 − 1.6亿元) ÷ 1.6亿元 = 约50%",
    );
    const capacity = "青岩分拨中心投用后，日处理能力由旧仓的30万件提高到120万件。";
    expect(await computedFrom("青岩分拨中心的日处理能力是旧仓的几倍？", capacity)).toBe("120万件 ÷ 30万件 = 约4倍");
  });

  it("adds a loss to the profit that came after it", async () => {
    const text = "禾丰超市2024年净利润3.5亿元，上年同期为亏损1.2亿元。";
    expect(await computedFrom("禾丰超市2024年的净利润比前一年改善了多少？", text)).toBe("3.5亿元 + 1.2亿元 = 4.7亿元");
  });

  it("is of two periods of a row, too", async () => {
    const text = "招股书显示，2022年、2023年榆林零食净利润分别为1.2亿元和1.8亿元。";
    expect(await computedFrom("榆林零食2023年的净利润比2022年增长了百分之几？", text)).toBe(
      "(1.8亿元 − 1.2亿元) ÷ 1.2亿元 = 约50%",
    );
  });

  it("may be of what a value is measured by", async () => {
    const text = "榆林仓库火灾的直接经济损失为1846万元，高于最初估计的1700万元。";
    expect(await computedFrom("榆林仓库火灾的损失比最初估计的多出多少？", text)).toBe("1846万元 − 1700万元 = 146万元");
  });

  it("is found in English too", async () => {
    const text = "Ferry company Brightwater now runs 4,800 boats, up from 3,100 in December.";
    expect(await computedFrom("How many more boats does Brightwater run than before?", text)).toBe(
      "4,800 − 3,100 = 1,700",
    );
  });

  it("isn't taken for another base than the one asked for", async () => {
    const text = "河港集团员工1100人，上年为900人。";
    expect(await computedFrom("河港集团员工比年初增加了多少人？", text)).toBeNull();
  });

  it("is told by the unit alone where the question names nothing else", async () => {
    const text = "一年间，北岭集团关店12家，员工由2300人减少到1900人，每单成本由4.2元降到3.9元。";
    expect(await computedFrom("北岭集团一年里少了多少号人？", text)).toBe("2300人 − 1900人 = 400人");
    expect(await computedFrom("北岭集团一年里省下几毛钱？", text)).toBeNull();
    expect(await computedFrom("北岭集团一年里少了多少号人？", "北岭集团的门店由40家减少到31家。")).toBeNull();
  });

  it("is an amount where a currency is asked for", async () => {
    const text = "Homeware chain Ashdown reported profit of £52.6m for the year, up from £48.1m.";
    expect(await computedFrom("By how much did Ashdown's profit go up, in pounds?", text)).toBe(
      "£52.6m − £48.1m = GBP 4.5 million",
    );
  });

  it("gives way to the movement that the text states", async () => {
    const text = "北岭茶场2024年产量由50吨增至60吨，同比增长20%。";
    const { reply } = await ask(await smallDigest(text), "北岭茶场2024年产量增长了百分之几？");
    expect(reply.status === "answered" ? reply.answer : null).toContain("20%");
  });
});

describe("two sides", () => {
  it("may be apart in the question", async () => {
    const text = "松林平台夏购节成交额320亿元。年货节成交额415亿元。";
    expect(await computedFrom("松林平台年货节的成交额比夏购节多多少？", text)).toBe("415亿元 − 320亿元 = 95亿元");
  });

  it("are the only two that one sentence sets side by side", async () => {
    const text = "梧州数据称，今年春茶网络销售额86亿元；江岸咨询给出的数字却是71亿元。";
    expect(await computedFrom("两家机构的春茶网络销售额相差多少？", text)).toBe("86亿元 − 71亿元 = 15亿元");
  });

  it("may be two of a year's events", async () => {
    const texts = ["2025年8月2日，鹭岛商城夏购节收官，成交额12亿元。", "2025年11月11日，鹭岛商城双11成交额19亿元。"];
    expect(await computedFrom("鹭岛商城2025年双11的成交额比夏购节多多少？", ...texts)).toBe("19亿元 − 12亿元 = 7亿元");
    expect(await computedFrom("鹭岛商城2025年双12的成交额比夏购节多多少？", ...texts)).toBeNull();
  });

  it("may be joined by the words of a sum", async () => {
    const text = "2024年，江湾综保区出口512亿元，进口203亿元。";
    expect(await computedFrom("江湾综保区2024年出口减去进口，顺差是多少亿？", text)).toBe(
      "512亿元 − 203亿元 = 309亿元",
    );
    expect(await computedFrom("江湾综保区2024年出口加上进口一共多少亿？", text)).toBe("512亿元 + 203亿元 = 715亿元");
    expect(
      await computedFrom("江湾综保区2024年出口减去进口，顺差是多少亿？", "2024年，江湾综保区出口512亿元。"),
    ).toBeNull();
    const trade = "In 2024 the Elmport free zone had exports of $410m and imports of $150m.";
    expect(await computedFrom("What were Elmport's exports minus imports in 2024?", trade)).toBe(
      "$410m − $150m = USD 260 million",
    );
  });

  it("may be told by one sentence, whatever the order of the question", async () => {
    const text = "On its first day Lanmark shares closed at $17.5, against an offer price of $14.2.";
    expect(await computedFrom("How many dollars above the offer price did Lanmark close?", text)).toBe(
      "$17.5 − $14.2 = USD 3.3",
    );
    const apart = "Lanmark shares closed at $17.5. Rival Oxmoor had an offer price of $14.2.";
    expect(await computedFrom("How many dollars above the offer price did Lanmark close?", apart)).toBeNull();
  });

  it("may be called by several words, of which the clause has the last", async () => {
    const hub = "飞燕速运的西北枢纽上月在石桥镇投用。枢纽占地200亩，总投资7.8亿元。";
    const depot = "飞燕速运的南疆分拨中心落户库川，投资3.2亿元。";
    const question = "飞燕速运在库川的分拨中心，投资比石桥镇的枢纽少多少钱？";
    expect(await computedFrom(question, hub, depot)).toBe("7.8亿元 − 3.2亿元 = 4.6亿元");
    expect(await computedFrom(question.replace("石桥镇", "柳湾镇"), hub, depot)).toBeNull();
  });

  it("may be told by one sentence without a word between them in the question", async () => {
    const text = "法院判令网店赔偿12万元，退还货款3万元，两项都由店主梁浦生承担。";
    expect(await computedFrom("梁浦生要退还的货款加上赔偿一共是多少？", text)).toMatch(/15万元$/u);
    expect(await computedFrom("梁浦生要交的罚款加上赔偿一共是多少？", text)).toBeNull();
  });

  it("stand in the order of their figures in a row", async () => {
    const text = "调查显示，高中生家庭月均支出510元，大学生家庭930元，分别比去年增加3%和9%。";
    const question = "高中生和大学生家庭，哪一类的月均支出涨得更快？";
    const { reply } = await ask(await smallDigest(text), question);
    expect(reply.status === "answered" ? reply.answer : null).toBe("大学生");
  });

  it("aren't compared across unlike units", async () => {
    const text = "竹溪仓库占地90亩，装有分拣线6条，日处理包裹240万件。";
    expect(await computedFrom("竹溪仓库的包裹是分拣线的几倍？", text)).toBeNull();
  });
});

describe("a period out of cumulated figures", () => {
  const half = "据青浦市统计，2025年上半年全市快递业务量64.2亿件，其中出口件3亿件。";
  const quarter = "据青浦市统计，2025年一季度全市快递业务量29.7亿件。";

  it("is the longer one less the rest", async () => {
    expect(await computedFrom("青浦市2025年二季度快递业务量是多少？", half, quarter)).toBe(
      "64.2亿件 − 29.7亿件 = 34.5亿件",
    );
  });

  it("may be called a single quarter, of goods traded or parcels sent", async () => {
    const trade = ["2025年上半年，青浦市跨境电商进出口906亿元。", "2025年一季度，青浦市跨境电商进出口443亿元。"];
    expect(await computedFrom("青浦市2025年二季度单季做了多少跨境电商进出口？", ...trade)).toBe(
      "906亿元 − 443亿元 = 463亿元",
    );
    expect(await computedFrom("青浦市2025年二季度单季发了多少件快递？", half, quarter)).toBe(
      "64.2亿件 − 29.7亿件 = 34.5亿件",
    );
  });

  it("isn't worked out where a part is missing", async () => {
    expect(await computedFrom("青浦市2025年二季度快递业务量是多少？", half)).toBeNull();
  });

  it("isn't worked out of what doesn't add up over time", async () => {
    const first = "2025年上半年，青浦市快递服务满意度指数为81.4。";
    const second = "2025年一季度，青浦市快递服务满意度指数为80.2。";
    expect(await computedFrom("青浦市2025年二季度快递服务满意度指数是多少？", first, second)).toBeNull();
  });
});

describe("a part and its whole", () => {
  const text = "前5个月，钟山港进口水果40万吨，其中榴莲10万吨。";

  it("give the part's share", async () => {
    expect(await computedFrom("钟山港进口水果里榴莲占百分之几？", text)).toBe("10万吨 ÷ 40万吨 = 约25%");
  });

  it("give no rest where nothing is taken away", async () => {
    expect(await computedFrom("前5个月过后，钟山港进口的榴莲还剩多少吨？", text)).toBeNull();
  });

  it("aren't answered by a rate of something else", async () => {
    const rated = "石埠镇有羊绒企业870家。已有230家企业加入“一衣一码”，抽检合格率回升到94%。";
    const { reply } = await ask(await smallDigest(rated), "石埠镇的羊绒企业，加入“一衣一码”的占百分之几？");
    expect(reply.status === "answered" ? reply.answer : null).not.toBe("94%");
    const passed = await ask(await smallDigest(rated), "石埠镇的羊绒抽检合格的占百分之几？");
    expect(passed.reply.status === "answered" ? passed.reply.answer : null).toBe("94%");
  });

  it("are amounts, for no percentage is a part of another", async () => {
    const grown = "锦溪商城大促成交额同比增长16.5%，增速低于预期；店铺自播占成交的61%。";
    expect(await computedFrom("锦溪商城大促的自播，占成交增长的几成？", grown)).toBeNull();
  });

  it("may be two periods", async () => {
    const texts = ["2024年，南珠商城营业收入40亿元。", "2025年上半年，南珠商城营业收入24亿元，其中北美占44%。"];
    expect(await computedFrom("南珠商城2025年上半年的收入顶得上2024年全年的百分之多少？", ...texts)).toBe(
      "24亿元 ÷ 40亿元 = 约60%",
    );
    const { reply } = await ask(
      await smallDigest(texts[1] ?? ""),
      "南珠商城2025年上半年的收入顶得上2024年全年的百分之多少？",
    );
    expect(reply.status).toBe("unanswered");
  });

  it("give the rest", async () => {
    expect(await computedFrom("钟山港进口水果除了榴莲，剩下多少吨？", text)).toBe("40万吨 − 10万吨 = 30万吨");
  });
});

describe("what came and what went", () => {
  it("give what there is more in all", async () => {
    const text = "期内，湖滨便利新开门店98家，关闭17家，期末共有门店1221家。";
    expect(await computedFrom("湖滨便利的门店净增加了几家？", text)).toBe("98家 − 17家 = 81家");
    const english = "Grocer Fenwick opened 62 new outlets and closed 25 outlets last year.";
    expect(await computedFrom("What was the net increase in Fenwick's outlets last year?", english)).toBe(
      "62 − 25 = 37",
    );
  });

  it("must be of one thing, and both be told", async () => {
    const question = "湖滨便利的门店净增加了几家？";
    expect(await computedFrom(question, "期内，湖滨便利新开门店98家，关闭工厂17家。")).toBeNull();
    const { reply } = await ask(await smallDigest("期内，湖滨便利新开门店98家，期末共有门店1221家。"), question);
    expect(reply.status).toBe("unanswered");
  });

  it("give way to the net figure that the text prints", async () => {
    const text = "期内，湖滨便利新开门店98家，关闭17家，门店净增81家。";
    const { reply } = await ask(await smallDigest(text), "湖滨便利的门店净增了几家？");
    expect(reply.status === "answered" ? [reply.answer, reply.derivation] : null).toEqual(["81家", null]);
  });
});

describe("a trade surplus", () => {
  it("is exports less imports where the text doesn't print it", async () => {
    const text = "2024年，江湾综保区出口512亿元，进口203亿元。";
    expect(await computedFrom("江湾综保区2024年的贸易顺差是多少？", text)).toBe("512亿元 − 203亿元 = 309亿元");
    expect(await computedFrom("江湾综保区2024年的贸易逆差是多少？", text)).toBeNull();
  });

  it("is its own figure where the text does", async () => {
    const text = "2024年，江湾综保区出口512亿元，进口203亿元，贸易顺差309亿元。";
    expect(await computedFrom("江湾综保区2024年的贸易顺差是多少？", text)).toBeNull();
  });
});

describe("a target", () => {
  it("is set against what was reached, in its unit", async () => {
    const text = "东湾港2024年完成集装箱吞吐量512万标箱，超过500万标箱的年度目标；货物吞吐量1.8亿吨。";
    expect(await computedFrom("东湾港2024年的集装箱吞吐量比目标多多少？", text)).toMatch(
      /^512万标箱 − 500万标箱 = 约?12万标箱$/u,
    );
  });

  it("may be told far from the value", async () => {
    const plan = "海蓝支付的国际站5月在洛湾国上线。负责人秦盼透露，第一年的目标是注册用户500万。";
    const now = "海蓝支付国际站在洛湾国上线半年，注册用户已达310万。";
    const question = "海蓝支付国际站在洛湾国的注册用户，离头一年的目标还差多少？";
    expect(await computedFrom(question, plan, now)).toBe("500万 − 310万 = 190万");
    expect(await computedFrom(question, now, plan.replace("注册用户500万", "商户20万"))).toBeNull();
  });

  it("may be stated by the question", async () => {
    const text = "截至9月底，云岭便利店共有门店843家，计划年底门店达到900家。";
    expect(await computedFrom("云岭便利店的门店离900家的目标还差多少家？", text)).toBe("900家 − 843家 = 57家");
  });

  it("isn't reached by what the text doesn't say", async () => {
    const text = "云岭便利店计划年底门店达到900家。";
    expect(await computedFrom("云岭便利店的门店离900家的目标还差多少家？", text)).toBeNull();
  });
});

describe("an average", () => {
  it("is the total by the count beside it", async () => {
    const text = "前三季度，白水市境外银行卡刷卡20万笔、金额3亿元。";
    expect(await computedFrom("白水市境外银行卡平均每笔刷多少钱？", text)).toBe("3亿元 ÷ 20万笔 = 约1500元");
  });
});

describe("what is left of all trade", () => {
  const text = "江州海关公布，今年前7个月，江州跨境电商进出口291.4亿元，增长11.8%，其中出口205.6亿元，增长15.2%。";

  it("is imports without exports", async () => {
    expect(await computedFrom("江州今年前7个月跨境电商进口多少？", text)).toBe("291.4亿元 − 205.6亿元 = 85.8亿元");
  });

  it("isn't worked out where it is printed", async () => {
    expect(await computedFrom("江州今年前7个月跨境电商出口多少？", text)).toBeNull();
  });
});

describe("places by one character", () => {
  it("are countries after what leads a place", async () => {
    const text = "前4个月，江州口岸对美国出口179.6亿元，下降12.3%；对欧盟出口166.9亿元，增长15.5%。";
    expect(await computedFrom("江州口岸前4个月对美出口比对欧盟多多少？", text)).toBe(
      "179.6亿元 − 166.9亿元 = 12.7亿元",
    );
  });
});

describe("two places of a row", () => {
  it("are those on either side of 比, though a third is named before", async () => {
    const text =
      "榆林海关统计，今年榆林市出口5412.3亿元；对拉丁美洲出口912.7亿元，增长25.3%；对非洲出口843.5亿元，增长11.8%。";
    expect(await computedFrom("榆林市今年卖到拉美的比卖到非洲的多多少亿元？", text)).toBe(
      "912.7亿元 − 843.5亿元 = 69.2亿元",
    );
  });

  it("may have figures that count something else than the row", async () => {
    const text = "江川便利宣布，截至2024年12月31日共有门店612家，其中甘肃488家、青海79家、宁夏45家。";
    expect(await computedFrom("2024年底江川便利在甘肃的门店比青海多多少家？", text)).toBe("488家 − 79家 = 409家");
  });
});

describe("a value a year before", () => {
  it("comes out of how much more there is now", async () => {
    const text = "榆林优选公布618战报：2025年5月28日至6月18日，成交额过亿元的品牌有143个，比去年多31个。";
    expect(await computedFrom("榆林优选2024年618有多少个品牌成交额过亿元？", text)).toBe("143个 − 31个 = 112个");
  });

  it("doesn't come out of a comparison with a plan", async () => {
    const text = "2024年末榆林优选门店1227家，比原计划少33家。";
    expect(await computedFrom("2023年末榆林优选有多少家门店？", text)).toBeNull();
  });
});

describe("a whole and its part", () => {
  it("may stand in two sentences", async () => {
    const text =
      "榆林海关通报，上半年榆林市跨境电商进出口1468.2亿元。其中出口1172.6亿元，增长14.7%；进口295.6亿元，增长2.9%。";
    expect(await computedFrom("榆林市上半年跨境电商里，进口占总额的百分之几？", text)).toBe(
      "295.6亿元 ÷ 1468.2亿元 = 约20.1%",
    );
  });

  it("are of one kind: a price isn't taken from a year's sales", async () => {
    const text = "榆林快递前三季度业务收入304亿元。上半年榆林快递的业务收入件均2.4元。";
    expect(await computedFrom("榆林快递的业务收入从上半年到前三季度少了多少？", text)).toBeNull();
  });
});

describe("stages of one thing", () => {
  it("are set against each other", async () => {
    const text = "悦榆商城公布战报：双十一第一阶段成交额612.4亿元。悦榆商城双十一第二阶段成交额为656.1亿元。";
    expect(await computedFrom("悦榆商城双十一第二阶段比第一阶段多卖了多少亿？", text)).toBe(
      "656.1亿元 − 612.4亿元 = 43.7亿元",
    );
  });
});
