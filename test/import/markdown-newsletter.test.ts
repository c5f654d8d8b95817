import { describe, expect, it } from "vitest";
import { readMarkdownNewsletter } from "../../import/markdown-newsletter.ts";
import { asLines, asOutline, readBytes, readFixture } from "./as-lines.ts";

const read = (text: string) => readBytes(readMarkdownNewsletter, new TextEncoder().encode(text), "letter-9.md");

describe("readMarkdownNewsletter", () => {
  it("reads Jekyll's front matter, leaves Markdown as it is, and passes over headings that only group others", async () => {
    const [draft] = await readFixture(readMarkdownNewsletter, "jekyll.md");
    expect(draft).toMatchObject({ title: "Compiler Weekly #41: the cache", date: "2026-04-07", language: "en" });
    expect(asLines(draft!)).toEqual([
      "## A faster cache",
      "The new cache is **26% faster** than the old one; see [the notes][notes].",
      "- First, `--cache` is on by default.\n- Second, 2 GB is the limit.",
      "### Numbers",
      "| Build | Seconds |\n|-------|---------|\n| old   | 110     |\n| new   | 81      |",
      "## Two openings in Brno",
      "Write to <jobs@compiler.example>.",
      '[notes]: https://compiler.example/notes "Notes"',
    ]);
  });

  it("reads header lines as Pelican has them, and underlined headings", async () => {
    const [draft] = await readFixture(readMarkdownNewsletter, "pelican.md");
    expect(draft).toMatchObject({ title: "Garden Post: spring", date: "2026-03-28" });
    expect(asOutline(draft!)).toEqual(["## Tulips", "## Compost prices"]);
  });

  it("takes the only first heading for the issue's title", async () => {
    const draft = await read(
      "# Letter 9\n\n12 May 2026\n\n### One\n\nText one.\n\n#### Part\n\nMore.\n\n### Two\n\nText two.\n",
    );
    expect(draft).toMatchObject({ title: "Letter 9", date: "2026-05-12" });
    expect(asLines(draft)).toEqual(["## One", "Text one.", "### Part", "More.", "## Two", "Text two."]);
  });

  it("isn't misled by a single heading that is higher than the others", async () => {
    const draft = await read(
      "---\ntitle: L\n---\n\n## One\n\nText one.\n\n## Two\n\nA count\n====\n\nMore.\n\n## Three\n\nText three.\n",
    );
    expect(asLines(draft)).toEqual(["## One", "Text one.", "## Two", "## A count", "More.", "## Three", "Text three."]);
  });

  it("reads a header that isn't valid YAML line by line", async () => {
    const draft = await read("---\ntitle: Rust: a week\ndate: 2026-05-12\n---\n\nSome text.\n");
    expect(draft).toMatchObject({ title: "Rust: a week", date: "2026-05-12" });
  });

  it("takes no first paragraph with a colon for a header", async () => {
    expect(asLines(await read("Note: the shop is closed.\n\nIt opens on Monday.\n"))).toEqual([
      "## letter-9",
      "Note: the shop is closed.",
      "It opens on Monday.",
    ]);
  });
});
