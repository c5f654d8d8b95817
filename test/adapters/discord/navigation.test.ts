import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Digest } from "../../../src/index.ts";
import { openDigest } from "../../../src/index.ts";
import { openManyIssues } from "../../chat/many-issues.ts";
import { makeKnowledge } from "../../chat/small-digest.ts";
import { ANN, BO, BOT, command, IN_GUILD, IN_PRIVATE, mention, press, typing, written } from "./payloads.ts";
import type { Service } from "./serve.ts";
import { serveBot } from "./serve.ts";
import type { Shown } from "./talk.ts";
import { buttonOf, labelsOf, shownBy, talkOver, textOf } from "./talk.ts";

const manyIssues = await openManyIssues();
let digest: Digest;
let service: Service;

beforeEach(async () => {
  digest = manyIssues;
  service = await serveBot({}, {}, { digest: () => digest, problems: () => [] });
});
afterEach(async () => service.close());

const { answersTo, repliesTo, choicesFor, noticeTo } = talkOver(() => service);

async function answerTo(interaction: object): Promise<Shown> {
  const [shown] = await answersTo(interaction);
  return shown as Shown;
}

/** The message and those that its button of the next page shows, to the last. */
async function pagesFrom(first: Shown): Promise<Shown[]> {
  const pages = [first];
  for (let page = first; ;) {
    const next = labelsOf(page).find((label) => label.endsWith("›"));
    if (next === undefined) return pages;
    page = await answerTo(press(buttonOf(page, next), page));
    pages.push(page);
  }
}

const footerOf = ({ embeds: [embed] }: Shown): string | undefined => embed.footer?.text;
const quotesOf = (shown: Shown): string[] => [...textOf(shown).matchAll(/^> (.+)$/gmu)].map(([, quote = ""]) => quote);
const boldOf = ({ embeds: [embed] }: Shown): string[] =>
  [...(embed.description ?? "").matchAll(/^\*\*(.+?)\*\*/gmu)].map(([, label = ""]) => label);

