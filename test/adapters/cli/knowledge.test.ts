import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeKnowledge } from "../../chat/small-digest.ts";
import { runCommand } from "../run-command.ts";

const PORT = `---
title: Harbour Digest
date: 2025-08-04
---

## Northport grows

Northport handled 3.4 million containers in July, up 8.2% year on year.

A fourth terminal will open in March 2026.
`;
const GOLDEN = [
  {
    id: "g1",
    kind: "number",
    lang: "en",
    turns: ["How many containers did Northport handle?"],
    answerable: true,
    expect: [["3.4 million"]],
    article: 1,
  },
  {
    id: "g2",
    kind: "number",
    lang: "en",
    turns: ["How many passengers used Southey station?"],
    answerable: false,
    expect: [],
  },
];

function linesOf(questions: readonly object[]): string {
  return questions.map((question) => `${JSON.stringify(question)}\n`).join("");
}

function parse(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("knowledge check", () => {
  it("ends with 0 where all is well, its golden questions too", async () => {
    const folder = makeKnowledge({ "port.md": PORT, "port.questions.jsonl": linesOf(GOLDEN) });
    const { status, out, err } = await runCommand("cli/knowledge", ["check", "--knowledge", folder]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toBe("port.md  2025-08-04  Harbour Digest  1 article, 2 facts, 2 of 2 questions right\n");
  });

  it("names what readers would miss answers by, with file and remedy, and ends with 1", async () => {
    const folder = makeKnowledge({
      "port.md": PORT,
      "undated.md":
        "## Ferry\n\nThe ferry carried 512 passengers last month, the company that runs\n\nthe line said.\n\n## Empty\n",
      "broken.md": "---\ndate: soon\n---\n\n## News\n\nText.\n",
    });
    const { status, out } = await runCommand("cli/knowledge", ["check", "--knowledge", folder]);
    expect(status).toBe(1);
    expect(out.split("\n")).toEqual([
      "port.md  2025-08-04  Harbour Digest  1 article, 2 facts",
      "undated.md  no date  undated  2 articles, 2 facts",
      '  undated.md: has no date; write "date: 2025-07-16" between --- lines at its top',
      "  undated.md: article 1 “Ferry” nobody can tell when “last month” is; give the issue a date, or write the year",
      "  undated.md: article 1 “Ferry” seems to break off in a sentence: “ny that runs / the line sai”; join the lines, without a blank line between",
      "  undated.md: article 2 “Empty” says nothing; write sentences below its heading or remove it",
      "broken.md: line 2: `date` is soon; write a day such as 2025-07-16 or a month such as 2025-07",
      "",
    ]);
  });

  it("asks each issue by itself, and tells what its questions wanted and got", async () => {
    const missed = [
      { ...GOLDEN[0], expect: [["5.1 million"]] },
      { ...GOLDEN[1], id: "g3", turns: ["When will a fourth terminal open?"], kind: "date" },
      { ...GOLDEN[0], id: "g4", turns: ["How many passengers used Southey station?"] },
    ];
    const newer = PORT.replace("2025-08-04", "2025-09-01").replace("3.4 million", "9.9 million");
    const folder = makeKnowledge({
      "port.md": PORT,
      "newer.md": newer,
      "port.questions.jsonl": linesOf([...missed, ...GOLDEN]),
    });
    const { status, out } = await runCommand("cli/knowledge", ["check", "--json", "--knowledge", folder]);
    expect(status).toBe(1);
    expect(parse(out)).toEqual([
      {
        issue: "newer",
        file: "newer.md",
        title: "Harbour Digest",
        date: "2025-09-01",
        articles: 1,
        facts: 2,
        warnings: [],
        questions: null,
      },
      {
        issue: "port",
        file: "port.md",
        title: "Harbour Digest",
        date: "2025-08-04",
        articles: 1,
        facts: 2,
        warnings: [],
        questions: {
          file: "port.questions.jsonl",
          asked: 5,
          right: 2,
          missed: [
            expect.objectContaining({
              id: "g1",
              judgement: "wrong",
              expect: [["5.1 million"]],
              got: expect.stringContaining("3.4 million"),
            }),
            expect.objectContaining({ id: "g3", judgement: "false", got: "March 2026 (article 1)" }),
            expect.objectContaining({ id: "g4", judgement: "refused" }),
          ],
        },
      },
    ]);
  });

  it("names a question set that can't be used, or that has no issue", async () => {
    const folder = makeKnowledge({
      "port.md": PORT,
      "port.questions.jsonl": '{"id": "g1"}\n',
      "gone.questions.jsonl": linesOf(GOLDEN),
    });
    const { status, out } = await runCommand("cli/knowledge", ["check", "--knowledge", folder]);
    expect(status).toBe(1);
    expect(out).toContain("gone.questions.jsonl: has no issue gone.md beside it; rename or remove it\n");
    expect(out).toMatch(/^port\.questions\.jsonl: line 1: kind: .+; write one \{"id", .+\n/mu);
  });

  it("ends with 2 for a folder or arguments that can't be used, and explains its use", async () => {
    for (const options of [["check", "--knowledge", "/no/such"], ["check", "extra"], ["diff", "one"], ["mend"], []])
      expect((await runCommand("cli/knowledge", options)).status).toBe(2);
    const { status, out } = await runCommand("cli/knowledge", ["--help"]);
    expect([status, out.slice(0, 40)]).toEqual([0, "Usage: npm run --silent knowledge -- che"]);
  }, 60_000);
});

describe("knowledge diff", () => {
  const draft = PORT.replace("3.4 million", "3.6 million").replace(
    "A fourth terminal will open in March 2026.",
    "Harbour master Jane Doe said so.",
  );

  it("shows what a draft adds, removes and changes, whatever its file is called", async () => {
    const folder = mkdtempSync(join(tmpdir(), "draft-"));
    const [before, after] = [join(folder, "2025-08.md"), join(folder, "draft.md")];
    writeFileSync(before, PORT);
    writeFileSync(after, draft);
    const { status, out } = await runCommand("cli/knowledge", ["diff", before, after]);
    expect([status, out]).toEqual([
      0,
      `draft#1  Northport grows
- [2025-07] Northport handled 3.4 million containers in July, up 8.2% year on year.
+ [2025-07] Northport handled 3.6 million containers in July, up 8.2% year on year.
+ Harbour master Jane Doe said so.

2025-08#1  Northport grows
- [2026-03] A fourth terminal will open in March 2026.

1 added, 1 removed, 1 changed.
`,
    ]);
  });

  it("sees that the same words are read otherwise, as under another date", async () => {
    const before = makeKnowledge({ "port.md": PORT });
    const after = makeKnowledge({
      "port.md": PORT.replace("2025-08-04", "2026-08-04"),
      "new.md": PORT.replaceAll("port", "cape"),
    });
    const { status, out } = await runCommand("cli/knowledge", ["diff", "--json", before, after]);
    expect(status).toBe(0);
    const changes = parse(out).map(({ change, before, after }) => [change, periodOf(before), periodOf(after)]);
    expect(changes).toEqual([
      ["changed", "2025-07-01/2025-07-31", "2026-07-01/2026-07-31"],
      ["added", undefined, "2025-07-01/2025-07-31"],
      ["added", undefined, "2026-03-01/2026-03-31"],
    ]);
  });

  it("says that nothing differs, and ends with 1 where a file couldn't be read", async () => {
    const before = makeKnowledge({ "port.md": PORT });
    const after = makeKnowledge({ "port.md": PORT, "noise.md": "\0" });
    expect(await runCommand("cli/knowledge", ["diff", before, after])).toEqual({
      status: 1,
      out: "The same facts.\n",
      err: "knowledge: noise.md: holds NUL bytes, so it isn't plain text; save it again as UTF-8 text\n",
    });
  });
});

function periodOf(fact: unknown): string | undefined {
  return (fact as { context: { period?: string } } | null)?.context.period;
}
