import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/digest/issue.ts";
import { openKnowledge } from "../../src/digest/knowledge-folder.ts";
import { readMarkdown } from "../../src/digest/markdown.ts";

/** An issue's articles, a line each: place, the heading above a story, title and text, its blocks between bars. */
function outline({ articles }: Issue): string[] {
  return articles.map(({ ordinal, section, title, text, blocks }) => {
    const lines = blocks.map(
      ({ kind, start, end }) => (kind === "paragraph" ? "" : `${kind}: `) + text.slice(start, end),
    );
    return `${ordinal} ${section === undefined ? "" : `${section} › `}${title} | ${lines.join(" | ")}`;
  });
}

function read(source: string, name = "weekly"): string[] {
  return outline(readMarkdown(source, name));
}

describe("a Jekyll newsletter with its stories in lists", () => {
  const ISSUE = `---
title: 'Harbour Weekly #12'
layout: newsletter
slug: 2026-03-13-newsletter
---
This week's issue has two stories.

{% include references.md %}

## News

- **<!--new-crane-->New crane at pier four:** Ada Brandt [announced][post] a crane
  that lifts 80 tons. {% assign timestamp="1:39" %}

  It replaces two older ones:

  * the one of 1962

  * the one of 1971

- **Ferries stop at night:** from May the ferries rest between midnight and five, says the [operator][].

## Notable changes

*Changes of this week in [Tide][tide repo] and [Lock][lock repo].*

- [Tide #311][] adds a table of tides for the next thirty days. {% assign timestamp="4:10" %}

- [Lock #88][] raises the limit for barges to 1,200 tons.

{% include linkers/issues.md issues="311,88" %}
[post]: https://harbour.example/crane
[operator]: https://harbour.example/ferries
`;

  it("has an article for each, titled by its lead, under the heading that it stands below", () => {
    expect(read(ISSUE, "2026-03-13-newsletter")).toEqual([
      "1 Harbour Weekly #12 | This week's issue has two stories.",
      "2 News › New crane at pier four | Ada Brandt announced a crane that lifts 80 tons. | It replaces two older ones: | item: the one of 1962 | item: the one of 1971",
      "3 News › Ferries stop at night | from May the ferries rest between midnight and five, says the operator.",
      "4 Notable changes | Changes of this week in Tide and Lock.",
      "5 Notable changes › Tide #311 | Tide #311 adds a table of tides for the next thirty days.",
      "6 Notable changes › Lock #88 | Lock #88 raises the limit for barges to 1,200 tons.",
    ]);
  });

  it("is read the same in Chinese, where bold touches its comment and the text", () => {
    const source = `## 新闻

- **<!--new-crane-->****四号码头启用新吊车：**阿达·勃兰特[宣布][post]，新吊车可吊起80吨货物，取代两台旧吊车。

- ​**<!--ferries-->**​**夜间停航：​**
  五月起，渡轮在零点至五点之间停航，运营方称此举可节省燃油。

## 重要变更

*本周变更：*

- [Tide #311][] 增加了未来三十天的潮汐表，并修正了春分前后的误差。
`;
    expect(read(source)).toEqual([
      "1 新闻 › 四号码头启用新吊车 | 阿达·勃兰特宣布，新吊车可吊起80吨货物，取代两台旧吊车。",
      "2 新闻 › 夜间停航 | 五月起，渡轮在零点至五点之间停航，运营方称此举可节省燃油。",
      "3 重要变更 | 本周变更：",
      "4 重要变更 › Tide #311 | Tide #311 增加了未来三十天的潮汐表，并修正了春分前后的误差。",
    ]);
  });
});

