import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { startProgressBar } from "../../eval/progress-bar.ts";

function stream(isTTY: boolean): PassThrough & { readonly isTTY: boolean } {
  return Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY });
}

describe("startProgressBar", () => {
  it("draws on a terminal, and takes itself off at the end", () => {
    const terminal = stream(true);
    const bar = startProgressBar(terminal, "asking", 2);
    bar.advance();
    bar.end();
    const drawn = String(terminal.read());
    expect(drawn.startsWith(`\rasking  ${"░".repeat(30)}  0/2  0 s\u001b[K`)).toBe(true);
    expect(drawn.endsWith("\r\u001b[K")).toBe(true);
  });

  it("writes nothing to a pipe, and nothing where there is nothing to do", () => {
    const pipe = stream(false);
    const terminal = stream(true);
    for (const bar of [startProgressBar(pipe, "asking", 2), startProgressBar(terminal, "asking", 0)]) {
      bar.advance();
      bar.end();
    }
    expect([pipe.read(), terminal.read()]).toEqual([null, null]);
  });
});
