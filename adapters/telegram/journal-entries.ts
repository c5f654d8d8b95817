import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Update } from "grammy/types";

/** What a journal knows. */
export interface JournalEntries {
  readonly pending: Map<number, PendingUpdate>;
  /** Hashes by the update's number, the oldest first. */
  readonly finished: Map<number, string>;
}

/** An update that isn't finished. */
export interface PendingUpdate {
  readonly update: Update;
  readonly hash: string;
  /** How often the bot began it, over its starts. */
  readonly begun: number;
}

/** So many finished updates are known, should Telegram send one again: it does where it wasn't told that it arrived. */
const FINISHED_KNOWN = 1000;

/** Tells updates of the same number apart, for Telegram begins its numbers anew after a quiet week. */
export function hashOf(update: Update): string {
  return createHash("sha256").update(JSON.stringify(update)).digest("base64url").slice(0, 12);
}

/** `+1 {"update_id":7,…}`: accepted, and begun once. */
export function acceptedLine({ update, begun }: Pick<PendingUpdate, "update" | "begun">): string {
  return `+${begun} ${JSON.stringify(update)}\n`;
}

/** `-7 Ab3dE9xyQw12`: finished. */
export function finishedLine(id: number, hash: string): string {
  return `-${id} ${hash}\n`;
}

/** Notes that an update is finished, and forgets which one was finished longest ago. */
export function settle(id: number, hash: string, { pending, finished }: JournalEntries): void {
  pending.delete(id);
  finished.delete(id);
  finished.set(id, hash);
  for (const oldest of finished.keys()) {
    if (finished.size <= FINISHED_KNOWN) break;
    finished.delete(oldest);
  }
}

/** Reads a journal's file; what can't be read, such as a line cut off by a kill, is passed over. */
export function readEntries(file: string): JournalEntries {
  const entries: JournalEntries = { pending: new Map(), finished: new Map() };
  for (const line of linesOf(file)) {
    const { begun, json, id, hash } =
      /^(?:\+(?<begun>\d+) (?<json>.+)|-(?<id>\d+) (?<hash>[\w-]{12}))$/u.exec(line)?.groups ?? {};
    if (id !== undefined && hash !== undefined) settle(Number(id), hash, entries);
    const update = json === undefined ? null : parseUpdate(json);
    if (update !== null) entries.pending.set(update.update_id, { update, hash: hashOf(update), begun: Number(begun) });
  }
  return entries;
}

/** Writes the file anew, so that at any moment it is the old one or the new one, and leaves it open for more. */
export function writeEntries(file: string, { pending, finished }: JournalEntries): number {
  const lines = [
    ...[...finished].map(([id, hash]) => finishedLine(id, hash)),
    ...[...pending.values()].map(acceptedLine),
  ];
  const descriptor = openSync(`${file}.new`, "w", 0o600);
  try {
    writeFileSync(descriptor, lines.join(""));
    fsyncSync(descriptor);
    renameSync(`${file}.new`, file);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Reads an update from JSON; null for anything else. */
export function parseUpdate(json: string): Update | null {
  try {
    const update: unknown = JSON.parse(json);
    return isUpdate(update) ? update : null;
  } catch {
    return null;
  }
}

/** Tells whether a value has what every update has. */
export function isUpdate(value: unknown): value is Update {
  return typeof value === "object" && value !== null && "update_id" in value && Number.isSafeInteger(value.update_id);
}