describe("/search", () => {
  it.each([
    ["English", ANN, "Search: ferries", "— “渡轮” (港口手册)"],
    ["Chinese", BO, "搜索：ferries", "—— 《渡轮》（港口手册）"],
  ])("shows statements with their sources, in %s", async (_language, by, title, source) => {
    const shown = await answerTo(command("search", { words: "ferries" }, by));
    expect(shown.embeds[0].title).toBe(title);
    expect(quotesOf(shown)).toEqual(["渡轮每天开行12班。", "In June 2025 the ferries carried 4,100 people."]);
    expect(textOf(shown)).toContain(source);
    expect([labelsOf(shown), footerOf(shown)]).toEqual([[], undefined]);
  });

  it.each<[string, object, string[]]>([
    ["a period", { words: "harbour tons", period: "2024-05" }, ["The harbour handled 20245 tons."]],
    ["a period in words", { words: "harbour tons", period: "2024年5月" }, ["The harbour handled 20245 tons."]],
    ["an issue", { words: "ferries", issue: "port/2025-08" }, ["In June 2025 the ferries carried 4,100 people."]],
    [
      "both, in whatever order",
      { issue: "port/2025-08", period: "2025-06", words: "ferries" },
      ["In June 2025 the ferries carried 4,100 people."],
    ],
    ["both that don't meet", { words: "ferries", period: "2025-05", issue: "port/2025-08" }, []],
  ])("keeps to %s", async (_what, options, quotes) => {
    expect(quotesOf(await answerTo(command("search", options)))).toEqual(quotes);
  });

  it("says when nothing was found, and when there is no such issue", async () => {
    const [nothing, noIssue] = await answersTo(
      command("search", { words: "zebra" }),
      command("search", { words: "ferries", issue: "1999" }, ANN),
    );
    expect(textOf(nothing as Shown)).toContain("没有找到：zebra");
    expect(textOf(noIssue as Shown)).toContain("There is no such issue: 1999");
  });

  it("has pages that buttons turn, each statement on one of them", async () => {
    const first = await answerTo(command("search", { words: "berth ships" }));
    expect([footerOf(first), labelsOf(first)]).toEqual(["1/5", ["2/5 ›"]]);
    const pages = await pagesFrom(first);
    expect(pages.map(footerOf)).toEqual(["1/5", "2/5", "3/5", "4/5", "5/5"]);
    expect(new Set(pages.flatMap(quotesOf)).size).toBe(25);
    const second = pages[1] as Shown;
    expect(labelsOf(second)).toEqual(["‹ 1/5", "3/5 ›"]);
    expect(await answerTo(press(buttonOf(second, "‹ 1/5"), second))).toEqual(first);
  });

  it("is turned by who asked alone, in servers, and after a restart", async () => {
    const first = await answerTo(command("search", { words: "berth ships" }, ANN));
    const next = buttonOf(first, "2/5 ›");
    expect(await noticeTo(press(next, first, BO))).toBe("这是别人的问题，请自己问一次。");
    await service.stop();
    const again = await service.restart();
    const second = await answerTo(press(next, first, ANN));
    await again.stop();
    expect([second.embeds[0].title, footerOf(second)]).toEqual(["Search: berth ships", "2/5"]);
  });

  it("shows what the digest has now when a page is turned", async () => {
    const first = await answerTo(command("search", { words: "berth ships" }, ANN, IN_PRIVATE));
    digest = (await openDigest(makeKnowledge())).digest;
    const next = await answerTo(press(buttonOf(first, "2/5 ›"), first, ANN, IN_PRIVATE));
    expect([textOf(next).trim(), labelsOf(next)]).toEqual(["*Nothing was found for: berth ships*", []]);
  });

  it("says how its pages are turned where the words are longer than a button holds", async () => {
    const words = `berth ships ${"berth ".repeat(14)}`.trim();
    const first = await answerTo(command("search", { words }, ANN));
    expect([footerOf(first), labelsOf(first)]).toEqual([`Page 1 of 5 · next: /search ${words} p2`, []]);
    expect(footerOf(await answerTo(command("search", { words: `${words} p2` }, ANN)))).toContain("Page 2 of 5");
  });

  it("is shown to all, or to the asker alone where that is wanted", async () => {
    await answersTo(command("search", { words: "ferries" }), command("search", { words: "ferries", private: true }));
    const flags = service.discord.calls
      .filter(({ kind }) => kind === "acknowledge")
      .map(({ body }) => (body["data"] as { flags?: number }).flags ?? 0);
    expect(flags.toSorted((a, b) => a - b)).toEqual([0, 64]);
  });
});

describe("/summary", () => {
  it.each([
    ["its number", "1", "Freight", "The harbour handled 20259 tons."],
    ["its id", "port/2025-08#2", "Berth 2 opens", "The new berth takes ships of 201 metres."],
    ["its title", "berth 7 opens", "Berth 7 opens", "The new berth takes ships of 206 metres."],
    ["words in another language", "渡轮", "渡轮", "渡轮每天开行12班。"],
  ])("shows an article's telling statements, and where to go on, by %s", async (_how, article, title, statement) => {
    const shown = await answerTo(command("summary", { article }, ANN));
    expect(shown.embeds[0].title).toBe(title);
    expect(textOf(shown)).toContain(`• ${statement}`);
    expect(textOf(shown)).toMatch(/\/article \S+ {2}\/facts \S+ {2}\/related \S+/u);
  });

  it.each([
    ["English", ANN, "There is no such article: 77"],
    ["Chinese", BO, "没有这篇文章：77"],
  ])("says in %s that there is no such article, and which there are", async (_language, by, words) => {
    const shown = await answerTo(command("summary", { article: "77" }, by));
    expect(textOf(shown)).toContain(words);
    expect(boldOf(shown)).toContain("1");
  });
});

