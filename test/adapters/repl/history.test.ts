import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { historyFileOf, openHistory } from "../../../adapters/repl/history.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "state-"));

describe("a history", () => {
  it("lies in XDG_STATE_HOME, or in the home folder where that isn't a whole path", () => {
    expect(historyFileOf({ XDG_STATE_HOME: "/state" }, "/home/x")).toBe("/state/digest-bot/history");
    expect(historyFileOf({}, "/home/x")).toBe("/home/x/.local/state/digest-bot/history");
    expect(historyFileOf({ XDG_STATE_HOME: "state" }, "/home/x")).toBe("/home/x/.local/state/digest-bot/history");
  });

  it("is kept between runs, newest first, each line once, for the owner's eyes only", () => {
    const file = join(folder(), "digest-bot", "history");
    const first = openHistory(file);
    expect(first.lines).toEqual([]);
    for (const line of ["出口多少？", "进口呢？", "出口多少？"]) first.add(line);
    expect(openHistory(file).lines).toEqual(["出口多少？", "进口呢？"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("keeps no blank, long or unprintable line", () => {
    const file = join(folder(), "history");
    const history = openHistory(file);
    for (const line of ["", "  ", "问".repeat(1001), "a\u001b[2Jb", "问".repeat(1000)]) history.add(line);
    expect(openHistory(file).lines).toEqual(["问".repeat(1000)]);
  });

  it("keeps the newest 500 lines, and its file from growing for ever", () => {
    const file = join(folder(), "history");
    writeFileSync(file, Array.from({ length: 1001 }, (_, i) => `line ${i}\n`).join(""));
    const { lines } = openHistory(file);
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([500, "line 1000", "line 501"]);
    expect(readFileSync(file, "utf8").split("\n").slice(0, 2)).toEqual(["line 501", "line 502"]);
  });

  it("is silent when it can't be read or written", () => {
    const file = join(folder(), "taken");
    writeFileSync(file, "not a folder");
    chmodSync(file, 0o400);
    const history = openHistory(join(file, "history"));
    history.add("x");
    expect(history.lines).toEqual([]);
  });
});