describe("the stories of a list", () => {
  it("may begin with a linked title and a dash, or a linked question", () => {
    const source = `## Links

- [A bridge of glass](https://a.example/1) — The town opened a footbridge made of glass.
- 🚲 [Bicycles for all](https://a.example/2) — Every pupil gets a bicycle from the council.

## Questions

1. [Why does the river flood?](https://q.example/1)
   Ida Holm explains that the snow melts late.
2. [Who owns the old mill?]({{ site.url }}/q/2) The town has owned the mill since 1954, Ida Holm says.
`;
    expect(read(source)).toEqual([
      "1 Links › A bridge of glass | The town opened a footbridge made of glass.",
      "2 Links › Bicycles for all | Every pupil gets a bicycle from the council.",
      "3 Questions › Why does the river flood? | Ida Holm explains that the snow melts late.",
      "4 Questions › Who owns the old mill? | The town has owned the mill since 1954, Ida Holm says.",
    ]);
  });

  it("keep a lead that is the subject of their sentence", () => {
    expect(read("- **Bridge repairs** begin in June and end, says the mayor, in October.\n")).toEqual([
      "1 Bridge repairs | Bridge repairs begin in June and end, says the mayor, in October.",
    ]);
    expect(read("- **Harbour** Board members meet on Monday to speak about the new cranes.\n")).toEqual([
      "1 Harbour | Harbour Board members meet on Monday to speak about the new cranes.",
    ]);
  });

  it("may stand in a file without ## headings", () => {
    const source = `# 早报

1. **地铁延长线开通**：新线全长12公里，设8座车站，首日客流约9万人次。
2. **图书馆延时开放**：周末开放到晚上十点，读者可在线预约座位，每人限一座。
`;
    expect(read(source)).toEqual([
      "1 地铁延长线开通 | 新线全长12公里，设8座车站，首日客流约9万人次。",
      "2 图书馆延时开放 | 周末开放到晚上十点，读者可在线预约座位，每人限一座。",
    ]);
  });

  it("stand under the nearest heading", () => {
    expect(
      read("## News\n\n### Abroad\n\n- **Canal widened:** Ships of 300 metres can pass it from next year.\n"),
    ).toEqual(["1 Abroad › Canal widened | Ships of 300 metres can pass it from next year."]);
  });

  it("leave what has no lead to the section", () => {
    const source = `## Notes

- **Market day:** The market moves to Thursday because of the fair.
- **Roadworks:** Mill Lane is closed until the end of the month.
- Thanks to all who wrote to us.

See you next week.
`;
    expect(read(source)).toEqual([
      "1 Notes | item: Thanks to all who wrote to us. | See you next week.",
      "2 Notes › Market day | The market moves to Thursday because of the fair.",
      "3 Notes › Roadworks | Mill Lane is closed until the end of the month.",
    ]);
  });

  it("keep their tables, code, footnotes and nested lists", () => {
    const source = `## News

- **Prices:** The harbour board has published its prices for the summer.[^1]

  | berth | price |
  |-------|------:|
  | A     |    12 |

  \`\`\`sh
  book --berth {{ berth }}
  \`\`\`

  - **A:** near the gate, which is open all night long for members
    - with power

[^1]: Valid from June.
`;
    expect(read(source)).toEqual([
      "1 News | Valid from June.",
      "2 News › Prices | The harbour board has published its prices for the summer. | row: berth | price | row: A | 12 | code: book --berth {{ berth }} | item: A: near the gate, which is open all night long for members | item: with power",
    ]);
  });
});

describe("titles in lines of their own", () => {
  it("begin stories where they are linked and numbered", () => {
    const source = `# 港口周刊（第 281 期）

每周五发布。

## 动态

1、[电动渡轮](https://a.example/1)

新渡轮充电一次可航行80公里。

![](https://cdn.example/2.jpg)

2、[水下机器人](https://a.example/2)（英文）

机器人可以清洗船底。

## 文章

1. [如何造船](https://a.example/3)

作者介绍了造船的过程。
`;
    expect(read(source, "issue-281")).toEqual([
      "1 港口周刊（第 281 期） | 每周五发布。",
      "2 动态 › 电动渡轮 | 新渡轮充电一次可航行80公里。",
      "3 动态 › 水下机器人 | 机器人可以清洗船底。",
      "4 文章 › 如何造船 | 作者介绍了造船的过程。",
    ]);
  });

  it("begin stories where several are linked, the first before all text", () => {
    const source = `## Ships

*Sponsored by nobody.*

**[Electric ferries (3 minute read)](https://t.example/1)**

The company plans to launch in 2027.

**[A new chip][chip]**

The chip uses 30% less power.

It is made in Oslo.
`;
    expect(read(source)).toEqual([
      "1 Ships | Sponsored by nobody.",
      "2 Ships › Electric ferries (3 minute read) | The company plans to launch in 2027.",
      "3 Ships › A new chip | The chip uses 30% less power. | It is made in Oslo.",
    ]);
  });

  it.each([
    [
      "links to the rest of a text",
      "A pier opened.\n\n[Read more](https://a.example)\n\nA line opened.\n\n[Read more](https://b.example)\n",
    ],
    ["bold lines of an article", "**Background**\n\nA pier opened.\n\n**Outlook**\n\nA line will open.\n"],
    ["a single link", "[Register](https://a.example)\n\nThe fair opens in May.\n"],
    ["links with nothing below", "[Tides](https://a.example)\n\n[Ferries](https://b.example)\n"],
  ])("are told from %s", (_, source) => {
    expect(readMarkdown(`## News\n\n${source}`, "a").articles.map(({ title }) => title)).toEqual(["News"]);
  });
});

