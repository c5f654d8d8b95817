import { describe, expect, it } from "vitest";
import { KnowledgeError } from "../../src/digest/knowledge-error.ts";
import { readMarkdown } from "../../src/digest/markdown.ts";

function read(frontMatter: string, name = "issue"): ReturnType<typeof readMarkdown> {
  return readMarkdown(`---\n${frontMatter}\n---\n\nText.\n`, name);
}

describe("the front matter", () => {
  it("of a Jekyll newsletter is read, and its other keys are left aside", () => {
    const issue = read(
      "title: 'Bitcoin Optech Newsletter #284'\npermalink: /zh/newsletters/2024/01/10/\nname: 2024-01-10-newsletter-zh\nslug: x\ntype: newsletter\nlayout: newsletter\nlang: zh\nsource: https://example.org/1",
      "2024-01-10-newsletter",
    );
    expect(issue).toMatchObject({
      title: "Bitcoin Optech Newsletter #284",
      date: { year: 2024, month: 1, day: 10 },
      language: "zh",
      source: "https://example.org/1",
    });
    expect(issue.articles.map(({ text }) => text)).toEqual(["Text."]);
  });

  it.each([
    ["date: 2025-07-16", { year: 2025, month: 7, day: 16 }],
    ["date: '2025-07-16'", { year: 2025, month: 7, day: 16 }],
    ["date: 2025-07", { year: 2025, month: 7, day: null }],
    ["date: 2025-07-16 23:30:00 +0800", { year: 2025, month: 7, day: 16 }],
    ["date: 2025-07-16T23:30:00Z", { year: 2025, month: 7, day: 16 }],
    ["date: 2025/7/16", { year: 2025, month: 7, day: 16 }],
    ["date: 2025年7月16日", { year: 2025, month: 7, day: 16 }],
    ["date: July 16, 2025", { year: 2025, month: 7, day: 16 }],
    ["date: Wed, 16 Jul 2025 23:30:00 +0000", { year: 2025, month: 7, day: 16 }],
    ["date: July 2025", { year: 2025, month: 7, day: null }],
    ["date: !!timestamp 2025-07-16", { year: 2025, month: 7, day: 16 }],
    ["date:", null],
  ])("reads %s", (line, date) => {
    expect(read(line).date).toEqual(date);
  });

  it("may be absent, empty or hold values that YAML reads as numbers", () => {
    expect(readMarkdown("Text.", "issue").title).toBe("issue");
    expect(readMarkdown("---\n---\nText.", "issue").title).toBe("issue");
    expect(read("title: 007").title).toBe("007");
    expect(read("title:\nsource:")).toMatchObject({ title: "issue", source: null });
  });

  it("is told from a ruled line", () => {
    expect(readMarkdown("---\n\nText.", "issue").articles[0]?.text).toBe("Text.");
  });

  it.each([
    [
      "---\ntitle: a: b\n---\n",
      "line 2: the front matter isn't valid YAML (Nested mappings are not allowed in compact mappings); put quotes around a value that holds a colon, a # or a quote",
    ],
    [
      "---\nlang: zh\ntitle: [a\n---\n",
      "line 4: the front matter isn't valid YAML (Flow sequence in block collection must be sufficiently indented and end with a ]); put quotes around a value that holds a colon, a # or a quote",
    ],
    ["---\ntitle: a\n\nText.", "line 1: the front matter is never closed; add a line --- below its last field"],
    [
      "---\njust prose\n---\n",
      "line 2: the front matter isn't made of fields; write `key: value` lines, or *** for a ruled line",
    ],
    [
      "\n---\ntitle: a\ndate: 2025-02-30\n---\n",
      "line 4: `date` is 2025-02-30; write a day such as 2025-07-16 or a month such as 2025-07",
    ],
    ["---\ndate: soon\n---\n", "line 2: `date` is soon; write a day such as 2025-07-16 or a month such as 2025-07"],
    ["---\ndate: 2025\n---\n", "line 2: `date` is 2025; write a day such as 2025-07-16 or a month such as 2025-07"],
    ["---\ndate: [2025-07-16]\n---\n", "line 2: `date` is not one value; put the value in quotes"],
    [
      "---\nlanguage: fr\n---\n",
      "line 2: `language` is fr; write zh or en, or leave the field out and the text decides",
    ],
    [
      "---\ntitle: a\nlang: 5\n---\n",
      "line 3: `lang` is 5; write zh or en, or leave the field out and the text decides",
    ],
  ])("that is broken is an error with its line and the remedy: %j", (source, detail) => {
    expect(() => readMarkdown(source, "2025/issue")).toThrow(new KnowledgeError("2025/issue", detail));
  });
});

describe("the date in a file name", () => {
  it.each([
    ["2025-07-ecommerce", { year: 2025, month: 7, day: null }],
    ["20260107", { year: 2026, month: 1, day: 7 }],
    ["archive/2026-07-24-newsletter", { year: 2026, month: 7, day: 24 }],
    ["digest_2025_07_16", { year: 2025, month: 7, day: 16 }],
    ["电商摘要2025年7月", { year: 2025, month: 7, day: null }],
    ["2024-02-29", { year: 2024, month: 2, day: 29 }],
    ["2025-07/ecommerce", null],
    ["2025-13-x", null],
    ["123456789", null],
    ["ecommerce", null],
  ])("of %s is found", (name, date) => {
    expect(readMarkdown("Text.", name).date).toEqual(date);
  });

  it("gives way to the front matter's", () => {
    expect(read("date: 2025-07-16", "2024-01-01").date).toEqual({ year: 2025, month: 7, day: 16 });
  });
});
