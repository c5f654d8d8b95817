import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createProgressBar } from "../../adapters/progress-bar.ts";

/** A terminal that remembers what was written, and a clock that is set by hand. */
function terminal(environment: Readonly<Record<string, string>> = {}, isTTY = true) {
  const written: string[] = [];
  const stream = Object.assign(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written.push(chunk.toString());
        done();
      },
    }),
    { isTTY },
  );
  let time = 0;
  const bar = createProgressBar(stream, environment, () => time);
  return { bar, written, at: (ms: number) => (time = ms) };
}

describe("the progress bar", () => {
  it("isn't drawn in the first second, then at most ten times a second, and goes away", () => {
    const { bar, written, at } = terminal();
    at(999);
    bar.show({ step: "reading", done: 1, total: 4 });
    expect(written).toEqual([]);
    at(1000);
    bar.show({ step: "reading", done: 2, total: 4 });
    at(1099);
    bar.show({ step: "reading", done: 3, total: 4 });
    at(1100);
    bar.show({ step: "indexing", done: 4, total: 4 });
    bar.end();
    bar.end();
    expect(written).toEqual([
      "\r\u001b[KReading issues ████████████░░░░░░░░░░░░  50%",
      "\r\u001b[KIndexing facts ████████████████████████ 100%",
      "\r\u001b[K",
    ]);
  });

  it("shows how many files have been imported", () => {
    const { bar, written, at } = terminal();
    at(1000);
    bar.show({ step: "importing", done: 1, total: 4 });
    expect(written).toEqual(["\r\u001b[KImporting      ██████░░░░░░░░░░░░░░░░░░  25%"]);
  });

  it("leaves no trace where opening was fast", () => {
    const { bar, written } = terminal();
    bar.show({ step: "deriving", done: 0, total: 0 });
    bar.end();
    expect(written).toEqual([]);
  });

  it.each([
    ["a pipe", {}, false],
    ["a dumb terminal", { TERM: "dumb" }, true],
  ])("isn't drawn on %s", (_what, environment, isTTY) => {
    const { bar, written, at } = terminal(environment, isTTY);
    at(5000);
    bar.show({ step: "deriving", done: 1, total: 2 });
    bar.end();
    expect(written).toEqual([]);
  });
});
