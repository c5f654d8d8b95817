import { describe, expect, it } from "vitest";
import { makeKnowledge } from "../../chat/small-digest.ts";
import { runCommand } from "../run-command.ts";

const knowledge = makeKnowledge();

describe("facts", () => {
  it("draws a table an article, aligned by what Chinese takes on a screen, one fact a line in a pipe", async () => {
    const { status, out, err } = await runCommand("cli/facts", ["--knowledge", knowledge]);
    expect([status, err]).toEqual([0, ""]);
    expect(out.split("\n").slice(0, 9)).toEqual([
      "2025-07#1  上半年跨境电商进出口增长",
      "When             Figures, names      Statement",
      "2025-01…2025-06  约1.32万亿元; 5.7%  本报讯 刘晗旭 上半年,我国跨境电商进出口约1.32万亿元,同比增长5.7%。",
      "2025-01…2025-06  约1.03万亿元; 4.7%  其中,出口约1.03万亿元,增长4.7%",
      "2025-01…2025-06  约2911亿元; 9.3%    进口约2911亿元,增长9.3%。",
      "2025-01…2025-06  宁波                宁波的仓库由王芳管理。",
      "",
      "2025-07#2  六月物流指数上升",
      "When     Figures, names  Statement",
    ]);
  });

  it("writes each fact as JSON, with its mentions' values and the context it leaves out", async () => {
    const { status, out } = await runCommand("cli/facts", ["--knowledge", knowledge, "--json"]);
    const facts = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([status, facts.length]).toEqual([0, 7]);
    expect(Object.keys(facts[0] ?? {})).toEqual([
      "id",
      "issue",
      "article",
      "ordinal",
      "quote",
      "start",
      "end",
      "mentions",
      "context",
    ]);
    expect(facts[2]).toMatchObject({
      issue: "2025-07",
      article: "上半年跨境电商进出口增长",
      ordinal: 1,
      quote: "进口约2911亿元,增长9.3%。",
      start: 60,
      end: 77,
      mentions: [
        {
          kind: "quantity",
          text: "约2911亿元",
          start: 62,
          end: 69,
          dimension: "money",
          value: "291100000000",
          unit: "CNY",
          bare: "2911亿元",
          qualifier: "about",
          direction: null,
          base: null,
        },
        {
          kind: "quantity",
          text: "9.3%",
          start: 72,
          end: 76,
          dimension: "percent",
          value: "9.3",
          unit: "percent",
          bare: "9.3%",
          qualifier: null,
          direction: "up",
        },
      ],
      context: { heading: null, period: "2025-01-01/2025-06-30", place: null, speaker: null },
    });
    expect(facts[3]).toMatchObject({ quote: "宁波的仓库由王芳管理。", context: { heading: "仓储" } });
  });

  it("explains its use, and ends with 2 for arguments that it doesn't take", async () => {
    expect((await runCommand("cli/facts", ["--help"])).out).toMatch(
      /^Usage: npm run --silent facts -- \[--knowledge DIR\] \[--json\]\n/u,
    );
    expect(await runCommand("cli/facts", ["knowledge"])).toEqual({
      status: 2,
      out: "",
      err: "facts: Unexpected argument 'knowledge'; name the folder with --knowledge\n",
    });
    expect((await runCommand("cli/facts", ["--knowledge", "/no/such/folder"])).status).toBe(2);
  });
});
