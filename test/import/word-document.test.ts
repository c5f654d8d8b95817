import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readWordDocument } from "../../import/word-document.ts";
import { asLines, readBytes } from "./as-lines.ts";
import { makeWord, wordParagraph } from "./made-files.ts";
import type { WordParagraph } from "./made-files.ts";

const paragraphs = (...all: readonly WordParagraph[]): string => all.map(wordParagraph).join("");
const read = (file: Uint8Array) => readBytes(readWordDocument, file, "2026-03 notes.docx");

/** So much of one byte packs well, and is more than may be unpacked. */
const BOMB_BYTES = 33 * 1024 * 1024;
const bomb = makeWord(wordParagraph({ text: "x" }), { "word/bomb.xml": new Uint8Array(BOMB_BYTES) });

describe("readWordDocument", () => {
  it("reads titles and headings by their styles, and tables", async () => {
    const cell = (text: string): string => `<w:tc>${wordParagraph({ text })}</w:tc>`;
    const body =
      paragraphs(
        { text: "Weekly Notes", style: "Title" },
        { text: "6 March 2026" },
        { text: "Mill closes", style: "Heading1" },
        { text: "The mill closes on 1 April & 40 people lose their work." },
        { text: "What comes next", style: "Heading2" },
        { text: "Nobody knows." },
        { text: "Boats", style: "Heading1" },
      ) + `<w:tbl><w:tr>${cell("Year")}${cell("Boats")}</w:tr><w:tr>${cell("2025")}${cell("31")}</w:tr></w:tbl>`;
    const draft = await read(makeWord(body));
    expect(draft).toMatchObject({ title: "Weekly Notes", date: "2026-03-06" });
    expect(asLines(draft)).toEqual([
      "## Mill closes",
      "The mill closes on 1 April & 40 people lose their work.",
      "### What comes next",
      "Nobody knows.",
      "## Boats",
      "Year | Boats",
      "2025 | 31",
    ]);
  });

  it("takes bold lines for titles where no style says so", async () => {
    const draft = await read(
      makeWord(
        paragraphs(
          { text: "春茶开采", isBold: true },
          { text: "茶山3月18日开采春茶，首日收购鲜叶1260公斤。" },
          { text: "新路通车", isBold: true },
          { text: "新路全长8.3公里。" },
        ),
      ),
    );
    expect(asLines(draft)).toEqual([
      "## 春茶开采",
      "茶山3月18日开采春茶，首日收购鲜叶1260公斤。",
      "## 新路通车",
      "新路全长8.3公里。",
    ]);
  });

  it("reads titles by the layout of the lines where nothing marks them", async () => {
    const draft = await read(
      makeWord(
        paragraphs(
          { text: "Mill closes" },
          { text: "The mill closes on 1 April." },
          { text: "Bridge opens" },
          { text: "It opened on Monday." },
        ),
      ),
    );
    expect(asLines(draft)).toEqual([
      "## Mill closes",
      "The mill closes on 1 April.",
      "## Bridge opens",
      "It opened on Monday.",
    ]);
  });

  it("refuses a file that unpacks to more than 32 MB, and doesn't unpack it", async () => {
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(read(bomb)).rejects.toThrow("unpacks to more than 32 MB of text; divide it and save the parts");
  });

  it("unpacks no more of a part than the archive says that there is", async () => {
    expect(asLines(await read(withSize(bomb, BOMB_BYTES, 1000)))).toEqual(["## 2026-03 notes", "x"]);
  });

  it("leaves pictures, and parts whose names lead out of the archive, packed", async () => {
    const file = makeWord(wordParagraph({ text: "Only this text." }), {
      "../../evil.xml": strToU8("<a/>"),
      "word/media/huge.png": new Uint8Array(BOMB_BYTES),
    });
    expect(asLines(await read(file))).toEqual(["## 2026-03 notes", "Only this text."]);
  });

  it("refuses entities, too many parts, a cut file and another archive", async () => {
    const entities = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><w:settings/>';
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`customXml/${i}.xml`, strToU8("<a/>")]));
    const file = makeWord(wordParagraph({ text: "x" }));
    await expect(read(makeWord("", { "word/settings.xml": strToU8(entities) }))).rejects.toThrow("declares entities");
    await expect(read(makeWord("", many))).rejects.toThrow("has more than 2000 parts");
    await expect(read(file.slice(0, file.length - 200))).rejects.toThrow(
      "is cut off or damaged; save it again as .docx",
    );
    await expect(read(makeWord("").slice(0, 0))).rejects.toThrow("is cut off or damaged");
  });
});

/** Writes another unpacked size into the archive's headers wherever it stands. */
function withSize(file: Uint8Array, size: number, written: number): Uint8Array {
  const bytes = Buffer.from(file);
  for (let at = 0; at + 4 <= bytes.length; at++) if (bytes.readUInt32LE(at) === size) bytes.writeUInt32LE(written, at);
  return new Uint8Array(bytes);
}
