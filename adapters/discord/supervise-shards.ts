import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { extname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Shard } from "discord.js";
import { ShardingManager } from "discord.js";
import { UsageError } from "../command-line.ts";
import type { Log } from "../log.ts";
import { safeError } from "./safe-error.ts";

/** A shard has so long to load the digest and log in. */
const READY_MS = 120_000;
/** At a stop, shards have so long to finish. */
const FINISHING_MS = 8500;
/** How long to wait before a shard that ended is started again; the last goes on. */
const WAITS_MS = [1000, 5000, 30_000, 120_000];

/** What shards are run with. */
export interface Shards {
  readonly count: number;
  /** How long after one login the next may begin. */
  readonly delayMs: number;
  /** The port of shard 0; the others follow. */
  readonly port: number | null;
  readonly token: string;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

/**
 * Runs a process for each shard until it is stopped, and starts again those that end.
 *
 * @throws UsageError when one ended with 2: what ended it would end it again.
 */
export async function superviseShards({ count, delayMs, port, token, log, stopping }: Shards): Promise<void> {
  const start = fileURLToPath(new URL(`../start${extname(import.meta.filename)}`, import.meta.url));
  const manager = new ShardingManager(start, { token, totalShards: count, respawn: false, execArgv: process.execArgv });
  // Shards serve Discord alone: another process would take Telegram's updates away.
  process.env["TELEGRAM_BOT_TOKEN"] = "";
  const refused = new AbortController();
  const over = AbortSignal.any([stopping, refused.signal]);
  const login = inTurn(delayMs, over);

  const spawn = (shard: Shard): void => {
    login(async () => {
      await shard
        .spawn(READY_MS)
        .catch((error: unknown) => log.warn({ err: safeError(error), shard: shard.id }, "a shard didn't come up"));
    });
  };
  const startAgain = (shard: Shard, waitMs: number): void => {
    sleep(waitMs, undefined, { signal: over }).then(
      () => spawn(shard),
      () => {},
    );
  };
  for (let id = 0; id < count; id++) {
    // A shard takes the environment as it is when the shard is made.
    if (port !== null) process.env["PORT"] = String(port + id);
    const shard = manager.createShard(id);
    let deaths = 0;
    shard.on("death", (child) => {
      const { exitCode } = child as ChildProcess;
      if (over.aborted) return;
      if (exitCode === 2) return refused.abort();
      const waitMs = WAITS_MS[Math.min(deaths++, WAITS_MS.length - 1)] ?? 0;
      log.error({ shard: id, exitCode, waitMs }, "a shard ended; it is started again");
      startAgain(shard, waitMs);
    });
    spawn(shard);
  }
  if (!over.aborted) await once(over, "abort");
  await endShards([...manager.shards.values()]);
  if (refused.signal.aborted) throw new UsageError("a shard can't go on; its message above says why");
}

/** Lets logins begin one after the other with a pause between them, those of shards that are started again too. */
function inTurn(delayMs: number, over: AbortSignal): (login: () => Promise<void>) => void {
  let last: Promise<unknown> = Promise.resolve();
  let endOfLast = -Infinity;
  const run = async (login: () => Promise<void>, before: Promise<unknown>): Promise<void> => {
    await before;
    await sleep(Math.max(0, endOfLast + delayMs - performance.now()), undefined, { signal: over }).catch(() => {});
    if (!over.aborted) await login();
    endOfLast = performance.now();
  };
  return (login) => {
    last = run(login, last);
  };
}

/** A shard stops when the channel to it is closed, whatever signals reach it; one that hangs is ended. */
async function endShards(shards: readonly Shard[]): Promise<void> {
  const children = shards.flatMap(({ process: child }) => (child === null ? [] : [child]));
  const ended = children.map(async (child) => (child.exitCode === null ? once(child, "exit") : null));
  for (const child of children) if (child.connected) child.disconnect();
  await Promise.race([Promise.all(ended), sleep(FINISHING_MS, undefined, { ref: false })]);
  for (const child of children) if (child.exitCode === null) child.kill("SIGKILL");
}
