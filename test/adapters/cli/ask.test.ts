import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { makeKnowledge } from "../../chat/small-digest.ts";
import { runCommand } from "../run-command.ts";

const knowledge = makeKnowledge();
const ask = (...options: string[]) => runCommand("cli/ask", ["--knowledge", knowledge, ...options]);
const askLines = (input: string, ...options: string[]) =>
  runCommand("cli/ask", ["--knowledge", knowledge, ...options], { input });

describe("ask with a question", () => {
  it("prints the short answer, the quote and its source, uncoloured in a pipe", async () => {
    expect(await ask("上半年跨境电商出口多少？")).toEqual({
      status: 0,
      out: "约1.03万亿元\n「其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。」\n—— 《上半年跨境电商进出口增长》（外贸周报，2025-07-16）\n",
      err: "",
    });
  });

  it("ends with 0 where the digest has no answer, for a refusal is one", async () => {
    const { status, out, err } = await ask("2023年跨境电商进口多少？");
    expect(status).toBe(0);
    expect(out).toContain("2023年");
    expect(out).toContain("「其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。」");
    expect(err).toBe("");
  });

  it("takes an empty question for one, not for standard input", async () => {
    const { status, out } = await ask("");
    expect(status).toBe(0);
    expect(out).toContain("请输入一个问题");
  });

  it("joins words that were left unquoted", async () => {
    const { out } = await ask("--json", "How", "many", "containers", "did", "Ningbo", "handle?");
    expect(JSON.parse(out)).toMatchObject({
      question: "How many containers did Ningbo handle?",
      language: "en",
      status: "answered",
    });
  });

  it("explains how the question was understood and the answer chosen, within 100 columns", async () => {
    const { status, out } = await ask("--explain", "上半年跨境电商出口多少？");
    expect(status).toBe(0);
    expect(out).toMatch(/^约1\.03万亿元\n/u);
    expect(out).toContain("\nFocus       出口\n");
    expect(out).toContain("\nPeriods     上半年 = 2025-01…2025-06\n");
    expect(out).toContain("\n   answer   约1.03万亿元\n");
    expect(out).toMatch(/\nDecision {4}answered \(extracted\); confidence 0\.\d\d, answers from 0\.50\n$/u);
  });
});

