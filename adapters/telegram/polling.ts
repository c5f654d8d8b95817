import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import { GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { UsageError } from "../command-line.ts";
import type { Log } from "../log.ts";
import type { Journal } from "./journal.ts";

/** What the bot wants to hear of. */
export const ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "inline_query"] as const;

/** How long Telegram holds a poll open, in seconds: short, so that one that hangs is soon noticed. */
const POLL_S = 3;
/** How many updates a poll brings at most; also how many are handled at the same time. */
const MOST_UPDATES = 100;
/** How long to wait after a poll that failed, in ms; the last goes on. */
const WAITS_MS = [300, 700, 1500, 3000];
/** Another bot with the same token may only be the one that this one replaces: so many polls it has to go away. */
const CONFLICTS = 8;

/** What polling needs. */
export interface PollingOptions {
  readonly api: Api;
  readonly journal: Journal;
  readonly log: Log;
  /** Handles an update to its end; what it throws is logged. */
  readonly handle: (update: Update) => Promise<void>;
  readonly stopping: AbortSignal;
}

/**
 * Fetches updates until it is stopped, and then waits for those in work.
 *
 * The offset that Telegram is told never passes an update that isn't finished: after a crash they come again, and the
 * journal knows which of them are finished. So every update is handled, and answered once.
 *
 * @throws UsageError for a token that Telegram doesn't know, or that another process polls with.
 */
export async function poll({ api, journal, log, handle, stopping }: PollingOptions): Promise<void> {
  const inWork = new Map<number, Promise<void>>();
  const cutShort: number[] = [];
  let next = 0;
  let failures = 0;
  let conflicts = 0;
  const begin = (update: Update): void => {
    inWork.set(update.update_id, toItsEnd(update));
  };
  const toItsEnd = async (update: Update): Promise<void> => {
    try {
      await handle(update);
      journal.finish(update);
    } catch (error) {
      log.error({ err: error }, "an update couldn't be handled");
      // What the stop cut short is handled at the next start; what failed by itself would fail again.
      if (stopping.aborted) cutShort.push(update.update_id);
      else journal.finish(update);
    } finally {
      inWork.delete(update.update_id);
    }
  };
  while (!stopping.aborted) {
    const offset = inWork.size === 0 ? next : Math.min(...inWork.keys());
    try {
      const updates = await api.getUpdates(
        { offset, limit: MOST_UPDATES, timeout: inWork.size === 0 ? POLL_S : 0, allowed_updates: [...ALLOWED_UPDATES] },
        stopping as Parameters<Api["getUpdates"]>[1],
      );
      journal.forgetBelow(offset);
      failures = conflicts = 0;
      const fresh = updates.filter((update) => !journal.isFinished(update) && !inWork.has(update.update_id));
      next = Math.max(next, ...updates.map(({ update_id }) => update_id + 1));
      fresh.forEach(begin);
      // Nothing new beside what is in work: asking again at once would only bring the same.
      if (fresh.length === 0 && inWork.size > 0) await Promise.race([...inWork.values(), sleep(200)]);
    } catch (error) {
      if (stopping.aborted) break;
      if (error instanceof GrammyError && error.error_code === 409) conflicts++;
      refuseToGoOn(error, conflicts);
      log.warn({ err: error }, "Telegram can't be reached; trying again");
      await sleep(waitAfter(error, failures++), undefined, { signal: stopping }).catch(() => {});
    }
  }
  await Promise.all(inWork.values());
  if (next > 0) await api.getUpdates({ offset: Math.min(next, ...cutShort), limit: 1, timeout: 0 }).catch(() => {});
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
