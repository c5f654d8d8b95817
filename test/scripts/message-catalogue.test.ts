import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../scripts/message-catalogue.ts";

/** A compiled catalogue: its head, its two tables, its texts. */
function catalogueOf(pairs: readonly (readonly [string, string])[]): Buffer {
  const head = 20;
  const texts = [...pairs.map(([message]) => message), ...pairs.map(([, translation]) => translation)];
  const table = Buffer.alloc(8 * texts.length);
  let at = head + table.length;
  for (const [i, text] of texts.entries()) {
    table.writeUInt32LE(Buffer.byteLength(text), 8 * i);
    table.writeUInt32LE(at, 8 * i + 4);
    at += Buffer.byteLength(text);
  }
  const start = Buffer.alloc(head);
  for (const [i, word] of [0x950412de, 0, pairs.length, head, head + 8 * pairs.length].entries())
    start.writeUInt32LE(word, 4 * i);
  return Buffer.concat([start, table, Buffer.from(texts.join(""))]);
}

describe("readCatalogue", () => {
  it("reads messages without their context, the first of those that differ by it alone", () => {
    const file = catalogueOf([
      ["", "Language: zh"],
      ["City in Elmland\u0004Oakport", "橡港"],
      ["City in Ashland\u0004Oakport", "栎港"],
      ["Łęk", "温克"],
    ]);
    expect([...readCatalogue(file)]).toEqual([
      ["Oakport", "橡港"],
      ["Łęk", "温克"],
    ]);
  });

  it("says so where a file is none", () => {
    expect(() => readCatalogue(Buffer.alloc(20))).toThrow("no little-endian .mo file");
  });
});