describe("ask --json", () => {
  it("prints one object on one line, its members in the documented order", async () => {
    const { status, out, err } = await ask("--json", "上半年跨境电商出口多少？");
    const reply = JSON.parse(out) as Record<string, unknown>;
    expect([status, err, out.trimEnd().split("\n").length]).toEqual([0, "", 1]);
    expect(Object.keys(reply)).toEqual([
      "question",
      "language",
      "status",
      "answer",
      "text",
      "citations",
      "derivation",
      "reason",
      "suggestions",
      "confidence",
      "ms",
    ]);
    expect(reply).toMatchObject({
      question: "上半年跨境电商出口多少？",
      language: "zh",
      status: "answered",
      answer: "约1.03万亿元",
      text: "约1.03万亿元\n「其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。」\n—— 《上半年跨境电商进出口增长》（外贸周报，2025-07-16）",
      citations: [
        {
          issue: "2025-07",
          article: "上半年跨境电商进出口增长",
          ordinal: 1,
          quote: "其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。",
          start: 39,
          end: 77,
        },
      ],
      derivation: null,
      reason: null,
      suggestions: [],
    });
    expect(Object.keys((reply["citations"] as object[])[0] ?? {})).toEqual([
      "issue",
      "article",
      "ordinal",
      "quote",
      "start",
      "end",
    ]);
    expect(reply["ms"]).toBeTypeOf("number");
  });

  it("says null for the answer and what was missing where the digest has none", async () => {
    const { out } = await ask("--json", "2023年跨境电商进口多少？");
    expect(JSON.parse(out)).toMatchObject({
      status: "unanswered",
      answer: null,
      derivation: null,
      reason: "摘要里没有“2023年”的这项内容。",
    });
  });

  it("shows how a computed answer came about", async () => {
    const { out } = await ask("--json", "上半年出口比进口多多少？");
    expect(JSON.parse(out)).toMatchObject({
      status: "answered",
      derivation: { expression: "1.03万亿元 − 2911亿元", result: "约7389亿元" },
    });
  });

  it("keeps standard output to the replies when it explains", async () => {
    const { out, err } = await ask("--json", "--explain", "上半年跨境电商出口多少？");
    expect(JSON.parse(out)).toMatchObject({ answer: "约1.03万亿元" });
    expect(err).toContain("\nDecision    answered (extracted)");
  });

  it("answers lines in order, follows up within a conversation, names bad lines and goes on", async () => {
    const input = [
      '\ufeff{"id":"q1","conversation":"a","question":"上半年跨境电商出口多少？"}',
      "",
      "not JSON",
      '{"id":7,"conversation":"a","question":"那进口呢？"}\r',
      '{"id":"q3"}',
      '{"id":"q4","question":5}',
      '["question"]',
      '{"id":{},"question":"x"}',
      '{"id":"q5","conversation":[],"question":"x"}',
      '{"id":null,"conversation":null,"question":"六月\u2028物流指数是多少？"}',
    ].join("\n");
    const { status, out, err } = await askLines(input, "--json");
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([status, err]).toEqual([0, ""]);
    expect(lines.map(({ id, answer, error }) => [id, answer ?? error])).toEqual([
      ["q1", "约1.03万亿元"],
      [null, 'the line isn\'t valid JSON; write {"question": "…"}'],
      [7, "约2911亿元"],
      ["q3", "question is missing"],
      ["q4", "question isn't a string"],
      [null, 'the line isn\'t a JSON object; write {"question": "…"}'],
      [null, "id isn't a string"],
      ["q5", "conversation isn't a string"],
      [undefined, "111.8点"],
    ]);
    expect(Object.keys(lines[0] ?? {})[0]).toBe("id");
  });

  it("holds no more of a line than it needs", async () => {
    const { status, out } = await askLines(
      `{"id":"long","question":"${"问".repeat(2_000_000)}"}\n{"id":"next","question":"上半年进口多少？"}\n`,
      "--json",
    );
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(lines[0]).toEqual({ id: null, error: "the line is longer than 65536 characters" });
    expect(lines[1]).toMatchObject({ id: "next", answer: "约2911亿元" });
  });

  it("writes each reply as soon as it is ready, while the input goes on", async () => {
    const root = resolve(import.meta.dirname, "../../..");
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "adapters/cli/ask.ts", "--json", "--knowledge", knowledge],
      { cwd: root, stdio: ["pipe", "pipe", "inherit"] },
    );
    const replies = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const answers: unknown[] = [];
    for (const question of ["上半年出口多少？", "上半年进口多少？"]) {
      child.stdin.write(`${JSON.stringify({ question })}\n`);
      const { value } = await replies.next();
      answers.push((JSON.parse(String(value)) as { answer: unknown }).answer);
    }
    child.stdin.end();
    const [status] = (await once(child, "close")) as [number];
    expect([answers, status]).toEqual([["约1.03万亿元", "约2911亿元"], 0]);
  });

  it("ends quietly when its reader goes away", async () => {
    const root = resolve(import.meta.dirname, "../../..");
    const child = spawn(
      "sh",
      [
        "-c",
        `yes '{"question":"上半年出口多少？"}' | head -n 300 | ${process.execPath} --import tsx adapters/cli/ask.ts --json --knowledge ${knowledge} | head -n 1`,
      ],
      { cwd: root },
    );
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    await once(child, "close");
    expect(err).toBe("");
  });
});

