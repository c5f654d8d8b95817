import { setTimeout as sleep } from "node:timers/promises";
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { QuietError } from "./wires.ts";

/** How long to wait before each further try, in ms; the last goes on. */
const WAITS_MS = [100, 300, 700, 1500, 3000];

/**
 * Tries again what failed through no fault of its own: broken connections, calls that hang, 5xx. Rate limits are
 * discord.js's to wait for.
 *
 * @param attempt - Is told when nobody waits any more.
 * @param stopping - Ends further tries.
 * @throws the last error, when there is no further try.
 */
export async function tryAgain(
  attempt: (overall: AbortSignal) => Promise<void>,
  patienceMs: number,
  stopping: AbortSignal,
): Promise<void> {
  const end = performance.now() + patienceMs;
  const overall = new AbortController();
  // Not AbortSignal.timeout: that would keep what is sent in memory until it is over.
  const timer = setTimeout(() => overall.abort(), patienceMs);
  try {
    for (let tries = 0; ; tries++) {
      const error = await failureOf(attempt, overall.signal);
      if (error === null) return;
      const waitMs = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0;
      if (stopping.aborted || !isPassing(error.cause) || performance.now() + waitMs >= end) throw error.cause;
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => {});
    }
  } finally {
    clearTimeout(timer);
  }
}

async function failureOf(
  attempt: (overall: AbortSignal) => Promise<void>,
  overall: AbortSignal,
): Promise<{ readonly cause: unknown } | null> {
  try {
    await attempt(overall);
    return null;
  } catch (cause) {
    return { cause };
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  const isFinal = error instanceof DiscordAPIError || error instanceof RateLimitError || error instanceof QuietError;
  return error instanceof Error && !isFinal;
}
