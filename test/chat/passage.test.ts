import { describe, expect, it } from "vitest";
import {
  articlePage,
  contextOf,
  cutAtSentences,
  findPassage,
  keyOfPassage,
  openDigest,
  quoteOf,
  relatedTo,
} from "../../src/index.ts";

const { digest } = await openDigest("knowledge");
const article = digest.issues[0]?.articles[2];
if (article === undefined) throw new Error("The sample has no third article");
const start = article.text.indexOf("其中,出口");
const passage = { articleId: article.id, span: { start, end: article.text.indexOf("。", start) + 1 } };

describe("the key of a passage", () => {
  it("leads back to the passage, and is short", () => {
    const key = keyOfPassage(passage, digest);
    expect(findPassage(key, digest)).toEqual(passage);
    expect(key.length).toBeLessThanOrEqual(24);
    expect(key).toMatch(/^[\w.-]+$/u);
  });

  it.each(["", "..", "AAAAAAAA.0.1", "nonsense", `${keyOfPassage(passage, digest)}zzzz`])(
    "leads nowhere from %j",
    (key) => {
      expect(findPassage(key, digest)).toBeNull();
    },
  );
});

describe("what is shown of a passage", () => {
  it("is its paragraph with the passage marked", () => {
    const [title, paragraph] = contextOf(passage, digest);
    expect(title).toEqual({ kind: "title", text: article.title });
    if (paragraph?.kind !== "marked") throw new Error("nothing is marked");
    expect(paragraph.text.slice(paragraph.mark.start, paragraph.mark.end)).toBe(
      article.text.slice(passage.span.start, passage.span.end),
    );
    expect(article.text).toContain(paragraph.text);
  });

  it("is the quote with its source", () => {
    const [quote] = quoteOf(passage, digest, "zh");
    expect(quote).toMatchObject({ kind: "quote", quote: article.text.slice(passage.span.start, passage.span.end) });
  });

  it("is what else the article states, not itself", () => {
    const facts = relatedTo(passage, digest, "zh").filter(({ kind }) => kind === "item");
    expect(facts.length).toBeGreaterThan(0);
    for (const { text } of facts) expect(article.text).toContain(text);
    expect(facts.map(({ text }) => text).join()).not.toContain("出口约1.03万亿元,增长4.7%");
  });
});

describe("the pages of an article", () => {
  it("hold all of it, in order, none longer than asked", () => {
    const most = 200;
    const first = articlePage(article.id, 1, most, digest);
    if (first === null) throw new Error("There is no page");
    expect(first.pages).toBeGreaterThan(1);
    const pages = Array.from(
      { length: first.pages },
      (_, i) => articlePage(article.id, i + 1, most, digest)?.blocks.slice(1) ?? [],
    );
    for (const page of pages) expect(page.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(most);
    const bare = (text: string): string => text.replaceAll(/\s+/gu, "");
    expect(bare(article.text)).toContain(
      bare(
        pages
          .flat()
          .map(({ text }) => text)
          .join(""),
      ),
    );
  });

  it("end at the last page, and begin at the first", () => {
    expect(articlePage(article.id, 99, 200, digest)?.page).toBe(articlePage(article.id, 1, 200, digest)?.pages);
    expect(articlePage(article.id, -3, 200, digest)?.page).toBe(1);
    expect(articlePage("no such article", 1, 200, digest)).toBeNull();
  });
});

describe("cutAtSentences", () => {
  it("cuts at the ends of sentences, and loses nothing", () => {
    const text = "第一句话。第二句话！Third one. Fourth?";
    const pieces = cutAtSentences(text, 12).map(({ start: from, end }) => text.slice(from, end));
    expect(pieces).toEqual(["第一句话。第二句话！", "Third one. ", "Fourth?"]);
  });

  it("never cuts a character in two", () => {
    const text = "😀".repeat(10);
    for (const { start: from, end } of cutAtSentences(text, 5)) expect(isWellFormed(text.slice(from, end))).toBe(true);
  });
});

/** Tells whether a text has no half of a character. */
function isWellFormed(text: string): boolean {
  return Buffer.from(text).toString() === text;
}
