import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import { GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { UsageError } from "../command-line.ts";
import type { Log } from "../log.ts";
import { problemOf } from "./call-problem.ts";
import type { Inbox } from "./inbox.ts";
import { isUpdate } from "./journal-entries.ts";

/** What the bot wants to hear of. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
  "message_reaction",
] as const;

/** How long Telegram holds a poll open, in seconds: short, so that one that hangs is soon noticed. */
const POLL_S = 3;
/** How many updates a poll brings at most. */
const MOST_UPDATES = 100;
/** How long to wait after a poll that failed, in ms; the last goes on. */
const WAITS_MS = [300, 700, 1500, 3000];
/** A server that doesn't hold polls open is asked again after a while, in ms. */
const UNHELD_MS = 50;
/** How often to look whether a full inbox has room again, in ms. */
const FULL_MS = 100;
/** Another bot with the same token may only be the one that this one replaces: so many polls it has to go away. */
const CONFLICTS = 8;
/** At the end Telegram is told what arrived, if it listens so long, in ms. */
const FAREWELL_MS = 1500;

/** What polling needs. */
export interface PollingOptions {
  readonly api: Api;
  readonly inbox: Inbox;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

/**
 * Fetches updates until it is stopped. Telegram is told that one arrived when it is written down, not when it is
 * finished: a chat that has to wait keeps no other waiting.
 *
 * @throws UsageError for a token that Telegram doesn't know, or that another process polls with.
 */
export async function poll({ api, inbox, log, stopping }: PollingOptions): Promise<void> {
  let offset = 0;
  let failures = 0;
  let conflicts = 0;
  while (!stopping.aborted) {
    try {
      const beginMs = performance.now();
      const updates = await fetchUpdates(api, offset, POLL_S, stopping);
      failures = conflicts = 0;
      const taken = await inbox.take(updates);
      if (taken === 0 && performance.now() - beginMs < UNHELD_MS) await sleep(UNHELD_MS);
      // Not the highest so far: after a quiet week the numbers may begin anew, lower.
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      while (inbox.isFull() && !stopping.aborted) await sleep(FULL_MS);
    } catch (error) {
      if (stopping.aborted) break;
      if (error instanceof GrammyError && error.error_code === 409) conflicts++;
      refuseToGoOn(error, conflicts);
      log.warn(problemOf(error), "Telegram can't be reached; trying again");
      await sleep(waitAfter(error, failures++), undefined, { signal: stopping }).catch(() => {});
    }
  }
  if (offset > 0) await fetchUpdates(api, offset, 0, AbortSignal.timeout(FAREWELL_MS)).catch(() => {});
}

async function fetchUpdates(api: Api, offset: number, timeout: number, signal: AbortSignal): Promise<Update[]> {
  const updates: unknown = await api.getUpdates(
    { offset, limit: MOST_UPDATES, timeout, allowed_updates: [...ALLOWED_UPDATES] },
    signal as Parameters<Api["getUpdates"]>[1],
  );
  return Array.isArray(updates) ? updates.filter(isUpdate) : [];
}

/**
 * Ends what trying again can't mend.
 *
 * @param conflicts - How many polls in a row another poller took away.
 * @throws UsageError with what the operator has to do.
 */
export function refuseToGoOn(error: unknown, conflicts: number): void {
  if (!(error instanceof GrammyError)) return;
  if (error.error_code === 401 || error.error_code === 404)
    throw new UsageError("TELEGRAM_BOT_TOKEN isn't known to Telegram; copy it again from @BotFather");
  if (conflicts >= CONFLICTS)
    throw new UsageError(
      "another process is polling with this TELEGRAM_BOT_TOKEN; stop it, or give this one a token of its own",
    );
}

function waitAfter(error: unknown, failures: number): number {
  if (error instanceof GrammyError && error.error_code === 429) return (error.parameters.retry_after ?? 1) * 1000;
  return WAITS_MS[Math.min(failures, WAITS_MS.length - 1)] ?? 0;
}
