import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import type { Query } from "../../src/question/query.ts";
import specs from "../specs/answer-type.json" with { type: "json" };
import { openSample, queryOf } from "./sample.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

const query = (question: string): Query => queryOf(digest, question);
const surfaces = (question: string): string[] => query(question).terms.map((term) => term.surface);

describe("understand", () => {
  it.each(specs)("takes “$question” to ask for a $type", ({ question, type }) => {
    expect(query(question).type).toBe(type);
  });

  it.each([
    ["出口多少？", "zh"],
    ["What were exports?", "en"],
    ["Yandex的CEO是谁？", "zh"],
    ["電商物流指數多少？", "zh"],
    ["GMV?", "en"],
    ["2024?", "zh"],
  ])("takes “%s” to be in %s", (question, language) => {
    expect(query(question).language).toBe(language);
  });

  it.each([
    ["保健品一共进了多少钱的货？", "品一"],
    ["仓库那场火烧了多久？", "场火"],
    ["快递员大概要处理多少件？", "概要"],
    ["现在运一公斤多少钱？", "运一"],
    ["买的人要是想退款，我妈最晚哪天申请？", "我妈"],
  ])("in “%s” doesn't take %s for a word", (question, word) => {
    expect(surfaces(question)).not.toContain(word);
  });

  it("takes a stage for a word, not for a figure that the question states", () => {
    const { terms, quantities } = query("第二阶段的出口是多少？");
    expect(terms.map(({ surface }) => surface)).toContain("第二阶段");
    expect(quantities.some(({ dimension }) => dimension === "ordinal")).toBe(true);
  });

  it.each([
    ["做仓储机器人的湖北省商务厅，厅长是谁？", "仓储机器人"],
    ["Who is the head of the e-commerce platform Yandex market?", "platform"],
  ])("in “%s” lets little hang on %s, which only introduces a name", (question, words) => {
    const weights = query(question).terms.filter(({ surface }) => words.includes(surface));
    expect(weights.length).toBeGreaterThan(0);
    expect(weights.every(({ weight }) => weight <= 0.4)).toBe(true);
  });

  it("takes an acronym after 哪个 for a kind, which texts write with a number", () => {
    const roleOf = (question: string): string | undefined =>
      query(question).terms.find(({ surface }) => surface === "bip")?.role;
    expect(roleOf("渡轮软件实现了哪个 BIP 的扫描服务？")).toBe("generic");
    expect(roleOf("渡轮软件实现了 BIP 的扫描服务吗？")).not.toBe("generic");
  });

  it.each([
    ["专家说跑固定线路的货车", "说跑"],
    ["那笔钱是谁给的", "笔钱"],
    ["翻修要花多少钱", "要花"],
  ])("takes single characters in “%s” that are words for themselves", (question, joined) => {
    expect(surfaces(question)).not.toContain(joined);
  });

  it("leaves the particle after an adjective", () => {
    expect(surfaces("新的规定是谁发布的？")).toContain("新");
    expect(surfaces("新的规定是谁发布的？")).not.toContain("新的");
  });

  it("puts a verb together that a particle parts", () => {
    expect(surfaces("老店哪天关的门？")).toContain("关门");
    expect(surfaces("老店哪天看的书？")).not.toContain("看书");
  });

  it("joins single characters of a name", () => {
    expect(surfaces("雪鸮是做什么的？")).toContain("雪鸮");
  });

  it("takes words in two scripts whole", () => {
    expect(surfaces("双11的成交额比618多出多少？")).toContain("双11");
  });

  it("takes a size to be of any kind, an area first", () => {
    expect(query("How large may the deck be?").dimensions).toEqual([
      "area",
      "money",
      "count",
      "volume",
      "length",
      "percent",
      "point",
    ]);
    expect(query("What size may the deck have?").type).toBe("quantity");
  });

  it.each([
    ["上半年我国跨境电商进出口总额是多少？", ["跨境电商", "进出口总额"]],
    ["龙小红担任什么职务？", ["龙小红"]],
    ["研讨班走访了湖北哪几个城市？", ["研讨班", "湖北"]],
    ["請問電商物流指數是多少？", ["电商物流指数"]],
    ["Who heads the Hubei Department of Commerce?", ["heads", "hubei", "department of commerce"]],
  ])("takes from “%s” what the text must speak of", (question, expected) => {
    expect(surfaces(question)).toEqual(expect.arrayContaining(expected));
  });

  it("takes no term from question words, periods and polite phrases", () => {
    expect(surfaces("请问2024年有多少？")).toEqual([]);
    expect(surfaces("这期摘要有哪些文章？")).toEqual([]);
  });

  it.each([
    ["上半年出口多少？", "2025-01-01", "2025-06-30"],
    ["今年1至5月翻番了吗？", "2025-01-01", "2025-05-31"],
    ["去年出口多少？", "2024-01-01", "2024-12-31"],
    ["What were exports in the first half of the year?", "2025-01-01", "2025-06-30"],
    ["What was the index in June?", "2025-06-01", "2025-06-30"],
    ["2023年的增幅？", "2023-01-01", "2023-12-31"],
  ])("resolves the period of “%s” against the newest issue", (question, from, to) => {
    expect(query(question).periods.map((period) => period.interval)).toEqual([{ from, to }]);
  });

  it.each<[string, Partial<Query>]>([
    ["展会有多少家服务商？", { counter: "家", dimensions: ["count"] }],
    ["指数上升了多少点？", { direction: "up" }],
    ["投诉下降了多少？", { direction: "down", type: "change" }],
    ["出口同比增长多少？", { base: "year" }],
    ["指数环比上升多少？", { base: "period" }],
    ["占比是多少？", { dimensions: ["percent"] }],
    ["What was the closing share price?", { dimensions: ["money", "count", "percent"] }],
    ["回收了多少份问卷？", { counter: "份" }],
    ["有多少部门参加？", { counter: null }],
    ["展览面积多大？", { dimensions: ["area"] }],
    ["这个仓有多大？", { dimensions: ["area", "volume", "length", "count", "mass", "money", "percent"] }],
    ["出口的规模有多大？", { dimensions: [] }],
    ["商家要交多少佣金？", { dimensions: ["money", "percent", "count"] }],
    ["停航了几个钟头？", { type: "duration", counter: null }],
    ["这几年一共办了多少场？", { type: "quantity", counter: "场" }],
    ["每单补贴几块钱？", { type: "quantity" }],
    ["下一届定在哪几天？", { type: "time" }],
    ["第三条航线的首航是几号？", { ordinal: null }],
    ["第三条说了什么？", { ordinal: 3 }],
    ["第三篇讲了什么？", { ordinal: 3 }],
    ["What is the second article about?", { ordinal: 2 }],
    ["跨交会在杭州举办吗？", { isYesNo: true }],
  ])("reads what “%s” fixes", (question, expected) => {
    expect(query(question)).toMatchObject(expected);
  });

  it.each([
    ["When does the tariff take effect?", "take effect", "light"],
    ["How many delivery riders are there?", "delivery riders", "content"],
    ["How much was cross-border e-commerce?", "cross-border e-commerce", "concept"],
  ])("tells in “%s” whether the phrase “%s” says an act", (question, phrase, role) => {
    expect(query(question).terms.find((term) => term.surface === phrase)?.role).toBe(role);
  });

  it("names what is asked for by the word next to the question word", () => {
    expect(query("湖北跨境电商进出口额是多少？").focus?.surface).toMatch(/进出口/u);
    expect(query("How many platforms took part?").focus?.surface).toBe("platforms");
    expect(query("谁说的？").focus).toBeNull();
  });

  it("leaves remarks in brackets aside", () => {
    expect(surfaces("研讨班走访了哪些城市（不算杭州）？")).not.toContain("杭州");
  });

  it("keeps the Chinese name that an English question has in brackets", () => {
    expect(surfaces("Which company runs the Cloud Ridge store (云岚百货)?")).toEqual(
      expect.arrayContaining([expect.stringContaining("云岚")]),
    );
  });

  it("keeps the figures that a question states", () => {
    expect(query("679.7亿元是哪一年的？").quantities.map((quantity) => quantity.value.toFixed())).toEqual([
      "67970000000",
    ]);
  });

  it("knows Chinese words for English ones", () => {
    const [term] = query("exports?").terms;
    expect(term?.alternatives.map((alternative) => alternative.text)).toContain("出口");
  });
});
