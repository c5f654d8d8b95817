import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { smallDigest } from "../search/small-digest.ts";

async function answerTo(question: string, ...texts: readonly string[]): Promise<string | null> {
  const { reply } = await ask(await smallDigest(...texts), question);
  return reply.status === "answered" ? reply.answer : null;
}

describe("what a question asks for", () => {
  it("is as many as it says", async () => {
    const text = "渡轮大赛上，种植户马小芸摘得金奖，另有铜奖五名。";
    expect(await answerTo("渡轮大赛拿铜奖的那五位都是谁？", text)).toBeNull();
    expect(await answerTo("谁在渡轮大赛上摘得金奖？", text)).toBe("马小芸");
  });

  it("is a reason though it says 怎么", async () => {
    const text = "榆林码头6月客流下降两成，不少班次停开。码头解释，客流下降的原因是连降大雨，江面封航12天。";
    expect(await answerTo("榆林码头6月客流怎么反而下降了？", text)).toContain("连降大雨");
  });

  it("is where a border is crossed, not where the train goes", async () => {
    const text = "首趟渡江快线班列从榆林站驶出，经阿拉山口出境，开往匈牙利布达佩斯。";
    expect(await answerTo("渡江快线班列从哪个口岸出的境？", text)).toBe("阿拉山口");
  });

  it("is the share of the one that is asked for, not one printed of another", async () => {
    const text = "截至8月底，轮渡公司已投放无人船412艘，其中江州295艘、榆林117艘；无人船单量占公司派送量的6.4%。";
    expect(await answerTo("8月底轮渡公司在江州的无人船占全部投放的百分之几？", text)).toBe("约71.6%");
  });

  it("is a company where one is asked who leads, makes or bought", async () => {
    const text = "轮渡科技宣布完成B轮融资，由江川资本领投，顺禾创投跟投。";
    expect(await answerTo("轮渡科技的B轮谁领的投？", text)).toBe("江川资本");
  });

  it("is what a correction puts in place of the figure in print", async () => {
    const text = "本刊上期文章中，榆林县柑橘面积误作27万亩，应为25.7万亩，特此更正。";
    expect(await answerTo("榆林县的柑橘面积到底是多少？", text)).toBe("25.7万亩");
  });

  it("is a figure as it was put right, where that is asked for", async () => {
    const text = "榆林仓库火灾的直接损失由最初估计的2600万元修正为3140万元，公司被罚18万元。";
    expect(await answerTo("榆林仓库火灾的损失后来改成多少了？", text)).toBe("3140万元");
  });

  it("is what one of something comes to, and not all of it", async () => {
    const text = "江川快运三季度营收118.7亿元，单票收入2.08元。";
    expect(await answerTo("江川快运三季度平均每票收多少钱？", text)).toBe("2.08元");
    expect(await answerTo("江川快运三季度营收多少亿？", text)).toBe("118.7亿元");
  });

  it("is a figure in the place of its period, where both stand in rows", async () => {
    const text = "招股书显示，2022年、2023年榆林零食收入分别为8.7亿元和21.4亿元；同期净利润0.3亿元、0.9亿元。";
    expect(await answerTo("榆林零食2023年的收入是多少？", text)).toBe("21.4亿元");
    expect(await answerTo("榆林零食2022年的收入是多少？", text)).toBe("8.7亿元");
    expect(await answerTo("榆林零食2023年的净利润是多少？", text)).toBe("0.9亿元");
  });

  it("is who comes to a post, or who leaves it", async () => {
    const text = "江川快运宣布，首席执行官方砚秋将于年底卸任，由现任首席运营官纪若愚接班。";
    expect(await answerTo("江川快运的首席执行官由谁接班？", text)).toBe("纪若愚");
    expect(await answerTo("江川快运是谁要卸任首席执行官？", text)).toBe("方砚秋");
  });

  it("is nobody where the text leaves the name out", async () => {
    const text = "江川快运仓储部经理邝某因仓库火灾被行政拘留10日，破产管理人为浙江某律师事务所。";
    expect(await answerTo("江川快运因仓库火灾被拘留的经理叫什么名字？", text)).toBeNull();
  });

  it("is what comes first of several", async () => {
    const text = "上半年江州网络零售额分地区看，泉州1487亿元，居首位；福州、厦门分别为1012亿元、846亿元。";
    expect(await answerTo("上半年江州网络零售额哪个市最高？", text)).toBe("泉州");
  });

  it("is no figure of another edition, or of another place of the article", async () => {
    const edition = "榆林选品会吸引参展企业1380家，意向成交47.3亿元，比上届增长12.6%。";
    expect(await answerTo("榆林选品会上一届来了多少家参展企业？", edition)).toBeNull();
    const place =
      "榆林企业在境外运营海外仓58个，面积约37万平方米。去年货运量增长两成。\n\n企业代表说，哈萨克斯坦的需求增长最快，榆林企业正在那里招人。";
    expect(await answerTo("榆林企业在哈萨克斯坦有几个海外仓？", place)).toBeNull();
  });

  it("is the place to the last word of it", async () => {
    const text = "10月11日下午，轮渡公司的一架无人机在武汉市江夏区藏龙岛坠落，没有人受伤。";
    expect(await answerTo("轮渡公司的无人机在哪里坠落？", text)).toBe("武汉市江夏区藏龙岛");
  });

  it("names somebody as the text writes them in Latin letters", async () => {
    const text = "轮渡公司罢工结束，参加谈判的工会代表是莱蒂西亚·蒙德拉贡（Leticia Mondragón），她来自榆林。";
    expect(await answerTo("Who was the union representative in the talks?", text)).toBe(
      "Leticia Mondragón (莱蒂西亚·蒙德拉贡)",
    );
  });

  it("names a place in English too, where an article of a Chinese issue is in English", async () => {
    const english = "Poland's competition office fined the marketplace Allemart 41.5m zlotys in May.";
    const digest = await smallDigest(english, "波兰的仓库六月开业，占地两万平方米。".repeat(20));
    const { trace } = await ask(digest, "波兰罚了Allemart多少兹罗提？");
    const wordings = trace.query?.terms.flatMap(({ alternatives }) => alternatives.map(({ text }) => text));
    expect(wordings).toEqual(expect.arrayContaining(["波兰", "poland"]));
  });

  it("is no time that it only speaks of", async () => {
    const text = "春节期间渡轮平台有21万名骑手在岗，除夕至初六每单补贴6元。";
    expect(await answerTo("过年那几天渡轮平台每单补贴几块钱？", text)).toBe("6元");
  });

  it("is what a verb of one character measures", async () => {
    const text = "川达航运2024年营业收入11.6亿元，净利润3200万元。";
    expect(await answerTo("川达航运2024年赚了多少？", text)).toBe("3200万元");
  });

  it("is the bound that it names", async () => {
    const text = "水闸软件 #331 通过根据船的大小按比例设置确认要求来改进开闸时的处理：最少 1 个确认、最多 6 个确认。";
    expect(await answerTo("水闸软件 #331 要求开闸最多有多少个确认？", text)).toBe("最多 6 个");
    expect(await answerTo("水闸软件 #331 要求开闸最少有多少个确认？", text)).toBe("最少 1 个");
  });

  it("is a name that the question doesn't hold itself", async () => {
    const text = "Harbour Bank lends its customers money, using the underlying infrastructure of Lightspark.";
    const question = "Whose underlying infrastructure does Harbour Bank use for its customers?";
    expect(await answerTo(question, text)).toBe("Lightspark");
  });

  it("is a name that the question doesn't hold in translation either", async () => {
    const text = "榆川云仓9月18日公告，董事会聘任申屠宁为总裁。申屠宁2020年加入榆川云仓，此前负责武汉总仓。";
    expect(await answerTo("Who was appointed president of Yuchuan Cloud Warehouse?", text)).toBe(
      "Shentu Ning (申屠宁)",
    );
  });

  it("is who acted, in Chinese text too", async () => {
    const text = "Jane Roe 在邮件列表中发布了 HIP21 规范的更新，涉及 URI 的写法。";
    expect(await answerTo("谁发布了 HIP21 规范的更新？", text)).toBe("Jane Roe");
  });

  it("is who acted, not what was spoken of", async () => {
    const text = "Jane Roe posted to the mailing list to announce a tool that tests each PR of the harbour software.";
    expect(await answerTo("Who announced a tool that tests the harbour software?", text)).toBe("Jane Roe");
  });

  it("is who takes up the post, not who holds it elsewhere", async () => {
    const text = "渡轮集团董事长纪松涛宣布收购川达航运。川达航运由渡轮集团西南大区总裁樊岚出任董事长。";
    expect(await answerTo("川达航运的董事长由谁来当？", text)).toBe("樊岚");
  });

  it("is who holds the post that stands before the name", async () => {
    const text = "渡轮集团的新仓雇用员工140人，仓库经理由荷兰人马尔科·诺瓦克担任。";
    expect(await answerTo("渡轮集团新仓的仓库经理是谁？", text)).toBe("马尔科·诺瓦克");
  });

  it("is the name behind the one that everybody says", async () => {
    const text = "主播“阿橙”（本名罗岚）与川达文化公司签订为期五年的独家合约。";
    expect(await answerTo("主播阿橙本名叫什么？", text)).toBe("罗岚");
  });

  it("is somebody, whoever the case is about", async () => {
    const text = "法院判决了主播跳槽案。审判长覃书瑶表示，主播违约在先。";
    expect(await answerTo("主播跳槽案的审判长叫什么名字？", text)).toBe("覃书瑶");
  });

  it("is a company by what is done with it", async () => {
    const text = "渡轮平台宣布完成B轮融资，由岚山资本领投。";
    expect(await answerTo("渡轮平台的B轮融资由谁领投？", text)).toBe("岚山资本");
  });

  it("is somebody by the post, not who employs them", async () => {
    const text = "榆林县菜农合作社理事长魏长河当场订了两台预冷车。";
    expect(await answerTo("当场订了两台预冷车的合作社理事长是谁？", text)).toBe("魏长河");
  });

  it("is the date of the act that is asked about", async () => {
    const text = "市场监管局1月3日就退货规范公开征求意见，截止日期为2月15日。";
    expect(await answerTo("退货规范的征求意见哪天截止？", text)).toBe("2月15日");
  });

  it("is the day from which something holds, not the one on which it was made known", async () => {
    const text = "榆林市6月11日出台《渡船管理办法》。《渡船管理办法》自8月1日起施行，有效期两年。";
    expect(await answerTo("榆林市的《渡船管理办法》哪天起算数？", text)).toBe("8月1日");
    expect(await answerTo("榆林市的《渡船管理办法》是哪天出台的？", text)).toBe("6月11日");
  });

  it("is the day from which or until which something holds, in English too", async () => {
    const text = "榆川商城6月25日书面答复称，自8月1日起，预售商品降价的，平台自动退还差价，退款至12月10日为止。";
    const question = "date will Yuchuan Mall automatically refund the price difference on presale goods?";
    expect(await answerTo(`From what ${question}`, text)).toBe("8月1日");
    expect(await answerTo(`Until what ${question}`, text)).toBe("12月10日");
  });

  it("is of the round of financing that it names", async () => {
    const text = "榆川宠物曾于2021年获得6000万元A轮融资。榆川宠物8月19日宣布完成2.4亿元B轮融资。";
    expect(await answerTo("榆川宠物B轮融了多少钱？", text)).toBe("2.4亿元");
    expect(await answerTo("榆川宠物A轮融了多少钱？", text)).toBe("6000万元");
    expect(await answerTo("榆川宠物C轮融了多少钱？", text)).toBeNull();
  });

  it("is a figure of what is counted, before or after the word for it", async () => {
    const text = "组委会公布，选品展入场9.2万人次，海外专业买家5380人，来自74个国家。";
    expect(await answerTo("选品展的海外专业买家有多少人？", text)).toBe("5380人");
  });

  it("is the town with the province that it is in", async () => {
    const text = "岚河公司的新仓库开在山东临沂，面积两万平方米。";
    expect(await answerTo("岚河公司的新仓库开在哪儿？", text)).toBe("山东临沂");
  });

  it("is shown as printed where its wording would only add to that", async () => {
    const text = "日前,2025全球岚河博览会在杭州开幕。";
    expect(await answerTo("全球岚河博览会是哪一年开幕的？", text)).toBe("2025");
  });

  it("is a thing by its number", async () => {
    const text = "Harbour Core #161 disables the old lock support by default.";
    expect(await answerTo("Which Harbour Core change disables the old lock support by default?", text)).toBe(
      "Harbour Core #161",
    );
  });

  it("is a city abroad", async () => {
    const text = "包办海外快闪店的白沟箱包，第一站定在迪拜。";
    expect(await answerTo("白沟箱包海外快闪店的第一站定在哪个城市？", text)).toBe("迪拜");
  });

  it("is another figure than the one that it states, whatever unit that has", async () => {
    const text = "Harbour Core #346 increases the default cache from 450 MiB to 1 GiB on 64-bit systems.";
    expect(await answerTo("Harbour Core 在 64 位系统上的默认 cache 增加到多少？", text)).not.toContain("64");
  });

  it("isn't said of one member of a row by the figure for all", async () => {
    const text = "青桐超市共有门店418家，覆盖安徽、江苏、河南三省。";
    expect(await answerTo("青桐超市在江苏有多少家门店？", text)).toBeNull();
    expect(await answerTo("青桐超市有多少家门店？", text)).toBe("418家");
  });

  it("is found in other words, in English too", async () => {
    const text = "The harbour master proposed a toll of three shillings. The ferryman disagreed.";
    expect(await answerTo("What toll did the harbour master suggest?", text)).toContain("three shillings");
  });

  it("is where something comes from, or where it goes", async () => {
    const text = "本报讯，一件从甘肃天水寄往上海徐汇的花牛苹果，成为今年第1400亿件快件。";
    expect(await answerTo("第1400亿件快件是从哪里寄出来的？", text)).toBe("甘肃天水");
    expect(await answerTo("第1400亿件快件寄到了哪里？", text)).toContain("上海");
  });

  it("is as many places as are asked for", async () => {
    const text = "江川快运单票成本降了0.19元，主要得益于阜阳、赣州两处自动化分拨中心投产。";
    expect(await answerTo("江川快运是靠哪两个地方的自动化分拨中心投产降的成本？", text)).toBe("阜阳、赣州");
  });

  it("is what comes last of several", async () => {
    const text = "分区域看，仓配景气指数华东、华南分别为52.7和51.9，东北只有47.2，为各区域最低。";
    expect(await answerTo("仓配景气指数垫底的是哪个区域？", text)).toBe("东北");
  });

  it("is no company that the question calls by its short name", async () => {
    const text = "仓储机器人公司拓榆科技宣布完成12亿元的D轮融资，由新加坡主权基金旗下的狮城成长资本领投。";
    expect(await answerTo("拓榆那轮12亿的融资是谁领投的？", text)).toBe("狮城成长资本");
  });

  it("is what is paid or earned, though it says what", async () => {
    const text =
      "A cooperative of 260 growers in Rilano sold 38 tonnes of coffee on its own site, earning US$7.10 a kilo.";
    expect(await answerTo("What did the growers in Rilano earn per kilo of coffee?", text)).toBe("US$7.10");
  });

  it("is how far, not how many", async () => {
    const text = "县城一单的平均配送距离只有2.1公里，一个骑手一小时能跑六七单。";
    expect(await answerTo("县城的骑手一单平均跑多远？", text)).toBe("2.1公里");
  });

  it("is a figure of a city, where a region stands before it", async () => {
    const text = "据榆林海关统计，榆林市今年对东盟出口91.2亿元。";
    expect(await answerTo("榆林市今年对东盟的出口是多少？", text)).toBe("91.2亿元");
  });

  it("is of the round that it says roughly", async () => {
    const text = "榆川冷链12月1日宣布完成3.2亿元B轮融资，由江川资本领投。榆川冷链去年的A轮融资由顺禾创投领投。";
    expect(await answerTo("榆川冷链那轮3亿多的融资是谁领投的？", text)).toBe("江川资本");
  });

  it("is the right figure of two, where one was put right", async () => {
    const text = "榆林果业协会还更正了一个数字：此前说的新建冷库库容1.2万吨，实为1.02万吨，投用时间不变。";
    expect(await answerTo("榆林果业协会更正之后的冷库库容到底是多少吨？", text)).toBe("1.02万吨");
  });

  it("is a rate, though a time stands before it", async () => {
    const text = "榆林小区的快递循环箱交给保洁回收，两个月里回收率从52%升到86%。";
    expect(await answerTo("榆林小区的快递循环箱回收率升到多少了？", text)).toBe("86%");
  });

  it("is a reason where it asks in what the trouble lies", async () => {
    const text = "榆林童装召回一款睡衣，在伦敦售出。创始人解释说，睡衣不合格的原因是面料厂擅自减少了阻燃剂用量。";
    expect(await answerTo("榆林童装的睡衣不合格，问题到底出在哪儿？", text)).toContain("阻燃剂");
  });

  it("is all the days of a fair, not its last one", async () => {
    const text = "第七届沂河国际箱包展2026年3月29日闭幕。第七届沂河国际箱包展定于2026年3月26日至29日在会展中心举行。";
    expect(await answerTo("沂河国际箱包展几号到几号？", text)).toBe("2026年3月26日至29日");
  });

  it("is a day as it was put off, and one of the year that is asked for", async () => {
    const text = "美佳诺在榆林的服务站原定2月下旬开张，因装修延误改为3月6日。";
    expect(await answerTo("美佳诺在榆林的服务站推迟到几号开？", text)).toBe("3月6日");
  });

  it("may be a row that only the sentence after begins", async () => {
    const text =
      "榆林直播协会的自律指引列出四类不得使用的话术。一是虚构紧迫，二是虚构身份，三是虚构价差，四是虚构争执。";
    expect(await answerTo("榆林直播协会的自律指引禁了哪四类话术？", text)).toContain("虚构争执");
  });

  it("doesn't hang on words that only introduce a name", async () => {
    const text = "榆川支付（YuchuanPay）海外业务负责人穆赫辛·拉赫曼说，去年流入中国的货款为37亿元。";
    const question = "Who is in charge of overseas business at the cross-border payment firm YuchuanPay?";
    expect(await answerTo(question, text)).toContain("穆赫辛·拉赫曼");
  });

  it("is no country of a place that it names", async () => {
    const text = "宁波企业云桥跨境将在波兰波兹南建设首座自营海外仓，公司总部在宁波。";
    expect(await answerTo("云桥跨境的总部在哪里，不是波兹南那座仓？", text)).not.toBe("波兰波兹南");
  });
});
