import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { crossLanguages } from "../../src/search/crossing.ts";
import type { Digest } from "../../src/search/digest.ts";
import { smallDigest } from "./small-digest.ts";

const chinese = await smallDigest(
  "斯大林格勒战役中,斯大林任命了新的指挥官。首相访问了华沙。",
  "弗拉维娅·佩内塔赢得了网球比赛的冠军。叶盛茂出生于台北。",
  "長宗我部元親統一了四国。",
  "赣南的脐橙上市,请来的评审员夸鞋企的包装好。",
  "尤金袋鼠被认为是害虫。路易十四修建了宫殿。17世纪的人用木头造船。",
  "西施生于诸暨。西施故里在城南。西施殿重建过。西施的故事流传很广。画里是西施。消息实在太好。首犯因太平兴国年间的旧案被处以罚款。",
);
const english = await smallDigest(
  "The plague killed a third of Europe. Gasquet doubted that it was the bubonic plague.",
  "The Shanghai court ruled. Louis XIV became king of France. In the 17th century Samuel Marsden sailed to Wellington.",
);

async function translations(digest: Digest, question: string, key: string): Promise<string[]> {
  const { translations: found } = await crossLanguages(question, digest);
  return (found.get(key)?.alternatives ?? []).map(({ text }) => text);
}

describe("an English question to a Chinese digest", () => {
  it.each([
    ["Who won the tennis match?", "tenni", "网球"],
    ["Why is the kangaroo a pest?", "kangaroo", "袋鼠"],
    ["Why is the kangaroo a pest?", "pest", "害虫"],
    ["What did the prime minister do?", "prime minist", "首相"],
    ["Whom did Stalin appoint?", "stalin", "斯大林"],
    ["Who visited Warsaw?", "warsaw", "华沙"],
    ["What did Pennetta win?", "pennetta", "佩内塔"],
    ["What did Chōsokabe Motochika unify?", "chosokab", "长宗我部"],
    ["What did Chosokabe Motochika unify?", "motochika", "元亲"],
    ["What did Louis XIV build?", "loui xiv", "路易十四"],
    ["What were 17th century ships made of?", "17th", "17"],
    ["When do the Gannan oranges come?", "gannan", "赣南"],
    ["What did the shoemakers do?", "shoemak", "鞋"],
    ["What was the ringleader fined?", "ringlead", "首犯"],
    ["In which year of Taiping Xingguo was it?", "taip xingguo", "太平兴国"],
  ])("“%s” takes %s for %s", async (question, key, word) => {
    expect(await translations(chinese, question, key)).toContain(word);
  });

  it.each([
    ["Where was Sheng-mao Yeh born?", "sheng mao yeh"],
    ["Where was Yeh Sheng-mao born?", "yeh sheng mao"],
    ["Where was Ye Shengmao born?", "ye shengmao"],
  ])("“%s” finds the name as it is spelled in Taiwan or in pinyin", async (question, key) => {
    expect(await translations(chinese, question, key)).toEqual(["叶盛茂"]);
  });

  it("takes the likeliest of the words that are spelled so", async () => {
    expect(await translations(chinese, "Where was Xi Shi born?", "xi shi")).toEqual(["西施"]);
  });

  it("takes only words that the digest holds", async () => {
    expect(await translations(chinese, "Is there a hospital?", "hospit")).toEqual([]);
    expect(await translations(chinese, "What did Roosevelt say?", "roosevelt")).toEqual([]);
    expect(await translations(chinese, "Who is the minister?", "minist")).not.toContain("部长");
  });

  it("tells names from words by how they are written", async () => {
    const { translations: found } = await crossLanguages("What did Stalin win at tennis?", chinese);
    expect([found.get("stalin")?.isName, found.get("tenni")?.isName]).toEqual([true, false]);
  });

  it("finds the article", async () => {
    const { reply } = await ask(chinese, "Why is the kangaroo regarded as a pest?");
    expect(reply.citations[0]?.ordinal).toBe(5);
  });
});

describe("a Chinese question to an English digest", () => {
  it.each([
    ["瘟疫杀死了多少人？", "瘟疫", "plagu"],
    ["加斯凯怎么看？", "加斯凯", "gasquet"],
    ["路易十四是谁？", "十四", "xiv"],
    ["17世纪发生了什么？", "17", "17th"],
    ["惠灵顿在哪里？", "惠灵顿", "wellington"],
    ["马斯登去了哪里？", "马斯登", "marsden"],
    ["上海的法院怎么判？", "上海", "shanghai"],
  ])("“%s” takes %s for %s", async (question, key, word) => {
    expect(await translations(english, question, key)).toContain(word);
  });

  it("takes only words that the digest holds", async () => {
    expect(await translations(english, "医院在哪里？", "医院")).toEqual([]);
  });

  it("finds the article", async () => {
    const { reply } = await ask(english, "国王路易十四是哪国的？");
    expect(reply.citations[0]?.ordinal).toBe(2);
  });
});

describe("a question in the digest's language", () => {
  it("needs no translations", async () => {
    expect(await crossLanguages("袋鼠为什么是害虫？", chinese)).toBe(chinese.vocabulary);
    expect(await crossLanguages("What did the plague do?", english)).toBe(english.vocabulary);
  });
});
