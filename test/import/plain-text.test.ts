import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { issueMarkdown } from "../../import/issue-markdown.ts";
import { readPlainText } from "../../import/plain-text.ts";
import { asLines, asOutline, readBytes, readFixture } from "./as-lines.ts";

const root = join(import.meta.dirname, "../..");

describe("the sample text, without a hint", () => {
  it("becomes the five articles of the sample issue, character for character", async () => {
    const bytes = new Uint8Array(readFileSync(join(root, "test/fixtures/2025-07-ecommerce.txt")));
    const { articles, findings } = await readBytes(readPlainText, bytes, "2025-07-ecommerce.txt");
    const sample = readFileSync(join(root, "knowledge/2025-07-ecommerce.md"), "utf8");
    const head = { title: "电子商务摘要 2025年7月", date: "2025-07-16", language: "zh" as const, source: null };
    expect(articles).toHaveLength(5);
    expect(issueMarkdown(head, articles)).toBe(sample);
    expect(findings.leftOut).toEqual([]);
    expect(findings.joined.map(({ before, after }) => `${before.slice(-2)}|${after.slice(0, 2)}`)).toEqual([
      "权提|升,",
      "有非|常高",
      "时也|印证",
    ]);
  });
});

describe("readPlainText, of other layouts", () => {
  it("reads lines broken to a page's width, bylines, a table of contents and page numbers", async () => {
    const [draft] = await readFixture(readPlainText, "en-wrapped.txt");
    expect([draft!.title, draft!.date]).toEqual(["THE HARBOUR LETTER", "2026-03-13"]);
    expect(asLines(draft!)).toEqual([
      "## Ferry fleet to run on batteries by 2031",
      "By Maria Lindqvist",
      "The city council voted on Tuesday to replace all nine diesel ferries with battery vessels, a plan that will cost 412 million crowns over five years. The first two boats are to enter service in the autumn of 2027 on the short cross-channel line to Sankt Olof.",
      '"We have run the numbers three times," said Henrik Aas, who heads the transport committee. "Electricity costs us a third of what we pay for fuel today."',
      "### Charging at both ends",
      "Each crossing uses 180 kWh. The boats will charge for six minutes at each quay, and the grid company will build a 5 MW substation at the northern landing. Work on the substation starts in May.",
      "## Old fish market becomes a school",
      "By Tom Reyes",
      "The brick hall on Quay Street, empty since 2014, will open as a primary school for 320 pupils in August. The rebuilding took two years and stayed within its budget of 58 million crowns.",
      "Headteacher Ingrid Solberg said that the old auction clock will stay where it has always hung, above what is now the canteen.",
      "## Rail yard strike enters third week",
      "By Maria Lindqvist and Tom Reyes",
      "Shunters at the eastern yard stayed away from work for a third week on Thursday. The operator, Nordgods, said 1,140 freight trains had been cancelled since 22 February.",
      "The union asks for a rise of 6.5 per cent; the operator offers 4.1. Talks go on in Malmby on Monday.",
    ]);
    expect(draft!.findings.leftOut.map(({ text, why }) => `${text}: ${why}`)).toEqual([
      "- 2 -: page number",
      "IN THIS ISSUE: table of contents",
      "Ferry fleet to run on batteries by 2031 ....... 1: table of contents",
      "Old fish market becomes a school .............. 2: table of contents",
      "Rail yard strike enters third week ............ 2: table of contents",
      "Vol. 7, No. 11 -- 13 March 2026: the issue's date",
    ]);
  });

  it("reads indented Chinese paragraphs without empty lines, a masthead and numbered headings", async () => {
    const [draft] = await readFixture(readPlainText, "zh-indented.txt");
    expect([draft!.title, draft!.date]).toEqual(["港航周刊", "2026-03-20"]);
    expect(asLines(draft!)).toEqual([
      "## 北湾港前两月吞吐量增长一成",
      "本报记者 林知远 何曼",
      "北湾港务集团3月16日发布数据，今年前两个月，北湾港完成货物吞吐量3120万吨，同比增长10.4%，其中集装箱吞吐量为86.5万标箱，增长12.7%。",
      "集团副总经理周启明介绍，增长主要来自新开的三条东南亚航线。“二月份我们每天多靠泊两艘船，”他说，“码头的夜班从两班加到了三班。”",
      "### 一、航线加密",
      "目前北湾港共有航线64条，其中外贸航线41条，通达29个国家和地区。新开的胡志明航线每周两班，全程只要四天。",
      "### 二、堆场改造",
      "四号堆场的自动化改造将在6月完工，总投资7.8亿元，完工后堆存能力提高三成。改造期间，重箱改由二号堆场接卸，货主须提前24小时预约。",
      "## 青河船闸检修期缩短至九天",
      "本报讯（记者 邵岩）青河船闸管理处日前宣布，今年的岁修从原定的十五天缩短至九天，4月2日零时起停航，4月11日零时恢复通航。",
      "管理处处长陆文涛表示，缩短工期靠的是预制闸门：旧闸门吊出后，新闸门当天就能装上。检修期间，约有420艘船需要改道或者等待。",
      "## 沿江五市试点内河船舶岸电",
      "据省交通运输厅消息，沿江五市从4月起试点内河船舶靠港使用岸电，首批改造泊位137个。（记者 何曼）",
      "试点对使用岸电的船舶免收三个月服务费，每度电价为0.62元，比船上的柴油发电便宜约四成。",
    ]);
  });

  it("reads the same from the same text in GB18030", async () => {
    const [draft] = await readFixture(readPlainText, "zh-indented.gb18030.txt");
    const [same] = await readFixture(readPlainText, "zh-indented.txt");
    expect(draft!.findings.format).toBe("plain text in GB18030");
    expect(asLines(draft!)).toEqual(asLines(same!));
  });

  it("reads underlined titles and headings, and lists", async () => {
    const [draft] = await readFixture(readPlainText, "en-underlined.txt");
    expect(draft!.title).toBe("Compiler Notes");
    expect(asLines(draft!)).toEqual([
      "## Release 4.2 drops the old parser",
      "Release 4.2, out on 9 February 2026, no longer ships the recursive parser. Everyone who still sets the `legacy` flag gets an error with a link to the guide.",
      "### What breaks",
      "- Macros that return bare tokens have to be wrapped.",
      "- The `--dump-tree` option now prints JSON.",
      "- Projects older than 2.9 need two steps: first 3.6, then 4.2.",
      "### How long it takes",
      "The team moved its own 212 packages in eleven days. Two packages needed changes by hand.",
      "## Build times fall by a quarter",
      "A new cache of parsed headers makes a clean build of the reference project 26% faster: 81 seconds instead of 110.",
      "The cache holds 2 GB by default. Older entries are removed first.",
    ]);
  });

  it("tells titles from headings by the wider gap above them", async () => {
    const [draft] = await readFixture(readPlainText, "zh-gaps.txt");
    expect([draft!.title, draft!.date]).toEqual(["社区简报 2026-05", "2026-05"]);
    expect(asOutline(draft!)).toEqual([
      "## 【便民】和平里菜市场恢复营业",
      "## 【教育】三所小学调整放学时间",
      "### 课后服务",
      "### 校车",
      "## 【交通】11路公交车增加两站",
    ]);
  });

  it("tells titles from headings by the ruled lines between articles", async () => {
    const [draft] = await readFixture(readPlainText, "en-ruled.txt");
    expect(asOutline(draft!)).toEqual([
      "## Seed exchange opens its winter catalogue",
      "### Postage has gone up to 3.80 a parcel, the first rise since 2019",
      "## Frost takes a third of the apricots",
      "## A bee census with nine thousand helpers",
    ]);
  });

  it("joins what the end of a page broke, and takes the running head for the issue's name", async () => {
    const [draft] = await readFixture(readPlainText, "zh-pages.txt");
    expect(draft!.title).toBe("电商观察 第9期");
    expect(asLines(draft!)).toEqual([
      "## 平台下调中小商家佣金",
      "本报讯 沈一帆 9月3日，云集市平台宣布，从10月1日起把中小商家的佣金由5%降到3.5%，预计惠及商家21万家。",
      "平台负责人高敏表示，减下来的费用商家可以用在包装和售后上，今年以来，平台的退货率由8.9%降到了7.2%。",
      "佣金按月结算，不设门槛。",
      "## 冷链仓落户临川",
      "本报讯 陶然 临川市首个医药冷链仓9月5日启用，面积1.8万平方米，投资2.3亿元，可存放2℃至8℃的药品120万箱。",
      "据介绍，仓库用电的六成来自屋顶光伏。",
      "## 跨境包裹通关提速",
      "本报讯 何以宁 海关9月6日介绍，包裹平均通关时间已由原来的11小时缩短到4.5小时，其中食品类包裹缩短得最多。",
      "新系统于7月上线，已处理包裹3800万件。",
    ]);
  });

  it("reads English paragraphs that begin with an indent and a dateline", async () => {
    const [draft] = await readFixture(readPlainText, "en-indented.txt");
    expect([draft!.title, draft!.date]).toEqual(["Valley Bulletin, July 2026", "2026-07"]);
    expect(asLines(draft!)).toEqual([
      "## Bridge at Stone Mill reopens",
      "OAKFORD, July 3 - The stone bridge at the mill reopened on Friday after repairs that took fourteen months and cost 2.6 million. Lorries of more than 18 tonnes must still go round by Elmton.",
      '"The arch was in worse shape than any of us had thought," said county engineer Ruth Adeyemi.',
      "## Library lends tools",
      "OAKFORD, July 8 - The public library has begun to lend tools. There are 140 of them, from ladders to a cider press, and a card costs nothing.",
      "The most wanted so far is the carpet cleaner: it is booked until the end of September.",
      "## Night buses from August",
      "ELMTON, July 10 - Two night buses will run on Fridays and Saturdays from 7 August, at 0:30 and 2:00. A ticket is 4.50.",
    ]);
  });
});

