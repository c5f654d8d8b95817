import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runCommand } from "./run-command.ts";

const root = resolve(import.meta.dirname, "../..");
const QUESTION = "How many containers did Northport handle?\n";
const port = (millions: number): string =>
  `---\ndate: 2025-08-04\n---\n\n## Northport grows\n\nNorthport handled ${millions}.4 million containers in July 2025.\n`;

let beside = "";
let running: ChildProcess[] = [];
beforeEach(() => {
  beside = mkdtempSync(join(tmpdir(), "killed-"));
  running = [];
});
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  await sleep(50);
  rmSync(beside, { recursive: true, force: true });
});

/** The product with a talk in a pipe: what is typed is answered. */
function start(environment: Readonly<Record<string, string>>): {
  readonly child: ChildProcess;
  readonly answer: () => Promise<string>;
} {
  const child = spawn(
    process.execPath,
    ["--import", join(root, "node_modules/tsx/dist/loader.mjs"), join(root, "adapters/start.ts")],
    { cwd: beside, env: { PATH: process.env["PATH"], HOME: beside, ...environment } },
  );
  running.push(child);
  let shown = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (shown += text));
  return {
    child,
    answer: async () => {
      shown = "";
      child.stdin.write(QUESTION);
      while (!/\n.+\n.+\n/u.test(shown)) await sleep(20);
      return shown.trim().split("\n")[0] ?? "";
    },
  };
}

it("answers in a talk from what the folder holds by then", async () => {
  const knowledge = mkdtempSync(join(beside, "knowledge-"));
  writeFileSync(join(knowledge, "port.md"), port(3));
  const { answer } = start({ KNOWLEDGE_DIR: knowledge, CACHE_DIR: "off" });
  expect(await answer()).toBe("3.4 million");
  writeFileSync(join(knowledge, "port.md"), port(5));
  while ((await answer()) !== "5.4 million") await sleep(100);
}, 60_000);

it("starts clean after it was killed while it read a folder again", async () => {
  const knowledge = mkdtempSync(join(beside, "knowledge-"));
  const environment = { KNOWLEDGE_DIR: knowledge, CACHE_DIR: join(beside, "cache") };
  const many = Array.from({ length: 2500 }, (_, i) => `Ship number ${i} carried ${i + 1} boxes to Southey.`);
  writeFileSync(join(knowledge, "ships.md"), `## Ships\n\n${many.join("\n\n")}\n`);
  writeFileSync(join(knowledge, "port.md"), port(1));
  for (const [i, delayMs] of [350, 600, 900].entries()) {
    const { child, answer } = start(environment);
    await answer();
    writeFileSync(join(knowledge, "port.md"), port(i + 2));
    writeFileSync(join(knowledge, "more.md"), `## More\n\n${many.slice(i).join("\n\n")}\n`);
    await sleep(delayMs);
    child.kill("SIGKILL");
  }
  const { status, out, err } = await runCommand("start", [], { input: QUESTION, environment });
  expect([status, err, out.split("\n")[0]]).toEqual([0, "", "4.4 million"]);
  expect(readdirSync(join(beside, "cache")).filter((name) => name.endsWith(".cache"))).toHaveLength(1);
}, 120_000);
