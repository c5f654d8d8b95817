import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Update } from "grammy/types";
import type { Log } from "../../../adapters/log.ts";
import { openInbox } from "../../../adapters/telegram/inbox.ts";
import type { Inbox } from "../../../adapters/telegram/inbox.ts";
import { openJournal } from "../../../adapters/telegram/journal.ts";

const quiet = (): void => {};
const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const updates = (from: number, to: number): Update[] =>
  Array.from({ length: to - from }, (_, i) => ({ update_id: from + i }));
let folder: string;
let stopping: AbortController;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "inbox-"));
  stopping = new AbortController();
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(handle: (update: Update) => Promise<void>): Inbox {
  return openInbox({ journal: openJournal(join(folder, "j"), log), log, handle, stopping: stopping.signal });
}

describe("the inbox", () => {
  it("begins each update once, also one that comes again while it is in work or afterwards", async () => {
    const begun: number[] = [];
    const inbox = open(async ({ update_id: id }) => void begun.push(id));
    expect(await inbox.take(updates(1, 4))).toBe(3);
    expect(await inbox.take(updates(2, 6))).toBe(2);
    await inbox.close();
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });

  it("is full with 5,000 in work, and has room again when they are done", async () => {
    let finish = quiet;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const inbox = open(async () => finished);
    await inbox.take(updates(1, 5000));
    expect(inbox.isFull()).toBe(false);
    await inbox.take(updates(5000, 5001));
    expect([inbox.isFull(), inbox.size()]).toEqual([true, 5000]);
    finish();
    await inbox.close();
    expect([inbox.isFull(), inbox.size()]).toEqual([false, 0]);
  });

  it("begins nothing new once it is stopped, and leaves it to the next start", async () => {
    const inbox = open(async () => stopping.abort());
    await inbox.take(updates(1, 4));
    await inbox.close();
    expect(openJournal(join(folder, "j"), log).unfinished).toEqual(updates(2, 4));
  });
});