describe("a list that isn't one of stories", () => {
  it.each([
    [
      "of short items",
      "## 各地\n\n- **武汉**：增长5.7%。\n- **宜昌**：增长9.3%。\n",
      "1 各地 | item: 武汉：增长5.7%。 | item: 宜昌：增长9.3%。",
    ],
    [
      "of prose without leads",
      "## Notes\n\n- The market moves to Thursday because of the fair.\n- Mill Lane is closed until the end of the month.\n",
      "1 Notes | item: The market moves to Thursday because of the fair. | item: Mill Lane is closed until the end of the month.",
    ],
    [
      "of points that complete a sentence of an article",
      "## The plan\n\nThe council met on Monday. It was a long evening.\n\nThe plan has two parts:\n\n- **Paths:** every road gets a path for bicycles on both sides\n- **Lamps:** each lamp is replaced by one that needs less power\n",
      "1 The plan | The council met on Monday. It was a long evening. | The plan has two parts: | item: Paths: every road gets a path for bicycles on both sides | item: Lamps: each lamp is replaced by one that needs less power",
    ],
    [
      "in an article that says more than its list",
      `## The plan\n\n${"The council met on Monday and spoke about it at length. ".repeat(4)}\n\n- **Paths:** every road gets a path for bicycles on both sides\n`,
      `1 The plan | ${"The council met on Monday and spoke about it at length. ".repeat(4).trim()} | item: Paths: every road gets a path for bicycles on both sides`,
    ],
    [
      "of links to persons",
      "## Thanks\n\n- [Ada](https://a.example) wrote most of the stories in this week's issue\n- [Ben](https://b.example) took the pictures that you see beside the stories\n",
      "1 Thanks | item: Ada wrote most of the stories in this week's issue | item: Ben took the pictures that you see beside the stories",
    ],
  ])("%s stays in its article", (_, source, article) => {
    expect(read(source)).toEqual([article]);
  });
});

describe("a newsletter with many short items", () => {
  it("has an article for each ## below its # title", () => {
    const items = Array.from({ length: 40 }, (_, i) => `## Item ${i + 1}\n\nText of item ${i + 1}.\n`);
    const issue = readMarkdown(`# Daily\n\n${items.join("\n")}`, "20260107");
    expect(issue.title).toBe("Daily");
    expect(issue.date).toEqual({ year: 2026, month: 1, day: 7 });
    expect(outline(issue)).toHaveLength(40);
    expect(outline(issue)[39]).toBe("40 Item 40 | Text of item 40.");
  });
});

describe("a table of contents", () => {
  it("in front of the first article is left out", () => {
    const source = `# 周刊 第281期

- [港口](#gangkou)
- [铁路](#tielu)
  - [东线](#dongxian)

## 港口

新码头启用。

## 铁路

### 东线

东线通车。
`;
    expect(read(source, "issue-281")).toEqual(["1 港口 | 新码头启用。", "2 铁路 | heading: 东线 | 东线通车。"]);
  });

  it("under a heading of its own leaves the heading its place", () => {
    const source =
      "## Contents\n\n1. Harbour\n2. Railway\n\n## Harbour\n\nA pier opened.\n\n## Railway\n\nA line opened.\n";
    expect(read(source)).toEqual(["1 Contents | ", "2 Harbour | A pier opened.", "3 Railway | A line opened."]);
  });

  it.each(["* TOC\n{:toc}\n", "[TOC]\n", "[[toc]]\n"])("that a site generator makes leaves no mark: %j", (mark) => {
    expect(read(`# Weekly\n\n${mark}\n## Harbour\n\nA pier opened.\n`)).toEqual(["1 Harbour | A pier opened."]);
  });

  it("is told from a list of links to other pages", () => {
    expect(read("## More\n\n- [Tides](https://t.example)\n- [Ferries](https://f.example)\n")).toEqual([
      "1 More | item: Tides | item: Ferries",
    ]);
  });
});

