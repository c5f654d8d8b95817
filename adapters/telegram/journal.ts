import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Remembers on disk which updates are finished, so that after a crash each is handled and none is answered twice.
 *
 * Telegram sends an update again until a request names a higher offset. That offset only ever moves past updates that
 * are finished; those beyond it that are finished too stand here.
 */
export interface Journal {
  readonly isFinished: (updateId: number) => boolean;
  readonly finish: (updateId: number) => void;
  /** Forgets what lies below an offset that Telegram has been told. */
  readonly forgetBelow: (offset: number) => void;
}

/** The file is written anew when so many of its lines are of no more use. */
const STALE_LINES = 10_000;

/** Opens a journal; one that can't be read begins empty. Updates are numbers alone: nothing of a chat is kept. */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const finished = new Set(readIds(file));
  let lines = finished.size;
  return {
    isFinished: (updateId) => finished.has(updateId),
    finish: (updateId) => {
      finished.add(updateId);
      appendFileSync(file, `${updateId}\n`, { mode: 0o600 });
      lines++;
    },
    forgetBelow: (offset) => {
      for (const id of finished) if (id < offset) finished.delete(id);
      if (lines - finished.size < STALE_LINES) return;
      writeFileSync(`${file}.new`, [...finished].map((id) => `${id}\n`).join(""), { mode: 0o600 });
      renameSync(`${file}.new`, file);
      lines = finished.size;
    },
  };
}

function readIds(file: string): number[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => /^\d+$/u.test(line))
      .map(Number);
  } catch {
    return [];
  }
}
