import { describe, expect, it } from "vitest";
import { parseCommand, runCommand } from "../../src/index.ts";
import type { DocumentBlock, Language } from "../../src/index.ts";
import { openManyIssues, SENTENCE } from "./many-issues.ts";

const digest = await openManyIssues();

async function run(typed: string, language: Language = "en"): Promise<DocumentBlock[]> {
  const command = parseCommand(typed);
  if (command === null) throw new Error(`no command: ${typed}`);
  return runCommand(command, digest, language);
}

/** What a reader sees of the blocks of some kinds. */
async function seen(typed: string, ...kinds: readonly DocumentBlock["kind"][]): Promise<string[]> {
  const blocks = await run(typed);
  return blocks.flatMap((block) => {
    if (!kinds.includes(block.kind)) return [];
    if (block.kind === "entry") return [`${block.label} ${block.text}`];
    if (block.kind === "quote") return [`${block.quote} — ${block.source}`];
    return "text" in block ? [block.text] : [];
  });
}

describe("/issues", () => {
  it("lists the newest first, twenty a page", async () => {
    expect((await seen("/issues", "entry")).slice(0, 2)).toEqual([
      "port/2025-09 Harbour 2025-09 (2025-09)",
      "port/2025-08 Harbour 2025-08 (2025-08)",
    ]);
    expect(await seen("/issues 3", "entry")).toHaveLength(6);
    expect((await seen("/issues 3", "entry")).at(-1)).toBe("港口 港口手册");
  });

  it("says which page it is, for readers and for buttons", async () => {
    expect((await run("/issues 2")).at(-1)).toEqual({
      kind: "page",
      text: "Page 2 of 3 · previous: /issues 1 · next: /issues 3",
      page: 2,
      pages: 3,
      previous: "/issues 1",
      next: "/issues 3",
    });
    expect((await run("/各期")).at(-1)).toMatchObject({ text: "第 1/3 页 · 下一页：/issues 2", previous: null });
    expect((await run("/issues 99")).at(-1)).toMatchObject({ page: 3, next: null });
  });

  it.each(["2023-02..2023-04", "2023-02 ~ 2023-04"])("lists those of a period: %s", async (period) => {
    expect(await seen(`/issues ${period}`, "entry")).toEqual([
      "port/2023-04 Harbour 2023-04 (2023-04)",
      "port/2023-03 Harbour 2023-03 (2023-03)",
      "port/2023-02 Harbour 2023-02 (2023-02)",
    ]);
  });

  it("says when there is none", async () => {
    expect(await seen("/issues 1999", "hint")).toEqual(["There is no such issue: 1999"]);
  });
});

describe("/articles", () => {
  it("lists the stories of a long issue under their heading, page by page", async () => {
    const first = await run("/articles 2025-08");
    expect(first.slice(0, 3)).toEqual([
      { kind: "title", text: "Harbour 2025-08 (2025-08)" },
      { kind: "heading", text: "News" },
      { kind: "entry", label: "port/2025-08#1", text: "Berth 1 opens" },
    ]);
    expect(first.at(-1)).toMatchObject({ kind: "page", pages: 2, next: "/articles port/2025-08 p2" });
    expect((await seen("/articles port/2025-08 p2", "entry")).at(-1)).toBe("port/2025-08#26 Chronicle");
  });

  it("takes a period for the issue of that time, and shows which there are where it has several", async () => {
    expect(await seen("/articles 2024-05", "title", "entry")).toEqual([
      "Harbour 2024-05 (2024-05)",
      "port/2024-05#1 Freight",
    ]);
    expect(await seen("/articles 2024-05..2024-06", "entry")).toEqual([
      "port/2024-06 Harbour 2024-06 (2024-06)",
      "port/2024-05 Harbour 2024-05 (2024-05)",
    ]);
  });
});

describe("/article", () => {
  it("shows a long text in pages that end where sentences do", async () => {
    const pages = await Promise.all([1, 2, 3].map(async (page) => seen(`/article 2025-08#26 p${page}`, "paragraph")));
    expect(pages[0]?.[0]).toBe("In June 2025 the ferries carried 4,100 people.");
    expect(pages.flat().slice(1).join("") === SENTENCE.repeat(60).trim()).toBe(true);
    expect((await run("/article 2025-08#26")).at(-1)).toMatchObject({ next: "/article port/2025-08#26 p2", pages: 3 });
  });
});

describe("/summary", () => {
  it("shows an article's most telling statements in their order, and where to go on", async () => {
    expect(await run("/summary 2025-08#2")).toEqual([
      { kind: "title", text: "Berth 2 opens" },
      { kind: "item", text: "The new berth takes ships of 201 metres." },
      { kind: "hint", text: "/article port/2025-08#2  /facts port/2025-08#2  /related port/2025-08#2" },
    ]);
    expect((await seen("/概要 1", "item"))[0]).toBe("The harbour handled 20259 tons.");
  });

  it.each(["/summary berth 7", "/related berth 7", "/facts berth 7", "/article berth 7"])(
    "takes words of an article for it: %s",
    async (typed) => {
      expect((await seen(typed, "title")).join()).toContain("Berth 7 opens");
    },
  );

  it("asks which article where there is none", async () => {
    expect(await seen("/summary", "hint")).toContain("Which article? For example: /article 1");
    expect((await seen("/summary 77", "hint"))[0]).toBe("There is no such article: 77");
  });
});

