import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startTelegram } from "../adapters/telegram/index.ts";
import { openDigest } from "../src/index.ts";
import type { Digest } from "../src/index.ts";
import type { Bench, BenchReport } from "./bench.ts";

/** What the bot is asked, over what network. */
const LOADS = [
  { load: "200 chats, 57 ms away", updates: 4000, chats: 200, latencyMs: 57 },
  { load: "a chat for each question", updates: 20_000, chats: 20_000, latencyMs: 0 },
] as const;

/** Answers per second over a Bot API as far away as Telegram's, and what many chats leave in memory. */
export const telegram: Bench = {
  name: "telegram",
  about: "The bot over a Bot API on loopback, in another process, that answers each call after a while",
  option: null,
  run: measureTelegram,
};

async function measureTelegram(): Promise<BenchReport> {
  const { digest } = await openDigest("knowledge");
  const rows = [];
  for (const { load, ...size } of LOADS) rows.push({ load, updates: size.updates, ...(await serve(digest, size)) });
  return {
    tables: [
      {
        name: "telegram",
        columns: [
          { key: "load", label: "" },
          { key: "updates", label: "updates" },
          { key: "answersPerSecond", label: "answers/s" },
          { key: "heapGrowthMb", label: "heap growth MB", digits: 1 },
        ],
        rows,
      },
    ],
    notes: ["Heap growth is that of the whole load, after garbage collection, with the bot still running."],
  };
}

interface Size {
  readonly updates: number;
  readonly chats: number;
  readonly latencyMs: number;
}

async function serve(digest: Digest, { updates, chats, latencyMs }: Size) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "bench/slow-bot-api.ts", ...[updates, chats, latencyMs].map(String)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: port } = await lines.next();
  const dataDir = mkdtempSync(join(tmpdir(), "bench-"));
  const stopping = new AbortController();
  const quiet = (): void => {};
  global.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const ended = startTelegram({
    settings: {
      token: "1:bench",
      apiRoot: `http://127.0.0.1:${String(port)}`,
      webhook: null,
      allowedChats: null,
      admins: new Set(),
    },
    knowledge: { digest: () => digest, problems: () => [] },
    dataDir,
    port: null,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    stopping: stopping.signal,
  });
  const { value: tookMs } = await lines.next();
  global.gc?.();
  const heapGrowthMb = (process.memoryUsage().heapUsed - heapBefore) / 1e6;
  stopping.abort();
  await ended;
  child.kill();
  rmSync(dataDir, { recursive: true, force: true });
  return { answersPerSecond: (updates / Number(tookMs)) * 1000, heapGrowthMb };
}
