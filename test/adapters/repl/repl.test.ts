import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { startRepl } from "../../../adapters/repl/index.ts";
import type { ReplOptions } from "../../../adapters/repl/index.ts";
import { openSmallDigest } from "../../chat/small-digest.ts";

const digest = await openSmallDigest();
const problems = [{ file: "broken.md", message: "line 2: `date` is nonsense" }];

/** What readline moves the cursor and clears the line with. */
const CURSOR_MOVES = /(?!\n)\p{Cc}\[[\d;]*[A-Za-z]/gu;

interface Talk {
  readonly type: (text: string) => void;
  readonly end: () => void;
  readonly shown: () => string;
  /** Waits until a text has been shown. */
  readonly shows: (text: string) => Promise<void>;
  readonly told: () => string;
  readonly over: Promise<void>;
}

function talk(isTerminal: boolean, options: Partial<ReplOptions> = {}): Talk {
  const input = Object.assign(new PassThrough(), { isTTY: isTerminal });
  const output = Object.assign(new PassThrough(), { isTTY: isTerminal, columns: 80 });
  const errors = new PassThrough();
  let shown = "";
  let told = "";
  output.setEncoding("utf8").on("data", (text: string) => (shown += text.replace(CURSOR_MOVES, "")));
  errors.setEncoding("utf8").on("data", (text: string) => (told += text));
  const environment = { NO_COLOR: "1", TERM: "xterm" };
  const over = startRepl({
    knowledge: { digest: () => digest, problems: () => [] },
    problems: [],
    input,
    output,
    errors,
    environment,
    historyFile: null,
    ...options,
  });
  const shows = async (text: string): Promise<void> => {
    while (!shown.includes(text)) await new Promise((done) => output.once("data", done));
  };
  return {
    type: (text) => input.write(text),
    end: () => input.end(),
    shown: () => shown,
    told: () => told,
    shows,
    over,
  };
}

describe("the talk in a pipe", () => {
  it("answers each line of one conversation, without greeting or prompt, and ends", async () => {
    const { type, end, shown, over } = talk(false);
    type("上半年跨境电商出口多少？\n\n那进口");
    type("呢？\n/about\n");
    end();
    await over;
    expect(
      shown()
        .split("\n\n")
        .map((reply) => reply.split("\n")[0]),
    ).toEqual([
      "约1.03万亿元",
      "约2911亿元",
      "本机器人只依据摘要原文回答：每个回答都附上原句和出处，不用语言模型，不编造内容。",
      "最新一期  外贸周报（2025-07-16）",
    ]);
  });

  it("tells the knowledge folder's problems apart from the answers", async () => {
    const { end, shown, told, over } = talk(false, { problems });
    end();
    await over;
    expect([shown(), told()]).toEqual(["", "knowledge: broken.md: line 2: `date` is nonsense\n"]);
  });

  it("ends at /quit", async () => {
    const { type, shown, over } = talk(false);
    type("/quit\n上半年出口多少？\n");
    await over;
    expect(shown()).toBe("");
  });
});

describe("the talk in a terminal", () => {
  it("greets with what the digest is, problems first, and with questions that it answers", async () => {
    const { type, shown, shows, over } = talk(true, { problems });
    await shows("> ");
    type("\u0004");
    await over;
    expect(shown()).toMatch(/^knowledge: broken\.md: line 2: `date` is nonsense\n外贸周报\n/u);
    expect(shown()).toContain("例如：\n· 《上半年跨境电商进出口增长》讲了什么？\n· 《六月物流指数上升》讲了什么？\n");
  });

  it("answers and follows up, and answers a command in the language last asked in", async () => {
    const { type, shown, shows, over } = talk(true);
    type("上半年跨境电商出口多少？\r");
    await shows("约1.03万亿元\n「");
    type("那进口呢？\r");
    await shows("约2911亿元\n「");
    type("How many containers did Ningbo handle?\r");
    await shows("“The port of Ningbo handled 3,400 containers in April 2025.”");
    type("/help\r");
    await shows("/quit                   leave (or press Ctrl-D)");
    type("/quit\r");
    await over;
    expect(shown()).toMatch(/> \/quit\r?\n$/u);
  });

  it.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-C in the middle of a question", "上半年\u0003"],
    ["Ctrl-D", "\u0004"],
    ["/exit", "/exit\r"],
    ["／退出", "／退出\r"],
  ])("ends cleanly at %s, on a line of its own", async (_, keys) => {
    const { type, shown, shows, over } = talk(true);
    await shows("> ");
    type(keys);
    await over;
    expect(shown()).toMatch(/\n$/u);
  });

  it("offers what was typed in an earlier run, newest first", async () => {
    const historyFile = join(mkdtempSync(join(tmpdir(), "state-")), "history");
    const first = talk(true, { historyFile });
    first.type("六月物流指数是多少？\r");
    await first.shows("111.8点");
    first.type("/about\r");
    await first.shows("要点");
    first.type("\u0004");
    await first.over;
    expect(readFileSync(historyFile, "utf8")).toBe("六月物流指数是多少？\n/about\n");
    const second = talk(true, { historyFile });
    await second.shows("> ");
    second.type("\u001b[A");
    await second.shows("> /about");
    second.type("\u001b[A");
    await second.shows("> 六月物流指数是多少？");
    second.type("\r");
    await second.shows("111.8点");
    second.type("\u0004");
    await second.over;
  });

  it("completes a command's name", async () => {
    const { type, shown, shows, over } = talk(true);
    await shows("> ");
    type("/ab\t");
    await shows("> /about");
    type("\r");
    await shows("外贸周报（2025-07-16）");
    type("\u0004");
    await over;
    expect(shown()).toContain("本机器人只依据摘要原文回答");
  });

  it("goes on after a fault, which it tells in a line", async () => {
    const broken = { ...digest, index: { ...digest.index, candidates: () => Promise.reject(new Error("index lost")) } };
    const { type, shown, shows, over } = talk(true, { knowledge: { digest: () => broken, problems: () => [] } });
    await shows("> ");
    type("上半年跨境电商出口多少？\r");
    await shows("出错了：index lost。");
    type("/about\r");
    await shows("外贸周报（2025-07-16）");
    type("\u0004");
    await over;
    expect(shown()).toContain("\n出错了：index lost。请换个问法再试。\n");
  });
});