describe("/related", () => {
  it("shows what other articles state on the same subject, in pages", async () => {
    const first = await answerTo(command("related", { article: "port/2025-08#3" }, BO));
    expect(first.embeds[0].title).toBe("相关内容：Berth 3 opens");
    const pages = await pagesFrom(first);
    expect(pages.map((page) => quotesOf(page).length)).toEqual([5, 5, 5, 5, 4]);
    expect(pages.map(textOf).join()).not.toContain("《Berth 3 opens》");
  });

  it.each([
    ["English", ANN, "No other article speaks of this.", "There is no such article: 77"],
    ["Chinese", BO, "其他文章没有谈到这件事。", "没有这篇文章：77"],
  ])("says in %s when nothing else speaks of it, and when there is no such article", async (_l, by, nothing, none) => {
    const [alone, missing] = await answersTo(
      command("related", { article: "港口#1" }, by),
      command("related", { article: "77" }, by),
    );
    expect(textOf(alone as Shown)).toContain(nothing);
    expect(textOf(missing as Shown)).toContain(none);
  });
});

describe("/issues and /articles", () => {
  it("list all issues, newest first, in pages", async () => {
    const pages = await pagesFrom(await answerTo(command("issues")));
    expect(pages.map(footerOf)).toEqual(["1/3", "2/3", "3/3"]);
    const ids = pages.flatMap(boldOf);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([46, "port/2025-09", "港口"]);
  });

  it("keep to a period, and begin at a page", async () => {
    const [year, rest] = await answersTo(
      command("issues", { period: "2023-02..2023-04" }),
      command("issues", { page: 3 }),
    );
    expect(boldOf(year as Shown)).toEqual(["port/2023-04", "port/2023-03", "port/2023-02"]);
    expect([footerOf(rest as Shown), boldOf(rest as Shown).length]).toEqual(["3/3", 6]);
    const pages = await pagesFrom(await answerTo(command("issues", { page: 1, period: "2022..2023" })));
    expect(pages.map((page) => boldOf(page).length)).toEqual([20, 4]);
  });

  it.each([
    ["an id", "port/2025-08"],
    ["a period", "2025-08"],
  ])("list an issue's articles by %s, in pages", async (_how, issue) => {
    const pages = await pagesFrom(await answerTo(command("articles", { issue })));
    expect(pages.map(footerOf)).toEqual(["1/2", "2/2"]);
    expect(pages.flatMap(boldOf).filter((label) => label.includes("#"))).toHaveLength(26);
  });
});

describe("/facts", () => {
  it.each([
    ["an article", "port/2025-08#2", ["port/2025-08#2"]],
    ["an issue", "port/2024-03", ["port/2024-03#1"]],
    ["a period", "June 2025", ["port/2025-08#26", "port/2025-06#1"]],
  ])("lists those of %s", async (_what, of, labels) => {
    expect(boldOf(await answerTo(command("facts", { of }, ANN)))).toEqual(labels);
  });

  it("cuts none off: what a message has no room for stands on the next page", async () => {
    const sentences = Array.from(
      { length: 24 },
      (_, i) => `${"*非常*_长_的".repeat(30)}一条街上共有${1000 + i}家商店。`,
    );
    const articles = sentences.map((sentence, i) => `## 第${i}篇\n\n${sentence.replaceAll(/[*_]/gu, "\\$&")}\n`);
    digest = (await openDigest(makeKnowledge({ "2025-07.md": `# 长句\n\n${articles.join("\n")}` }))).digest;
    const pages = await pagesFrom(await answerTo(command("facts", {})));
    expect(pages.length).toBeGreaterThan(2);
    const all = pages.map(textOf).join("\n");
    for (const sentence of sentences) expect(all).toContain(sentence);
    expect(all).not.toContain("…");
  });
});

