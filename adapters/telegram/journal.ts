import { appendFileSync, closeSync, fdatasync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import { acceptedLine, finishedLine, hashOf, readEntries, settle, writeEntries } from "./journal-entries.ts";
import type { JournalEntries } from "./journal-entries.ts";

/**
 * Keeps updates on disk from when they are accepted until they are finished, so that Telegram may forget them at once
 * and nothing is lost or answered twice: not by a stop, a kill or a power cut.
 */
export interface Journal {
  /** What was accepted and not finished when the bot ended last, oldest first. */
  readonly unfinished: readonly Update[];
  /** Tells whether an update was accepted before, finished or not. */
  readonly isKnown: (update: Update) => boolean;
  /** Writes updates down; they are safe when this resolves. */
  readonly accept: (updates: readonly Update[]) => Promise<void>;
  readonly finish: (update: Update) => void;
  readonly close: () => Promise<void>;
}

/** The file is written anew, without what is of no more use, after so many characters. */
const MOST_WRITTEN = 4_000_000;
/** An update that was begun so often and never finished may be what ends the bot. */
const MOST_BEGUN = 3;

/** Opens a journal in a file, which is made where there is none. */
export function openJournal(file: string, log: Log): Journal {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const entries = readEntries(file);
  beginAgain(entries, log);
  const lines = openLines(file, entries);
  let marks = "";
  const writeMarks = (): void => {
    const due = marks;
    marks = "";
    try {
      if (due !== "") lines.write(due);
    } catch (error) {
      log.error({ err: error }, "the journal can't be written; a restart may answer twice");
    }
  };
  return {
    unfinished: [...entries.pending.values()].map(({ update }) => update),
    isKnown: (update) => {
      const { update_id: id } = update;
      const known = entries.pending.get(id)?.hash ?? entries.finished.get(id);
      return known !== undefined && known === hashOf(update);
    },
    accept: async (updates) => {
      const accepted = updates.map((update) => ({ update, hash: hashOf(update), begun: 1 }));
      for (const one of accepted) entries.pending.set(one.update.update_id, one);
      lines.write(accepted.map(acceptedLine).join(""));
      return lines.sync();
    },
    finish: (update) => {
      const id = update.update_id;
      const hash = entries.pending.get(id)?.hash ?? hashOf(update);
      settle(id, hash, entries);
      // What ends at the same moment is written at once.
      if (marks === "") setImmediate(writeMarks);
      marks += finishedLine(id, hash);
    },
    close: async () => {
      writeMarks();
      // What a stop cut short didn't end the bot.
      for (const [id, one] of entries.pending) entries.pending.set(id, { ...one, begun: 0 });
      await lines.close();
    },
  };
}

/** Counts one more start for each update that is left, and lets go of those with too many. */
function beginAgain(entries: JournalEntries, log: Log): void {
  for (const [id, { update, hash, begun }] of entries.pending) {
    entries.pending.set(id, { update, hash, begun: begun + 1 });
    if (begun < MOST_BEGUN) continue;
    log.error({ update: id }, `an update was begun ${begun} times and never finished; it is let go`);
    settle(id, hash, entries);
  }
}

/** A file that lines are added to, and that is written anew when it has grown. */
interface Lines {
  readonly write: (lines: string) => void;
  /** Resolves when all that was written is safe. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const syncData = promisify(fdatasync);

function openLines(file: string, entries: JournalEntries): Lines {
  let descriptor = writeEntries(file, entries);
  let written = 0;
  let turn: Promise<void> = Promise.resolve();
  let nextTurn: Promise<void> | null = null;
  const writeAnew = (): void => {
    const former = descriptor;
    descriptor = writeEntries(file, entries);
    written = 0;
    turn = turn.then(() => closeSync(former));
  };
  const syncAfter = async (former: Promise<void>): Promise<void> => {
    await former;
    nextTurn = null;
    await syncData(descriptor);
  };
  return {
    write: (lines) => {
      appendFileSync(descriptor, lines);
      written += lines.length;
      if (written > MOST_WRITTEN) writeAnew();
    },
    // Who asks while the disk is busy shares the next turn with all others who do.
    sync: async () => {
      if (nextTurn !== null) return nextTurn;
      nextTurn = syncAfter(turn);
      turn = nextTurn.catch(() => {});
      return nextTurn;
    },
    close: async () => {
      writeAnew();
      await turn;
      closeSync(descriptor);
    },
  };
}
