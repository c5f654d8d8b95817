import { describe, expect, it } from "vitest";
import type { Imported } from "../../import/import-file.ts";
import { drawReport } from "../../import/report.ts";

const paint = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
const style = {
  answer: paint("answer"),
  refusal: paint("refusal"),
  title: paint("title"),
  label: paint("label"),
  muted: paint("muted"),
  problem: paint("problem"),
};
const issue = (more: Partial<Imported["draft"]> = {}): Imported => {
  const draft = {
    title: "Letter",
    date: null,
    language: null,
    source: null,
    articles: [{ title: "One \u001b[31mred", blocks: [{ kind: "paragraph" as const, text: "Text." }] }],
    findings: { format: "plain text in UTF-8", joined: [], leftOut: [] },
    ...more,
  };
  const head = { title: "Letter", date: "2026-03-20", language: "en" as const, source: null };
  return { draft, head, path: "knowledge/letter.md", isDateFromName: false };
};

describe("drawReport", () => {
  it("paints its own words, and lets no text drive the terminal", () => {
    expect(drawReport("a.txt", issue(), false, style)).toBe(
      "<label>a.txt</label> → knowledge/letter.md\n" +
        "  <title>Letter</title>\n" +
        "  plain text in UTF-8; English; 2026-03-20\n" +
        "  <label>  1</label>  One \ufffd[31mred  <muted>1 block</muted>\n" +
        "  left out: nothing\n",
    );
  });

  it("names an article without text, and shows the first six of what was joined and left out", () => {
    const joined = Array.from({ length: 9 }, (_, i) => ({ before: `a${i}`, after: `b${i}`, isApart: i > 0 }));
    const leftOut = Array.from({ length: 7 }, (_, i) => ({ text: `Page ${i}`, why: "page number" }));
    const drawn = drawReport(
      "a.txt",
      issue({ articles: [{ title: "Empty", blocks: [] }], findings: { format: "x", joined, leftOut } }),
      true,
      style,
    );
    expect(drawn).toContain("<label>  1</label>  Empty  <muted>0 blocks</muted><problem>  no text</problem>\n");
    expect(drawn).toContain(
      "  lines joined: 9, 8 of them across an empty line or a page's end:\n       …a1<label>|</label>b1…\n",
    );
    expect(drawn).toContain("…a6<label>|</label>b6…\n       and 2 more\n");
    expect(drawn).toContain("  left out: 7\n       Page 0  <muted>(page number)</muted>\n");
    expect(drawn.endsWith("Page 5  <muted>(page number)</muted>\n       and 1 more\n")).toBe(true);
    expect(drawn.split("\n")[0]).toBe("<label>a.txt</label> → knowledge/letter.md (not written)");
  });
});
