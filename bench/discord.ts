import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startDiscord } from "../adapters/discord/index.ts";
import { openDigest } from "../src/index.ts";
import type { Digest } from "../src/index.ts";
import type { Bench, BenchReport } from "./bench.ts";

/** How many interactions come at once. */
const BURSTS = [200, 2000] as const;

/** How long Discord waits for the acknowledgement of an interaction when many come at once. */
export const discord: Bench = {
  name: "discord",
  about: "Slash commands that come at once, over a Discord on loopback in another process",
  option: null,
  run: measureDiscord,
};

async function measureDiscord(): Promise<BenchReport> {
  const { digest } = await openDigest("knowledge");
  const rows = [];
  for (const interactions of BURSTS) rows.push({ interactions, ...(await serveBurst(digest, interactions)) });
  return {
    tables: [
      {
        name: "discord",
        columns: [
          { key: "interactions", label: "interactions" },
          { key: "medianMs", label: "acknowledged, median ms" },
          { key: "lastMs", label: "the last, ms" },
          { key: "late", label: "late" },
          { key: "answeredMs", label: "all answered, ms" },
        ],
        rows,
      },
    ],
    notes: [
      "Discord gives up an interaction that isn't acknowledged in 3,000 ms, and waits 15 minutes for its answer.",
    ],
  };
}

interface Burst {
  readonly medianMs: number;
  readonly lastMs: number;
  /** How many weren't acknowledged in 3 s. */
  readonly late: number;
  readonly answeredMs: number;
}

async function serveBurst(digest: Digest, interactions: number): Promise<Burst> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/burst-discord.ts", String(interactions)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: port } = await lines.next();
  const dataDir = mkdtempSync(join(tmpdir(), "bench-"));
  const stopping = new AbortController();
  const quiet = (): void => {};
  const ended = startDiscord({
    settings: {
      token: "bench",
      applicationId: null,
      apiRoot: `http://127.0.0.1:${String(port)}/api`,
      allowedGuilds: null,
      admins: new Set(),
    },
    knowledge: { digest: () => digest, problems: () => [] },
    dataDir,
    port: null,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    stopping: stopping.signal,
  });
  const { value: result } = await lines.next();
  stopping.abort();
  await ended;
  child.kill();
  rmSync(dataDir, { recursive: true, force: true });
  return JSON.parse(String(result)) as Burst;
}
