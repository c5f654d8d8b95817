import { describe, expect, it } from "vitest";
import { parseCommand, runCommand } from "../../src/index.ts";
import type { DocumentBlock, Language } from "../../src/index.ts";
import { openSmallDigest } from "./small-digest.ts";

const digest = await openSmallDigest();

async function run(typed: string, language: Language = "zh"): Promise<DocumentBlock[]> {
  const command = parseCommand(typed);
  if (command === null) throw new Error(`no command: ${typed}`);
  return runCommand(command, digest, language);
}

describe("parseCommand", () => {
  it.each([
    ["/help", { name: "help", argument: "", language: null }],
    ["  /Article  3 ", { name: "article", argument: "3", language: null }],
    ["/article3", { name: "article", argument: "3", language: null }],
    ["/help@digest_bot", { name: "help", argument: "", language: null }],
    ["／文章３", { name: "article", argument: "３", language: "zh" }],
    ["/目录 2025-05", { name: "articles", argument: "2025-05", language: "zh" }],
    ["/nonsense", { name: "nonsense", argument: "", language: null }],
  ])("reads %s", (typed, command) => {
    expect(parseCommand(typed)).toEqual(command);
  });

  it.each(["上半年出口多少？", "/", "/etc/passwd是什么？", "//help", "1/2是多少", ""])(
    "takes %j for a question",
    (typed) => {
      expect(parseCommand(typed)).toBeNull();
    },
  );
});

describe("/articles", () => {
  it("lists the newest issue's articles by number, and names the other issues", async () => {
    expect(await run("/articles")).toEqual([
      { kind: "title", text: "外贸周报（2025-07-16）" },
      { kind: "entry", label: "1", text: "上半年跨境电商进出口增长" },
      { kind: "entry", label: "2", text: "六月物流指数上升" },
      { kind: "hint", text: "/article 编号：阅读全文" },
      { kind: "hint", text: "其他各期：/articles 2025-05" },
    ]);
  });

  it("lists another issue by its id, with labels that /article understands", async () => {
    expect(await run("/articles 2025-05", "en")).toEqual([
      { kind: "title", text: "Trade Weekly (2025-05-07)" },
      { kind: "entry", label: "2025-05#1", text: "Ports grow" },
      { kind: "hint", text: "/article N shows the full text" },
      { kind: "hint", text: "Other issues: /articles 2025-07" },
    ]);
  });

  it("says when there is no such issue", async () => {
    expect(await run("/articles 1999", "en")).toEqual([{ kind: "hint", text: "There is no such issue: 1999" }]);
  });
});

describe("/article", () => {
  it("shows an article block by block as printed, without its byline", async () => {
    expect(await run("/article 1")).toEqual([
      { kind: "title", text: "上半年跨境电商进出口增长" },
      {
        kind: "paragraph",
        text: "上半年,我国跨境电商进出口约1.32万亿元,同比增长5.7%。其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。",
      },
      { kind: "heading", text: "仓储" },
      { kind: "item", text: "宁波的仓库由王芳管理。" },
    ]);
  });

  it("leaves an English byline out as well, with the block that held nothing else", async () => {
    expect(await run("/article 2025-05#1", "en")).toEqual([
      { kind: "title", text: "Ports grow" },
      { kind: "paragraph", text: "The port of Ningbo handled 3,400 containers in April 2025." },
    ]);
  });

  it.each(["２", "#2", "02", "2025-07#2"])("finds the second article by %s", async (number) => {
    expect((await run(`/article ${number}`))[0]).toEqual({ kind: "title", text: "六月物流指数上升" });
  });

  it.each(["99", "0", "-1", "1.5", "constructor", "1e0"])(
    "lists the articles there are instead of %s",
    async (number) => {
      expect((await run(`/article ${number}`)).slice(0, 2)).toEqual([
        { kind: "hint", text: `没有这篇文章：${number}` },
        { kind: "title", text: "外贸周报（2025-07-16）" },
      ]);
    },
  );

  it("asks which one when none is named", async () => {
    expect((await run("/article", "en"))[0]).toEqual({ kind: "hint", text: "Which article? For example: /article 1" });
  });
});

describe("/facts", () => {
  it("lists the first facts of each article, figures before names", async () => {
    expect(await run("/facts")).toEqual([
      { kind: "title", text: "外贸周报" },
      { kind: "entry", label: "1", text: "本报讯 刘晗旭 上半年,我国跨境电商进出口约1.32万亿元,同比增长5.7%。" },
      { kind: "entry", label: "1", text: "其中,出口约1.03万亿元,增长4.7%" },
      { kind: "entry", label: "2", text: "6月份中国电商物流指数为111.8点,比上月上升0.2点。" },
      { kind: "hint", text: "/facts 编号：列出某一篇的要点" },
    ]);
  });

  it("lists all facts with figures of one article", async () => {
    expect((await run("/facts 1")).map((block) => ("text" in block ? block.text : ""))).toEqual([
      "上半年跨境电商进出口增长",
      "本报讯 刘晗旭 上半年,我国跨境电商进出口约1.32万亿元,同比增长5.7%。",
      "其中,出口约1.03万亿元,增长4.7%",
      "进口约2911亿元,增长9.3%。",
    ]);
  });
});

describe("the other commands", () => {
  it("greet with three or fewer questions that the digest answers", async () => {
    expect((await run("/start"))[2]).toEqual({
      kind: "suggestions",
      title: "例如：",
      questions: [
        "《上半年跨境电商进出口增长》讲了什么？",
        "《六月物流指数上升》讲了什么？",
        "《Ports grow》讲了什么？",
      ],
    });
  });

  it("count what the bot has read", async () => {
    expect((await run("/about", "en")).slice(1)).toEqual([
      { kind: "entry", label: "Newest issue", text: "外贸周报 (2025-07-16)" },
      { kind: "entry", label: "Issues", text: "2" },
      { kind: "entry", label: "Articles", text: "3" },
      { kind: "entry", label: "Facts", text: "7" },
    ]);
  });

  it("explain themselves in the reader's language, a Chinese name in Chinese", async () => {
    expect(await run("/help", "en")).toContainEqual({ kind: "entry", label: "/article N", text: "read an article" });
    expect(await run("/帮助", "en")).toContainEqual({ kind: "entry", label: "/article 编号", text: "阅读一篇文章" });
  });

  it("say when there is no such command", async () => {
    expect(await run("/nonsense", "en")).toEqual([
      { kind: "hint", text: "There is no such command: /nonsense" },
      { kind: "hint", text: "/help lists the commands" },
    ]);
  });
});
