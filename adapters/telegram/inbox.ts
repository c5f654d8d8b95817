import { setImmediate as afterIo, setTimeout as sleep } from "node:timers/promises";
import { GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import { problemOf } from "./call-problem.ts";
import type { Journal } from "./journal.ts";

/** Takes updates in, by whichever way they come, and sees each to its end once. */
export interface Inbox {
  /**
   * Takes updates and begins those that are new; they are written down when this resolves, and Telegram may forget them.
   *
   * @returns how many were new.
   */
  readonly take: (updates: readonly Update[]) => Promise<number>;
  /** How many updates are in work. */
  readonly size: () => number;
  /** Tells whether so much is in work that no more is to be taken. */
  readonly isFull: () => boolean;
  /** Resolves when nothing is in work and all is written down. */
  readonly close: () => Promise<void>;
}

/** What an inbox needs. */
export interface InboxOptions {
  readonly journal: Journal;
  readonly log: Log;
  /** Handles an update to its end; what it throws is logged. */
  readonly handle: (update: Update) => Promise<void>;
  readonly stopping: AbortSignal;
}

/** So much may be in work: many chats that Telegram asks to wait for don't keep the others waiting. */
const MOST_IN_WORK = 5000;

/** Who blocked the bot, or put it out of a group, wants no answer: that is no trouble of ours. */
const FORBIDDEN = 403;

function tell(error: unknown, log: Log): void {
  const isUnwanted = error instanceof GrammyError && error.error_code === FORBIDDEN;
  if (isUnwanted) log.debug(problemOf(error), "an answer wasn't wanted any more");
  else log.error(problemOf(error), "an update couldn't be handled");
}

/** Opens an inbox, and begins what the last run of the bot left. */
export function openInbox({ journal, log, handle, stopping }: InboxOptions): Inbox {
  const inWork = new Set<number>();
  const toItsEnd = async (update: Update): Promise<void> => {
    try {
      await handle(update);
      journal.finish(update);
    } catch (error) {
      tell(error, log);
      // What the stop cut short is handled at the next start; what failed by itself would fail again.
      if (!stopping.aborted) journal.finish(update);
    } finally {
      inWork.delete(update.update_id);
    }
  };
  const begin = async (updates: readonly Update[]): Promise<void> => {
    for (const { update_id } of updates) inWork.add(update_id);
    for (const update of updates) {
      // What a stop leaves no time for stands in the journal.
      if (stopping.aborted) inWork.delete(update.update_id);
      else void toItsEnd(update);
      // Answering takes the processor; in between, what was answered goes out.
      await afterIo();
    }
  };
  void begin(journal.unfinished);
  return {
    take: async (updates) => {
      const fresh = updates.filter((update) => !inWork.has(update.update_id) && !journal.isKnown(update));
      if (fresh.length === 0) return 0;
      const kept = journal.accept(fresh).catch((error: unknown) => {
        log.error(problemOf(error), "the journal can't be written; check DATA_DIR, for a kill may now lose messages");
      });
      await Promise.all([kept, begin(fresh)]);
      return fresh.length;
    },
    size: () => inWork.size,
    isFull: () => inWork.size >= MOST_IN_WORK,
    close: async () => {
      while (inWork.size > 0) await sleep(10);
      await journal.close();
    },
  };
}
