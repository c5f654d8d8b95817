import { describe, expect, it } from "vitest";
import { runCommand } from "../adapters/run-command.ts";
import { QUESTIONS, writeSet } from "./small-set.ts";

const { articles, questions, folder } = writeSet();
const files = ["--articles", articles, "--questions", questions];

async function evalJson(...options: readonly string[]): Promise<Record<string, unknown>> {
  const { status, out, err } = await runCommand("../eval/run", [...files, "--json", ...options]);
  expect([status, err, out.split("\n").length]).toEqual([0, "", 2]);
  return JSON.parse(out) as Record<string, unknown>;
}

describe("eval", () => {
  it("prints one JSON object with the metrics by their names", async () => {
    const metrics = await evalJson();
    expect(metrics).toMatchObject({
      articles: 2,
      sentences: 4,
      questions: 3,
      answerable: 2,
      unanswerable: 1,
      errors: 0,
      articleHit1: 1,
      articleHit5: 1,
      sentenceHit1: 1,
      sentenceHit5: 1,
      exactMatch: 1,
      f1: 1,
      answeredShare: 1,
      falseAnswerShare: 0,
      auroc: 1,
    });
    for (const name of ["buildMs", "p50Ms", "p95Ms", "rssMb"]) expect(metrics[name]).toBeGreaterThan(0);
    expect(metrics).not.toHaveProperty("compare");
    expect(metrics).not.toHaveProperty("wrong");
  });

  it("has null in JSON where no question tells", async () => {
    const { questions: answerable } = writeSet(QUESTIONS.slice(0, 2));
    expect(await evalJson("--questions", answerable)).toMatchObject({ auroc: null, falseAnswerShare: null });
  });

  it("adds the alternatives and the failures to the object where they are asked for", async () => {
    const { questions: hard } = writeSet([{ ...QUESTIONS[1], answers: ["3,401"] }]);
    const { compare, wrong } = await evalJson("--questions", hard, "--compare", "--show", "wrong");
    expect(compare).toHaveLength(6);
    expect(compare).toContainEqual(
      expect.objectContaining({ name: "minisearch, its own tokenizer", articleHit1: 1, sentenceHit1: 0 }),
    );
    expect(wrong).toMatchObject([
      { kind: "wrong sentence", id: "q2", gold: ["3,401"], answer: "3,400", from: { article: { id: "port" } } },
    ]);
  });

  it("asks as many questions as --limit says", async () => {
    expect(await evalJson("--limit", "1")).toMatchObject({ articles: 2, questions: 1, unanswerable: 1 });
  });

  it("draws a table for a reader, the failures above it and the alternatives below", async () => {
    const { questions: hard } = writeSet([{ ...QUESTIONS[1], answers: ["3,401"] }]);
    const options = ["--articles", articles, "--questions", hard, "--compare", "--show", "wrong"];
    const { status, out, err } = await runCommand("../eval/run", options);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^wrong sentence {2}q2 .*\n\nsmall\narticles .*\narticleHit1 +100\.0% {2}.*\nauroc +– .*\n\nsmall .*\nthis bot /su,
    );
  });

  it.each([
    [[], "eval: name the two files of a question set with --articles FILE and --questions FILE\n"],
    [[...files, "--show", "right"], "eval: --show right: write --show wrong\n"],
    [[...files, "--limit", "0"], "eval: --limit 0: write a whole number from 1 on\n"],
    [["--articles", `${folder}/none`, "--questions", questions], `eval: ${folder}/none can't be read: ENOENT`],
    [[...files, "--fast"], "eval: Unknown option '--fast'"],
  ])("ends with 2 for %j", async (options, message) => {
    const { status, out, err } = await runCommand("../eval/run", options);
    expect([status, out, err.slice(0, message.length)]).toEqual([2, "", message]);
  });

  it("ends with 2 for a line that can't be used, and names it", async () => {
    const broken = writeSet([...QUESTIONS, "{"]);
    const { status, out, err } = await runCommand("../eval/run", [...files, "--questions", broken.questions]);
    expect([status, out, err]).toEqual([2, "", `eval: ${broken.questions}:4: the line isn't valid JSON\n`]);
  });

  it("explains itself", async () => {
    const { status, out } = await runCommand("../eval/run", ["--help"]);
    expect([status, out.split("\n")[0]]).toEqual([
      0,
      "Usage: npm run --silent eval -- --articles FILE --questions FILE [--compare] [--show wrong] [--json]",
    ]);
  });
});
