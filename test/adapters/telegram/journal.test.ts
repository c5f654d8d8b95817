import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Update } from "grammy/types";
import type { Log } from "../../../adapters/log.ts";
import { openJournal } from "../../../adapters/telegram/journal.ts";
import type { Journal } from "../../../adapters/telegram/journal.ts";

const folder = mkdtempSync(join(tmpdir(), "journal-"));
const file = join(folder, "telegram.journal");
const update = (id: number, text: string): Update => ({ update_id: id, poll: { question: text } }) as unknown as Update;
const told: string[] = [];
const tell = (_fields: object, message: string): void => void told.push(message);
const log: Log = { debug: tell, info: tell, warn: tell, error: tell };
const open = (): Journal => openJournal(file, log);
const afterMarks = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

afterEach(() => {
  rmSync(file, { force: true });
  told.length = 0;
});

describe("the journal", () => {
  it("has after a kill what was accepted and not finished, in order, and knows what was", async () => {
    const journal = open();
    await journal.accept([update(7, "a"), update(8, "b"), update(9, "c")]);
    journal.finish(update(8, "b"));
    await afterMarks();
    const again = open();
    expect(again.unfinished).toEqual([update(7, "a"), update(9, "c")]);
    expect([update(7, "a"), update(8, "b"), update(10, "d")].map(again.isKnown)).toEqual([true, true, false]);
  });

  it("takes another update of the same number for a new one, for numbers begin anew", async () => {
    const journal = open();
    await journal.accept([update(7, "a")]);
    journal.finish(update(7, "a"));
    expect([journal.isKnown(update(7, "a")), journal.isKnown(update(7, "other"))]).toEqual([true, false]);
  });

  it("passes over a line that a kill cut off, and goes on below it", async () => {
    await open().accept([update(7, "a")]);
    appendFileSync(file, '+1 {"update_id":8,"po');
    const again = open();
    await again.accept([update(9, "c")]);
    expect(open().unfinished).toEqual([update(7, "a"), update(9, "c")]);
  });

  it("lets go of an update that was begun three times and never finished, and says so", async () => {
    await open().accept([update(7, "a")]);
    expect([open().unfinished.length, open().unfinished.length, told.length]).toEqual([1, 1, 0]);
    expect(open().unfinished).toEqual([]);
    expect(told).toEqual(["an update was begun 3 times and never finished; it is let go"]);
  });

  it("counts no stop against what it cut short", async () => {
    await open().accept([update(7, "a")]);
    for (let stop = 0; stop < 5; stop++) await open().close();
    expect(open().unfinished).toHaveLength(1);
  });

  it("stays small, keeps what is pending, and is for its owner alone", async () => {
    const journal = open();
    const pending = update(1, "kept");
    await journal.accept([pending]);
    for (let id = 2; id < 5000; id++) {
      const one = update(id, "x".repeat(2000));
      void journal.accept([one]);
      journal.finish(one);
    }
    await journal.accept([update(5000, "last")]);
    await afterMarks();
    expect(statSync(file).size).toBeLessThan(5_000_000);
    expect(open().unfinished).toEqual([pending, update(5000, "last")]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8").split("\n").length).toBeLessThan(2010);
  });
});
