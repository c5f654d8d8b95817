import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Dictionary } from "../../src/lexicon/dictionary.ts";
import { openDictionary, searchDictionary } from "../../src/lexicon/dictionary.ts";

describe("a dictionary over lines", () => {
  const dictionary = searchDictionary(
    Buffer.from("# licence\nleaf\t叶子,叶\nleafi\t多叶\nprime minist\t首相,总理\nwarsaw\t=华沙\n斯大林\t=stalin\n"),
  );
  const texts = (word: string): string[] => dictionary.lookup(word).map(({ text }) => text);

  it("finds a word among its neighbours, the first and the last included", () => {
    expect(texts("leaf")).toEqual(["叶子", "叶"]);
    expect(texts("leafi")).toEqual(["多叶"]);
    expect(texts("prime minist")).toEqual(["首相", "总理"]);
    expect(texts("斯大林")).toEqual(["stalin"]);
  });

  it("finds nothing for what it doesn't have, nor for the beginning of a word", () => {
    expect(["", "lea", "prime", "zebra", "阿", "# licence"].flatMap(texts)).toEqual([]);
  });

  it("tells names from words", () => {
    expect(dictionary.lookup("warsaw")).toEqual([{ text: "华沙", isName: true }]);
    expect(dictionary.lookup("leaf")[0]).toEqual({ text: "叶子", isName: false });
  });

  it("works without a line end after the last line, and without lines", () => {
    expect(searchDictionary(Buffer.from("b\tx")).lookup("b")).toEqual([{ text: "x", isName: false }]);
    expect(searchDictionary(Buffer.from("")).lookup("b")).toEqual([]);
  });
});

describe.each([
  ["en-zh", /CC-CEDICT.*CC BY-SA 4\.0/u, 80_000],
  ["zh-en", /CC-CEDICT.*CC BY-SA 4\.0/u, 80_000],
  ["ja-zh", /mecab-ipadic.*Nara Institute/u, 50_000],
] as const)("the dictionary %s that ships with the product", (direction, licence, least) => {
  const file = readFileSync(`lexicon/dictionary.${direction}.txt`);
  const lines = file.toString("utf8").trimEnd().split("\n");

  it("says where it comes from and under which licence it is", () => {
    expect(lines[0]).toMatch(licence);
  });

  it("has sorted lines, each word once, with words for it", () => {
    const keys = lines.slice(3).map((line) => Buffer.from(line.split("\t")[0] ?? ""));
    expect(keys.findIndex((key, i) => i > 0 && Buffer.compare(keys[i - 1] ?? key, key) >= 0)).toBe(-1);
    expect(lines.slice(3).filter((line) => !/^[^\t]+\t=?[^\t,=]+(?:,=?[^\t,=]+)*$/u.test(line))).toEqual([]);
  });

  it("stays small enough to be held in memory", () => {
    expect(lines.length).toBeGreaterThan(least);
    expect(file.length).toBeLessThan(4_000_000);
  });
});

describe("what the dictionary knows", () => {
  const found = async (dictionary: Promise<Dictionary>, word: string): Promise<string[]> =>
    (await dictionary).lookup(word).map(({ text }) => text);

  it.each([
    ["prime minist", "首相"],
    ["world war ii", "第二次世界大战"],
    ["warsaw", "华沙"],
    ["stalin", "斯大林"],
    ["beyonc", "碧昂丝"],
    ["won", "赢得"],
    ["colour", "颜色"],
    ["molecular", "分子"],
    ["eastern han", "东汉"],
  ])("finds Chinese for %s", async (english, chinese) => {
    expect(await found(openDictionary("en-zh"), english)).toContain(chinese);
  });

  it.each([
    ["chosokabe", "长宗我部"],
    ["hasegawa", "长谷川"],
    ["nasushiobara", "那须盐原"],
    ["toyotomi", "丰臣"],
  ])("finds the Japanese name %s as Chinese text writes it", async (latin, chinese) => {
    expect(await found(openDictionary("ja-zh"), latin)).toContain(chinese);
  });

  it.each([
    ["首相", "prime minist"],
    ["瘟疫", "plagu"],
    ["叶子", "leav"],
    ["演讲", "speech"],
  ])("finds English for %s", async (chinese, english) => {
    expect(await found(openDictionary("zh-en"), chinese)).toContain(english);
  });
});
