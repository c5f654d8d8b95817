import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DraftArticle, DraftBlock } from "../../import/draft.ts";
import { CELL_BORDER, issueMarkdown } from "../../import/issue-markdown.ts";
import { openDigest } from "../../src/index.ts";

/** Writes articles as an issue, and reads back what a reader of the digest sees. */
async function readBack(articles: readonly DraftArticle[]): Promise<{ title: string; text: string }[]> {
  const folder = mkdtempSync(join(tmpdir(), "round-trip-"));
  const head = { title: "Issue", date: "2026-03-01", language: null, source: null };
  writeFileSync(join(folder, "issue.md"), issueMarkdown(head, articles));
  const { digest, problems } = await openDigest(folder);
  expect(problems).toEqual([]);
  return digest.issues[0]!.articles.map(({ title, text }) => ({ title, text }));
}

/** What Markdown, front matter, site generators and the reader's own marks are made of. */
const MARKS =
  "*|**|_|__|`|```|~~|#|##|-|+|>|1.|2)|[|]|(|)|[x] |[^1]: |[a]: b|![|<b>|</b>|<!--|-->|{%|%}|{:.a}|{#a}|&amp;|&|\\|||---|===|$|!|:|店播|“上半年”|Café|é|👩‍💻|\t|  |\u00a0|　|https://a.example/b_c";
const piece = fc.oneof(
  fc.constantFrom(...MARKS.split(/\|(?!\|)/u), "|"),
  fc.string({ unit: "grapheme", maxLength: 6 }).map((text) => text.replace(/\p{Cc}/gu, "")),
  fc.constantFrom("word", "出口", " ", "2025年", "a_b"),
);
const line = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""));
/** The text on one line, and nothing that is no text by itself. */
const seen = line
  .map((text) =>
    text.normalize("NFC").replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]|(?!\t)\p{Cc}/gu, ""),
  )
  .map((text) =>
    text
      .replace(/[ \t\u00a0]+/gu, " ")
      .trim()
      .normalize("NFC"),
  )
  .filter((text) => /[^\s|]/u.test(text) && !/^\[[ xX]\]\s/u.test(text) && !/\{#[\w:.-]+\}$/u.test(text));
const block: fc.Arbitrary<DraftBlock> = fc.record({
  kind: fc.constantFrom("heading", "paragraph", "item"),
  text: seen,
});
const row = fc.array(seen, { minLength: 2, maxLength: 2 }).map((cells) => ({ kind: "row" as const, cells }));

describe("an imported text", () => {
  it("is read back from the issue's file exactly as it was", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: seen, blocks: fc.array(block, { minLength: 1, maxLength: 6 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (articles) => {
          const expected = articles.map(({ title, blocks }) => ({
            title,
            text: blocks.map(({ text }) => text).join("\n\n"),
          }));
          expect(await readBack(articles)).toEqual(expected);
        },
      ),
      { numRuns: 60, seed: 20260301 },
    );
  });

  it("keeps the cells of a table", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 5 }), async (rows) => {
        const blocks = rows.map(({ cells }) => ({ kind: "row" as const, text: cells.join(CELL_BORDER) }));
        expect(await readBack([{ title: "Table", blocks }])).toEqual([
          { title: "Table", text: rows.map(({ cells }) => cells.join(" | ")).join("\n\n") },
        ]);
      }),
      { numRuns: 60, seed: 20260301 },
    );
  });

  it("keeps a listing with its lines and with fences inside", async () => {
    const text = "let a = `b`;\n```\n  {% raw %}\n# no heading";
    expect(await readBack([{ title: "Listing", blocks: [{ kind: "code", text }] }])).toEqual([
      { title: "Listing", text },
    ]);
  });

  it("loses an anchor and a check box, which are marks and no text", async () => {
    const blocks: DraftBlock[] = [
      { kind: "heading", text: "Prices {#prices}" },
      { kind: "item", text: "[x] Bread costs 3 crowns." },
    ];
    expect(await readBack([{ title: "Market {#m}", blocks }])).toEqual([
      { title: "Market", text: "Prices\n\nBread costs 3 crowns." },
    ]);
  });
});
