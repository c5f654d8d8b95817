import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Update } from "grammy/types";
import { openJournal } from "../../../adapters/telegram/journal.ts";

const folder = mkdtempSync(join(tmpdir(), "journal-"));
const file = join(folder, "telegram.journal");
const update = (id: number, date: number): Update => ({ update_id: id, poll: { date } }) as unknown as Update;

afterEach(() => rmSync(file, { force: true }));

describe("the journal", () => {
  it("knows after a restart what was finished", () => {
    openJournal(file).finish(update(7, 1));
    const again = openJournal(file);
    expect([again.isFinished(update(7, 1)), again.isFinished(update(8, 1))]).toEqual([true, false]);
  });

  it("takes another update of the same number for a new one, for numbers begin anew", () => {
    openJournal(file).finish(update(7, 1));
    expect(openJournal(file).isFinished(update(7, 2))).toBe(false);
  });

  it("forgets what lies below an offset", () => {
    const journal = openJournal(file);
    journal.finish(update(7, 1));
    journal.forgetBelow(8);
    expect(journal.isFinished(update(7, 1))).toBe(false);
  });
});
