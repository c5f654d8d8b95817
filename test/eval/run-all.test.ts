import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../adapters/run-command.ts";
import { writeSet } from "./small-set.ts";

describe("eval:all", () => {
  it("measures every set of a folder in one table, and names the file that a set lacks", async () => {
    const { folder } = writeSet();
    writeFileSync(join(folder, "half.articles.jsonl"), "");
    const { status, out, err } = await runCommand("../eval/run-all", ["--data", folder, "--compare"]);
    expect([status, err]).toEqual([
      0,
      `eval: ${join(folder, "half.questions.jsonl")} isn't there; its set is left out\neval: small …\n`,
    ]);
    expect(out.split("\n").map((line) => line.split(/ {2,}/u).slice(0, 5))).toEqual([
      ["set", "articles", "sentences", "questions", "art@1"],
      ["small", "2", "4", "3", "100.0%"],
      [""],
      ["small", "art@1", "art@5", "sent@1", "sent@5"],
      ["this bot", "100.0%", "100.0%", "100.0%", "100.0%"],
      ["minisearch, its own tokenizer", "50.0%", "50.0%", "50.0%", "50.0%"],
      ["minisearch, Intl.Segmenter words", "100.0%", "100.0%", "50.0%", "100.0%"],
      ["minisearch, characters + bigrams", "100.0%", "100.0%", "50.0%", "100.0%"],
      ["", "the same, article score added", "100.0%", "100.0%", "50.0%"],
      ["", "the same, title as a field", "100.0%", "100.0%", "50.0%"],
      [""],
    ]);
  });

  it("prints what eval --json prints, by the names of the sets", async () => {
    const { folder } = writeSet();
    const { out } = await runCommand("../eval/run-all", ["--data", folder, "--json", "--limit", "2"]);
    expect(JSON.parse(out)).toMatchObject({ small: { articles: 2, questions: 2, articleHit1: 1 } });
  });

  it("ends with 2 where there is no folder, no set, or one that can't be used, and says so", async () => {
    const empty = mkdtempSync(join(tmpdir(), "sets-"));
    const remedy = "name a folder of NAME.articles.jsonl and NAME.questions.jsonl with --data\n";
    const none = await runCommand("../eval/run-all", ["--data", empty]);
    expect([none.status, none.out, none.err]).toEqual([2, "", `eval: ${empty} has no question set; ${remedy}`]);
    const absent = await runCommand("../eval/run-all", []);
    expect([absent.status, absent.out]).toEqual([2, ""]);
    expect(absent.err).toMatch(/^eval: \.\.\/shared\/data can't be read \(ENOENT.*; name a folder of NAME/u);
    const broken = await runCommand("../eval/run-all", ["--data", writeSet(["{"]).folder]);
    expect([broken.status, broken.out]).toEqual([2, ""]);
    expect(broken.err).toMatch(/small\.questions\.jsonl:1: .*\neval: the set small can't be used\n$/su);
  });
});
