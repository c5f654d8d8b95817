import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Log } from "../adapters/log.ts";
import type { ServedKnowledge } from "../adapters/served-knowledge.ts";
import type { Digest } from "../src/index.ts";

/** What a surface is started with, whatever its platform. */
interface Surroundings {
  readonly knowledge: ServedKnowledge;
  readonly dataDir: string;
  readonly port: null;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

/** A surface over a platform's server in another process. */
interface Service {
  /** Starts the surface; resolves when it has ended. The origin is the server's, as in `http://127.0.0.1:4000`. */
  readonly start: (origin: string, surroundings: Surroundings) => Promise<void>;
  /** A script in `bench/` that serves the platform, and its arguments. It prints its port first, then what it measured. */
  readonly server: readonly [script: string, ...args: number[]];
}

/**
 * Runs a surface while something is measured, then ends both.
 *
 * @param measure Is handed the next line that the server prints.
 */
export async function overLoopback<T>(
  digest: Digest,
  { start, server: [script, ...args] }: Service,
  measure: (nextLine: () => Promise<string>) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, ["--import", "tsx", `bench/${script}`, ...args.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => String((await lines.next()).value);
  const port = await nextLine();
  const dataDir = mkdtempSync(join(tmpdir(), "bench-"));
  const stopping = new AbortController();
  const quiet = (): void => {};
  const ended = start(`http://127.0.0.1:${port}`, {
    knowledge: { digest: () => digest, problems: () => [] },
    dataDir,
    port: null,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    stopping: stopping.signal,
  });
  const measured = await measure(nextLine);
  stopping.abort();
  await ended;
  child.kill();
  rmSync(dataDir, { recursive: true, force: true });
  return measured;
}