describe("readPlainText, of little text", () => {
  const read = async (text: string): Promise<string[]> =>
    asLines(await readBytes(readPlainText, new TextEncoder().encode(text), "2026-04-note.txt"));

  it("takes numbers of all titles and ornaments off, and groups above them out", async () => {
    const text =
      "一、要闻\n\n1. 地铁开通\n\n地铁9号线4月1日开通。\n\n二、民生\n\n2. 水价调整\n\n水价每立方米调至2.3元。";
    expect(await read(text)).toEqual([
      "## 地铁开通",
      "地铁9号线4月1日开通。",
      "## 水价调整",
      "水价每立方米调至2.3元。",
    ]);
    expect(await read("=== Pool opens ===\n\nIt opened on Monday.")).toEqual(["## Pool opens", "It opened on Monday."]);
  });

  it("tells a mark before a title from the same before an item", async () => {
    expect(await read("■ 旧站改建\n旧站改为展馆，设：\n■ 展厅\n■ 书店\n\n■ 夜市开张\n夜市有摊位120个。")).toEqual([
      "## 旧站改建",
      "旧站改为展馆，设：",
      "- 展厅",
      "- 书店",
      "## 夜市开张",
      "夜市有摊位120个。",
    ]);
  });

  it("titles text without a title by the file's name", async () => {
    expect(await read("There is one sentence here, and it has no title.")).toEqual([
      "## 2026-04-note",
      "There is one sentence here, and it has no title.",
    ]);
  });

  it("keeps a last line that has nothing below it", async () => {
    expect(await read("Shop opens\n\nThe shop opened on Monday.\n\nMore next week")).toEqual([
      "## Shop opens",
      "The shop opened on Monday.",
      "More next week",
    ]);
  });

  it("keeps a headline with a comma apart from the news below it", async () => {
    expect(await read("出口增长5%，进口下降3%\n\n本报讯 王一 上半年出口增长5%，进口下降3%。")).toEqual([
      "## 出口增长5%，进口下降3%",
      "本报讯 王一 上半年出口增长5%，进口下降3%。",
    ]);
  });

  it("refuses a file without text", async () => {
    await expect(read(" \n\n----\n")).rejects.toThrow("holds no text; check that it is the right file");
  });
});
