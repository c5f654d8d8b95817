import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../import/clean-text.ts";
import { decodeText } from "../../import/decode-text.ts";

const TEXT = "春茶开采，首日1260公斤。";
const utf16 = (text: string, isBigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes);
};

describe("decodeText", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(TEXT)],
    ["UTF-8", new TextEncoder().encode(`\ufeff${TEXT}`)],
    ["UTF-16LE", utf16(TEXT, false)],
    ["UTF-16BE", utf16(TEXT, true)],
  ])("reads %s", async (encoding, bytes) => {
    expect(await decodeText(bytes)).toEqual({ text: TEXT, encoding });
  });

  it("finds GB18030 by its statistics", async () => {
    const bytes = readFileSync(join(import.meta.dirname, "../fixtures/import/zh-indented.gb18030.txt"));
    const { text, encoding } = await decodeText(new Uint8Array(bytes));
    expect(encoding).toBe("GB18030");
    expect(text).toContain("北湾港务集团3月16日发布数据");
  });

  it("doesn't take the quotation marks of an old English text for Chinese", async () => {
    const english = "The mayor said \u0093yes\u0094 to the caf\u00e9, and the council\u0092s vote was 9 to 4.";
    const { text } = await decodeText(Uint8Array.from(english, (char) => char.charCodeAt(0)));
    expect(cleanText(text)).toBe("The mayor said “yes” to the café, and the council’s vote was 9 to 4.");
  });

  it("refuses what holds NUL bytes", async () => {
    await expect(decodeText(new TextEncoder().encode("a\0b"))).rejects.toThrow(
      "holds NUL bytes, so it isn't text; save it as UTF-8 text",
    );
  });

  it("refuses bytes that are valid in no encoding that they look like", async () => {
    await expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]))).rejects.toThrow(
      "is in no encoding that can be told; save it as UTF-8",
    );
  });
});