describe("ask with questions on standard input", () => {
  it("answers each line by itself, with a blank line between the replies", async () => {
    const { status, out } = await askLines("上半年跨境电商出口多少？\r\n\n那进口呢？\n");
    expect(status).toBe(0);
    expect(out.split("\n\n").map((reply) => reply.split("\n")[0])).toEqual(["约1.03万亿元", "约2911亿元"]);
  });

  it("does nothing, successfully, when there is none", async () => {
    expect(await askLines("\n \n")).toEqual({ status: 0, out: "", err: "" });
  });
});

describe("ask's errors", () => {
  it("explains its use on request", async () => {
    const { status, out, err } = await runCommand("cli/ask", ["--help"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Usage: npm run --silent ask -- \[--knowledge DIR\] \[--json\] \[--explain\] \[QUESTION\]\n/u);
  });

  it("ends with 2 and the remedy for options that it doesn't know", async () => {
    const { status, out, err } = await runCommand("cli/ask", ["--jsn", "x"]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^ask: Unknown option '--jsn'/u);
  });

  it("ends with 2 and one line when there is no such folder", async () => {
    const { status, out, err } = await runCommand("cli/ask", ["--knowledge", "/no/such/folder", "x"]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^ask: \/no\/such\/folder: .+\n$/u);
  });

  it("ends with 2 when the folder is a file, and when it holds nothing", async () => {
    const file = join(knowledge, "2025-07.md");
    expect((await runCommand("cli/ask", ["--knowledge", file, "x"])).status).toBe(2);
    const empty = makeKnowledge({});
    expect(await runCommand("cli/ask", ["--knowledge", empty, "x"])).toEqual({
      status: 2,
      out: "",
      err: `ask: ${empty}: holds no issue; put a Markdown file (.md) into it\n`,
    });
  });

  it("names a broken file on a line and answers from the others; with no other it ends with 2", async () => {
    const broken = { "broken.md": "---\ndate: nonsense\n---\n## A\n\nB.\n" };
    const mixed = makeKnowledge({ ...broken, "good.md": "## Ports\n\nNingbo handled 3,400 containers.\n" });
    const served = await runCommand("cli/ask", ["--knowledge", mixed, "How many containers did Ningbo handle?"]);
    expect(served.status).toBe(0);
    expect(served.out).toContain("“Ningbo handled 3,400 containers.”");
    expect(served.err).toMatch(/^knowledge: broken\.md: .*nonsense.*\n$/u);
    const failed = await runCommand("cli/ask", ["--knowledge", makeKnowledge(broken), "x"]);
    expect([failed.status, failed.out]).toEqual([2, ""]);
    expect(failed.err).toMatch(
      /^ask: \S+: none of its files can be used:\nask: knowledge: broken\.md: .*nonsense.*\n$/u,
    );
  });

  it("finds the folder by KNOWLEDGE_DIR, by .env and by its default name, in this order", async () => {
    const folder = makeKnowledge({});
    const issue = (name: string): Record<string, string> => ({
      "a.md": `## Ports\n\n${name} handled 3,400 containers.\n`,
    });
    const answerIn = async (environment: Record<string, string>): Promise<string> => {
      const { out } = await runCommand("cli/ask", ["--json", "How many containers were handled?"], {
        folder,
        environment,
      });
      return (JSON.parse(out) as { citations: { quote: string }[] }).citations[0]?.quote ?? "";
    };
    mkdirSync(join(folder, "knowledge"));
    writeFileSync(join(folder, "knowledge", "a.md"), issue("Ningbo")["a.md"] ?? "");
    expect(await answerIn({})).toBe("Ningbo handled 3,400 containers.");
    writeFileSync(join(folder, ".env"), `KNOWLEDGE_DIR=${makeKnowledge(issue("Shanghai"))}\n`);
    expect(await answerIn({})).toBe("Shanghai handled 3,400 containers.");
    expect(await answerIn({ KNOWLEDGE_DIR: makeKnowledge(issue("Qingdao")) })).toBe(
      "Qingdao handled 3,400 containers.",
    );
  });
});
