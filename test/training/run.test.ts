import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

function train(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ["--import", "tsx", "training/run.ts", ...args], { encoding: "utf8" });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe("train", () => {
  it("ends with 2 where a public set isn't there, and says which ones it needs", () => {
    const { status, out, err } = train("--data", "test/fixtures");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^train: test\/fixtures\/cmrc2018-trial\.articles\.jsonl can't be read: ENOENT/mu);
    expect(err).toMatch(
      /^train: The weights are learned from the question sets cmrc2018-trial, drcd-dev, squad2-dev-part, tatqa-text-dev: name the folder .* with --data DIR$/mu,
    );
  });

  it("ends with 2 for an option that it doesn't know, and explains itself when asked", () => {
    expect(train("--fast")).toMatchObject({ status: 2, out: "" });
    expect(train("--help")).toMatchObject({ status: 0, err: "" });
    expect(train("--help").out).toMatch(/^Usage: npm run --silent train -- /u);
  });
});
