import { describe, expect, it } from "vitest";
import { formatOf } from "../../import/format.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("formatOf", () => {
  it.each([
    ["note.txt", "Some text", "text"],
    ["note", "Some text", "text"],
    ["note.MD", "# Title", "markdown"],
    ["letter.eml", "Subject: x", "mail"],
    ["page.mhtml", "MIME-Version: 1.0", "mail"],
    ["feed.json", "{}", "feed"],
    ["saved.txt", "\ufeff<!doctype html><p>x", "page"],
    ["page.xml", '<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">', "feed"],
    ["page.html", '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "feed"],
    ["paper.bin", "%PDF-1.7", "pdf"],
    ["paper.zip", "PK\u0003\u0004", "word"],
  ])("takes %j that begins with %j as %s", (name, text, format) => {
    expect(formatOf(name, bytes(text))).toBe(format);
  });

  it("refuses what isn't what its ending says", () => {
    expect(() => formatOf("paper.pdf", bytes("<p>Not found"))).toThrow("isn't what .pdf says; save it again as .pdf");
  });

  it("refuses what is too large for its format", () => {
    expect(() => formatOf("long.txt", new Uint8Array(5 * 1024 * 1024))).toThrow(
      "has 5 MB, and text files up to 4 MB are read; divide it",
    );
  });
});
