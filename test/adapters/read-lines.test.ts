import { Readable } from "node:stream";
import { array, assert as assertProperty, asyncProperty, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "../../adapters/read-lines.ts";
import type { Line } from "../../adapters/read-lines.ts";

async function linesOf(chunks: readonly (string | Buffer)[], longest?: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(Readable.from(chunks, { objectMode: false }), longest)) lines.push(line);
  return lines;
}

describe("readLines", () => {
  it("ends a line at a line feed only, and drops a carriage return and a byte order mark", async () => {
    const lines = await linesOf(["\ufeffone\r\ntwo\u2028three\n\nlast"]);
    expect(lines.map(({ text }) => text)).toEqual(["one", "two\u2028three", "", "last"]);
  });

  it("puts a character together that arrives in two pieces", async () => {
    const bytes = Buffer.from("进口\n");
    expect(await linesOf([bytes.subarray(0, 2), bytes.subarray(2)])).toEqual([{ text: "进口", isCut: false }]);
  });

  it("cuts a long line, says so and reads the next one whole", async () => {
    expect(await linesOf(["123", "456", "789\nok\n"], 5)).toEqual([
      { text: "12345", isCut: true },
      { text: "ok", isCut: false },
    ]);
  });

  it("reads the same lines however they arrive", async () => {
    await assertProperty(
      asyncProperty(array(stringMatching(/^[a-z进\n]{1,8}$/u), { maxLength: 12 }), async (chunks) => {
        const whole = chunks.join("");
        const expected = whole.split("\n").slice(0, whole.endsWith("\n") || whole === "" ? -1 : undefined);
        expect((await linesOf(chunks)).map(({ text }) => text)).toEqual(expected);
      }),
    );
  });
});
