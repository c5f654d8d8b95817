import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Update } from "grammy/types";

/**
 * Remembers on disk which updates are finished, so that after a crash each is handled and none is answered twice.
 *
 * Telegram sends an update again until a request names a higher offset. That offset only ever moves past updates that
 * are finished; those beyond it that are finished too stand here.
 */
export interface Journal {
  readonly isFinished: (update: Update) => boolean;
  readonly finish: (update: Update) => void;
  /** Forgets what lies below an offset that Telegram has been told. */
  readonly forgetBelow: (offset: number) => void;
}

/** The file is written anew when so many of its lines are of no more use. */
const STALE_LINES = 10_000;

/**
 * Opens a journal; one that can't be read begins empty. An update is known by its number and a hash of its content, for
 * Telegram begins its numbers anew after a quiet week; nothing of a chat is kept.
 */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const finished = new Map(readEntries(file));
  let lines = finished.size;
  return {
    isFinished: (update) => finished.get(update.update_id) === hashOf(update),
    finish: (update) => {
      const hash = hashOf(update);
      finished.set(update.update_id, hash);
      appendFileSync(file, `${update.update_id} ${hash}\n`, { mode: 0o600 });
      lines++;
    },
    forgetBelow: (offset) => {
      for (const id of finished.keys()) if (id < offset) finished.delete(id);
      if (lines - finished.size < STALE_LINES) return;
      writeFileSync(`${file}.new`, [...finished].map(([id, hash]) => `${id} ${hash}\n`).join(""), { mode: 0o600 });
      renameSync(`${file}.new`, file);
      lines = finished.size;
    },
  };
}

function hashOf(update: Update): string {
  return createHash("sha256").update(JSON.stringify(update)).digest("base64url").slice(0, 12);
}

function readEntries(file: string): [id: number, hash: string][] {
  try {
    return [...readFileSync(file, "utf8").matchAll(/^(\d+) ([\w-]{12})$/gmu)].map(([, id = "", hash = ""]) => [
      Number(id),
      hash,
    ]);
  } catch {
    return [];
  }
}
