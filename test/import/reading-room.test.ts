import { afterEach, describe, expect, it } from "vitest";
import { openReadingRoom } from "../../import/reading-room.ts";
import type { ReadingRoom } from "../../import/reading-room.ts";
import type { ReadingTask } from "../../import/reading-thread.ts";

const task = (text: string): ReadingTask => ({
  format: "text",
  bytes: new TextEncoder().encode(text),
  hints: { fileName: "note.txt", isWeekly: false },
});
const QUICK = "Shop opens\n\nThe shop opened on Monday.";
/** So many paragraphs, all of them about something else, take a while. */
const SLOW = Array.from({ length: 60_000 }, (_, i) => `Title ${i}\n\nText number ${i} is here.`).join("\n\n");
let room: ReadingRoom;

afterEach(() => room.close());

describe("a reading room", () => {
  it("gives a file up when it takes too long, and reads the next one", async () => {
    room = openReadingRoom({ seconds: 0.5, memoryMb: 4000 });
    await expect(room.read(task(SLOW))).rejects.toThrow(
      "takes longer than 0.5 s to read; divide it and import the parts",
    );
    room = openReadingRoom({ seconds: 60, memoryMb: 4000 });
    expect(await room.read(task(QUICK))).toMatchObject([{ articles: [{ title: "Shop opens" }] }]);
  });

  it("gives a file up when it takes too much memory", async () => {
    room = openReadingRoom({ seconds: 60, memoryMb: 20 });
    await expect(room.read(task(SLOW))).rejects.toThrow(
      "takes more than 20 MB of memory to read; divide it and import the parts",
    );
  });

  it("passes on why a reader refuses a file", async () => {
    room = openReadingRoom();
    await expect(room.read(task(" \n "))).rejects.toThrow("holds no text; check that it is the right file");
    expect(await room.read(task(QUICK))).toHaveLength(1);
  });
});
