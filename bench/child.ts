import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** A finished run of a child process. */
export interface ChildRun {
  readonly output: string;
  /** From the start of the process to its first output. */
  readonly firstOutputMs: number;
  /** From the start of the process to its end. */
  readonly totalMs: number;
  readonly peakMb: number;
}

/** The repository's root: where children run, and what their paths are relative to. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const HOOK = new URL("report-peak-memory.mjs", import.meta.url).href;

/** What a child translates TypeScript with; compiled code needs nothing. */
const TRANSLATOR = ["--import", "tsx"];

/**
 * Runs Node in a process of its own and takes its times and its peak memory.
 *
 * @param args - Node's own options, the script and its arguments.
 * @param isCompiled - Whether the script is JavaScript, as the product is when it runs.
 * @throws Error when it fails; the message holds what it wrote to standard error.
 */
export async function runNode(args: readonly string[], isCompiled = false): Promise<ChildRun> {
  const begin = performance.now();
  const child = spawn(process.execPath, [...(isCompiled ? [] : TRANSLATOR), "--import", HOOK, ...args], {
    cwd: ROOT,
    env: { ...process.env, KNOWLEDGE_DIR: "knowledge" },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let firstOutputMs = 0;
  child.stdout?.once("data", () => (firstOutputMs = performance.now() - begin));
  const [output, errors, peakKb, end] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stderr as Readable),
    text(child.stdio[3] as Readable),
    new Promise<{ readonly code: number | null; readonly totalMs: number }>((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", (code) => resolve({ code, totalMs: performance.now() - begin }));
    }),
  ]);
  if (end.code !== 0) throw new Error(`node ${args.join(" ")} ended with ${end.code ?? "a signal"}:\n${errors}`);
  return { output, firstOutputMs, totalMs: end.totalMs, peakMb: Number(peakKb) / 1024 };
}
