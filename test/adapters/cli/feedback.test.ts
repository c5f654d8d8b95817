import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "feedback-"));
const entries = [
  { at: "2025-07-16T08:30:00.000Z", kind: "unanswered", text: "湖南出口多少？", answer: null },
  { at: "2025-07-17T09:00:00.000Z", kind: "good", text: "上半年出口多少？", answer: "约1.03万亿元" },
  { at: "2025-07-18T10:15:00.000Z", kind: "note", text: "two\nlines \u001b[31m", answer: null },
];
writeFileSync(
  join(folder, "feedback.jsonl"),
  [...entries.map((entry) => JSON.stringify(entry)), '{"at":1}', '{"at":"cut'].join("\n"),
);
const feedback = async (...options: string[]) => runCommand("cli/feedback", options);

describe("feedback", () => {
  it("lists the newest first, one a line, aligned by what Chinese takes on a screen", async () => {
    const { status, out, err } = await feedback("--data", folder);
    expect([status, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual([
      "When              Kind        Question or note  Answer",
      "2025-07-18 10:15  note        two lines \ufffd[31m",
      "2025-07-17 09:00  good        上半年出口多少？  约1.03万亿元",
      "2025-07-16 08:30  unanswered  湖南出口多少？",
      "",
    ]);
  });

  it("writes JSON, of one kind where asked, from DATA_DIR where no folder is named", async () => {
    const { out } = await runCommand("cli/feedback", ["--json", "--kind", "good"], {
      environment: { DATA_DIR: folder },
    });
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([entries[1]]);
  });

  it("ends with 0 where there is none, and says where it looked", async () => {
    const { status, out, err } = await feedback("--data", join(folder, "nowhere"));
    expect([status, out]).toEqual([0, ""]);
    expect(err).toBe(`There is no feedback in ${join(folder, "nowhere")} yet.\n`);
  });

  it.each([
    [["--kind", "nice"], "feedback: There is no kind 'nice'; name one of good, bad, unanswered, note\n"],
    [["--data", ""], "feedback: --data needs a folder\n"],
    [["here"], "feedback: Unexpected argument 'here'; name the folder with --data\n"],
  ])("ends with 2 for %j", async (options, message) => {
    expect(await feedback(...options)).toEqual({ status: 2, out: "", err: message });
  });

  it("has a help", async () => {
    expect((await feedback("--help")).out).toContain("Usage: npm run --silent feedback");
  });
});