describe("while somebody types", () => {
  it.each(["article", "summary", "related"])("/%s is offered articles that it takes", async (name) => {
    const [choice] = await choicesFor(typing(name, "article", "berth 7"));
    expect(choice).toEqual({ name: "7. Berth 7 opens", value: "port/2025-08#7" });
    const shown = await answerTo(command(name, { article: choice?.value }));
    expect(shown.embeds[0].title).toContain("Berth 7 opens");
  });

  it.each(["article", "summary", "related", "facts"])(
    "/%s takes an article whose id is longer than a choice may be",
    async (name) => {
      const knowledge = makeKnowledge({
        [`${"harbour".repeat(18)}.md`]: "# News\n\n## Pier\n\nThe pier has 7 lamps.\n",
      });
      digest = (await openDigest(knowledge)).digest;
      const option = name === "facts" ? "of" : "article";
      const [choice] = await choicesFor(typing(name, option, "pier"));
      expect(textOf(await answerTo(command(name, { [option]: choice?.value })))).toMatch(/^Pier/u);
    },
  );

  it.each([
    ["articles", "issue"],
    ["search", "issue"],
  ])("/%s is offered issues by a part of their names and by their time", async (name, option) => {
    expect(await choicesFor(typing(name, option, "手册"))).toEqual([{ name: "港口手册", value: "港口" }]);
    expect(await choicesFor(typing(name, option, "May 2024"))).toEqual([
      { name: "Harbour 2024-05", value: "port/2024-05" },
    ]);
    expect(await choicesFor(typing(name, option, ""))).toHaveLength(25);
  });

  it("/facts is offered articles and issues", async () => {
    const choices = await choicesFor(typing("facts", "of", ""));
    expect(choices).toHaveLength(25);
    expect(choices.slice(-6).map(({ value }) => value.includes("#"))).toEqual([true, ...Array(5).fill(false)]);
  });

  it("issues of the same title are told apart by their dates", async () => {
    const issue = (date: string): string => `---\ntitle: Weekly\ndate: ${date}\n---\n\n## Ports\n\nAll is well.\n`;
    const files = { "a.md": issue("2025-05-07"), "b.md": issue("2025-05-14") };
    digest = (await openDigest(makeKnowledge(files))).digest;
    expect(await choicesFor(typing("articles", "issue", "week"))).toEqual([
      { name: "2025-05-14 Weekly", value: "b" },
      { name: "2025-05-07 Weekly", value: "a" },
    ]);
  });
});

describe("commands in messages", () => {
  const TYPED = [
    ["/search ferries", "Search: ferries"],
    ["/搜索 ferries", "搜索：ferries"],
    ["/search", "What for? For example: /search exports 2025-06"],
    ["/search zebra", "Nothing was found for: zebra"],
    ["/summary berth 7", "The new berth takes ships of 206 metres."],
    ["/summary", "Which article? For example: /article 1"],
    ["/related 2025-08#3", "Related to: Berth 3 opens"],
    ["/issues 2025-07", "Harbour 2025-07"],
    ["/articles 2025-08", "Berth 1 opens"],
    ["/article 2025-08#26 p2", "Chronicle"],
  ] as const;

  it.each(TYPED)("are understood in a mention: %s", async (typed, said) => {
    await answersTo(command("language", { language: "en" }, ANN));
    const [reply] = await repliesTo(mention(typed, ANN));
    expect(textOf(shownBy(reply))).toContain(said);
  });

  it.each(TYPED)("are understood in a reply to the bot: %s", async (typed, said) => {
    await answersTo(command("language", { language: "en" }, ANN));
    const mentions = [{ id: BOT, username: "digest", discriminator: "0" }];
    const [reply] = await repliesTo(written(typed, ANN, IN_GUILD, { type: 19, mentions }));
    expect(textOf(shownBy(reply))).toContain(said);
  });

  it("have pages that buttons turn", async () => {
    const [reply] = await repliesTo(mention("/search berth ships p2", BO));
    const second = shownBy(reply);
    expect([footerOf(second), labelsOf(second)]).toEqual(["2/5", ["‹ 1/5", "3/5 ›"]]);
    const third = await answerTo(press(buttonOf(second, "3/5 ›"), second, BO));
    expect(footerOf(third)).toBe("3/5");
  });

  it("open an article at the page that is asked for", async () => {
    const [reply] = await repliesTo(mention("/article 2025-08#26 p2", BO));
    expect(footerOf(shownBy(reply))).toMatch(/^2\/\d$/u);
  });
});