describe("/related", () => {
  it("shows what other articles state on the same subject", async () => {
    const related = await seen("/related 2025-08#3", "quote");
    expect(related).toHaveLength(5);
    expect(
      related.every((quote) => /^The new berth takes ships of \d+ metres\. — “Berth \d+ opens”/u.test(quote)),
    ).toBe(true);
    expect(related.join()).not.toContain("“Berth 3 opens”");
  });

  it("goes on on the next page", async () => {
    expect((await run("/related 2025-08#3")).at(-1)).toMatchObject({ next: "/related port/2025-08#3 p2", pages: 5 });
    const pages = await Promise.all([1, 2].map(async (page) => seen(`/related 2025-08#3 p${page}`, "quote")));
    expect(new Set(pages.flat()).size).toBe(10);
  });

  it("says when nothing else speaks of it", async () => {
    expect(await seen("/related 港口#1", "hint")).toEqual(["No other article speaks of this."]);
  });
});

describe("/facts", () => {
  it("lists those of an issue by its id", async () => {
    expect(await seen("/facts 2024-03", "title", "entry")).toEqual([
      "Harbour 2024-03",
      "port/2024-03#1 The harbour handled 20243 tons.",
    ]);
  });

  it("lists those published in a period and those about it, newest issue first", async () => {
    expect(await seen("/facts 2025-06", "title", "entry")).toEqual([
      "Harbour 2025-06",
      "port/2025-06#1 The harbour handled 20256 tons.",
    ]);
    expect(await seen("/facts June 2025", "entry")).toEqual([
      "port/2025-08#26 In June 2025 the ferries carried 4,100 people.",
      "port/2025-06#1 The harbour handled 20256 tons.",
    ]);
  });

  it("lists long ones in pages", async () => {
    expect((await run("/facts 2025-08")).at(-1)).toMatchObject({ kind: "page", next: "/facts 2025-08 p2" });
    expect(await seen("/facts 2025-08 第2页", "entry")).toHaveLength(6);
  });
});

describe("/search", () => {
  it("finds statements by words in both languages, each with its source", async () => {
    expect(await seen("/search ferries", "title", "quote")).toEqual([
      "Search: ferries",
      "渡轮每天开行12班。 — “渡轮” (港口手册)",
      "In June 2025 the ferries carried 4,100 people. — “Chronicle” (Harbour 2025-08, 2025-08)",
    ]);
  });

  it("shows a few a page", async () => {
    const blocks = await run("/search berth ships p2");
    expect(blocks.filter(({ kind }) => kind === "quote")).toHaveLength(5);
    expect(blocks.at(-1)).toMatchObject({
      previous: "/search berth ships p1",
      next: "/search berth ships p3",
      pages: 5,
    });
  });

  it.each([
    ["2024-05", "The harbour handled 20245 tons. — “Freight” (Harbour 2024-05, 2024-05)"],
    ["May 2024", "The harbour handled 20245 tons. — “Freight” (Harbour 2024-05, 2024-05)"],
  ])("keeps to a period: %s", async (period, quote) => {
    expect(await seen(`/search harbour tons ${period}`, "quote")).toEqual([quote]);
  });

  it("finds what is about a period in a later issue", async () => {
    expect(await seen("/search ferries 2025-06", "quote")).toHaveLength(1);
    expect(await seen("/search ferries 2025-05", "quote")).toEqual([]);
  });

  it("keeps to an issue, and to what it says about a period", async () => {
    const [all, inIssue] = [await seen("/search ferries", "quote"), await seen("/search ferries in:2025-08", "quote")];
    expect([all.length, inIssue.length]).toEqual([2, 1]);
    expect(await seen("/search 渡轮 in：港口", "quote")).toEqual(["渡轮每天开行12班。 — “渡轮” (港口手册)"]);
    expect(await seen("/search ferries 2025-06 in:port/2025-08", "quote")).toEqual(inIssue);
    expect(await seen("/search ferries 2025-05 in:port/2025-08", "quote")).toEqual([]);
    expect((await run("/search berth ships in:2025-08")).at(-1)).toMatchObject({
      next: "/search berth ships in:2025-08 p2",
    });
    expect(await seen("/search ferries in:1999", "hint")).toEqual(["There is no such issue: 1999"]);
    expect(await seen("/search in:2025-08", "hint")).toEqual(["What for? For example: /search exports 2025-06"]);
  });

  it("goes by its Chinese name, and finds Chinese text", async () => {
    const command = parseCommand("/搜索 渡轮");
    expect(command).toEqual({ name: "search", argument: "渡轮", language: "zh" });
    expect(await seen("/搜索 渡轮", "quote")).toEqual(["渡轮每天开行12班。 — 《渡轮》（港口手册）"]);
  });

  it("says what it needs, and when nothing was found", async () => {
    expect(await seen("/search", "hint")).toEqual(["What for? For example: /search exports 2025-06"]);
    expect(await seen("/search zebra", "hint")).toEqual(["Nothing was found for: zebra"]);
  });
});
