import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../adapters/run-command.ts";
import type { Ran } from "../adapters/run-command.ts";
import { makeEncryptedPdf, makePdf, makeWord, wordParagraph } from "./made-files.ts";

const MEGABYTE = 1024 * 1024;
const home = mkdtempSync(join(tmpdir(), "hostile-"));
const folder = join(home, "files");
let ran: Ran;

/** Writes one file of each kind that is out to do harm, and a good one after all of them. */
async function writeFiles(): Promise<void> {
  mkdirSync(folder);
  const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
  put("a-sparse.txt", "");
  truncateSync(join(folder, "a-sparse.txt"), 1024 * MEGABYTE);
  put("b-bomb.docx", makeWord(wordParagraph({ text: "x" }), { "word/bomb.xml": new Uint8Array(33 * MEGABYTE) }));
  const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
  put(
    "c-bomb.xml",
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities}]><rss version="2.0"><channel><title>&e20;</title></channel></rss>`,
  );
  put("d-bomb.html", `<!DOCTYPE html [${entities}]><html><body><p>&e20;</p>${"<div>".repeat(100_000)}</body></html>`);
  put("e-nul.txt", "text\0and nothing\0");
  put("f-cut.pdf", (await makePdf([[{ text: "Some text", x: 50, y: 50 }]])).slice(0, 400));
  put("g-encrypted.pdf", makeEncryptedPdf());
  const parts = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(10_000);
  put("h-parts.eml", `Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`);
  put("i-empty.md", "");
  writeFileSync(join(home, "secret.txt"), "A secret outside of the folder.");
  symlinkSync("../secret.txt", join(folder, "j-link.txt"));
  symlinkSync("nowhere.txt", join(folder, "k-link.txt"));
  execFileSync("mkfifo", [join(folder, "l-pipe.txt")]);
  put("m..%2f..-name.md", "---\ntitle: ../../../etc/escape\n---\n\n## One\n\nText of one.\n");
  put("n-old.doc.txt", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]));
  cpSync(join(import.meta.dirname, "../fixtures/import/zh-gaps.txt"), join(folder, "z-good.txt"));
}

beforeAll(async () => {
  await writeFiles();
  ran = await runCommand("../import/run", ["files", "--out", "out"], { folder: home });
}, 120_000);

describe("files that are out to do harm", () => {
  it("are refused by name, each with its reason and a remedy", () => {
    expect(ran.err.trimEnd().split("\n")).toEqual([
      "import: files/a-sparse.txt has 1,024 MB, and files up to 32 MB are read; divide it, or save it without pictures",
      "import: files/b-bomb.docx unpacks to more than 32 MB of text; divide it and save the parts",
      "import: files/c-bomb.xml declares entities of its own, which may unfold without end; remove its <!DOCTYPE …>",
      "import: files/d-bomb.html is nested deeper than 400 elements; save only the part that readers read",
      "import: files/e-nul.txt holds NUL bytes, so it isn't text; save it as UTF-8 text",
      "import: files/f-cut.pdf is cut off or damaged; save or download it again",
      "import: files/g-encrypted.pdf is encrypted; save it without a password",
      "import: files/h-parts.eml has more than 500 parts; forward only the newsletter itself and save that",
      "import: files/i-empty.md is empty; check that it is the right file",
      "import: files/j-link.txt is a link out of its folder; name the file itself, or put a copy here",
      "import: files/k-link.txt isn't there; check the name",
      "import: files/l-pipe.txt isn't a regular file; name a file",
      "import: files/n-old.doc.txt is an old Word file; open it in Word and save it as .docx",
    ]);
    expect(ran.status).toBe(2);
  });

  it("don't keep the others from being imported, and write nothing outside of the folder", () => {
    expect(readdirSync(join(home, "out")).sort()).toEqual(["etc-escape.md", "社区简报-2026-05.md"]);
    expect(readdirSync(home).sort()).toEqual(["files", "out", "secret.txt"]);
  });
});