describe("header lines without ---", () => {
  it("give title, date, language and source", () => {
    const source =
      "Title: Harbour news\nDate: 2026-01-07 10:20\nLang: en\nTags: port,\n    sea\nSource: https://h.example\n\nA pier opened.\n";
    const issue = readMarkdown(source, "issue-281");
    expect(issue).toMatchObject({
      title: "Harbour news",
      date: { year: 2026, month: 1, day: 7 },
      language: "en",
      source: "https://h.example",
    });
    expect(outline(issue)).toEqual(["1 Harbour news | A pier opened."]);
  });

  it("may be Chinese", () => {
    const issue = readMarkdown("标题：港口周报\n日期：2026年1月7日\n\n## 港口\n\n新码头启用。\n", "a");
    expect([issue.title, issue.date]).toEqual(["港口周报", { year: 2026, month: 1, day: 7 }]);
    expect(outline(issue)).toEqual(["1 港口 | 新码头启用。"]);
  });

  it("may be Hugo's, in TOML", () => {
    const issue = readMarkdown(
      '+++\ntitle = "Harbour news"\ndate = 2026-01-07T10:20:00Z\n+++\n\nA pier opened.\n',
      "a",
    );
    expect([issue.title, issue.date]).toEqual(["Harbour news", { year: 2026, month: 1, day: 7 }]);
    expect(outline(issue)).toEqual(["1 Harbour news | A pier opened."]);
  });

  it.each(["Note: a pier opened.\nDate: today.\n", "Title: a play\nThe curtain rises.\n", "Tags: a word.\n"])(
    "are told from the text %j",
    (text) => {
      expect(readMarkdown(text, "name").title).toBe("name");
      expect(outline(readMarkdown(text, "name"))).toEqual([`1 name | ${text.trim().replace("\n", " ")}`]);
    },
  );
});

describe("what a template shows", () => {
  it("is read out of its tag: questions as headings, answers below, nothing else", () => {
    const source = `## Club

{% include functions/details-list.md
  q0="<!--why-->Why is the \`gate\` shut?"
  a0="It is being
  painted, says \\"the board\\"."
  a0link="https://club.example/l-28"

  q1="闸门何时开放？"
  a1="下周一开放。"
%}

{% include snippets/ad.md when="2026-01-27 17:30" style="wide box" %}
{% comment %}Not for readers.{% endcomment %}

At {{ site.place }} all is well.
`;
    expect(read(source)).toEqual([
      '1 Club | heading: Why is the gate shut? | It is being painted, says "the board". | heading: 闸门何时开放？ | 下周一开放。 | At all is well.',
    ]);
  });
});

/** Newsletters that others publish: they stand beside the repository, not in it. */
const DIGESTS = "../shared/digests";
const FOLDERS = [
  { folder: "bitcoin-optech-en", count: 420, stories: 5000 },
  { folder: "bitcoin-optech-zh", count: 416, stories: 4800 },
].filter(({ folder }) => existsSync(`${DIGESTS}/${folder}`));

/** What only a generator or a parser should see: tags, variables, comments, references, attributes, notes. */
const MARKUP = /\{%|%\}|\{\{|<!--|\]\[|\]\(|\{:\s*[.#]|\[\^/u;

for (const { folder, count, stories } of FOLDERS) {
  describe(`the newsletters of ${folder}`, () => {
    it("are read as they are: none lost, each story by its name, no markup left", async () => {
      const { issues, problems } = await openKnowledge(`${DIGESTS}/${folder}`);
      const articles = issues.flatMap((issue) => issue.articles);
      expect([problems, issues.length, issues.filter(({ date }) => date === null)]).toEqual([[], count, []]);
      expect(articles.filter(({ section }) => section !== undefined).length).toBeGreaterThan(stories);
      const seen = articles.flatMap(({ id, title, text, blocks }) =>
        [title, ...blocks.filter(({ kind }) => kind !== "code").map(({ start, end }) => text.slice(start, end))].map(
          (words) => `${id}: ${words}`,
        ),
      );
      expect(seen.filter((words) => MARKUP.test(words))).toEqual([]);
    }, 300_000);
  });
}
