import { beforeAll, describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/digest/markdown.ts";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { understand } from "../../src/question/understand.ts";
import { articlesWith } from "../../src/search/articles.ts";
import type { Digest } from "../../src/search/digest.ts";
import { buildDigest } from "../../src/search/digest.ts";
import { createPostingsIndex } from "../../src/search/postings-index.ts";

const CITIES = ["杭州", "宁波", "武汉", "宜昌", "鄂州"];
let digest: Digest;

beforeAll(async () => {
  const issues = Array.from({ length: 60 }, (_, i) => {
    const date = `20${String(10 + Math.floor(i / 12)).padStart(2, "0")}-${String(1 + (i % 12)).padStart(2, "0")}-01`;
    const special = i === 3 ? "## 脐橙出口\n\n秭归的脐橙第一次出口。\n" : "";
    return readMarkdown(
      `---\ndate: ${date}\n---\n\n## ${CITIES[i % 5] ?? ""}\n\n${CITIES[i % 5] ?? ""}很好。\n\n${special}`,
      date,
    );
  });
  digest = await buildDigest(issues, openLexicon(), createPostingsIndex());
});

async function found(question: string): Promise<string[]> {
  const query = understand(question, digest.reference, digest.lexicon, digest.vocabulary);
  return (await articlesWith(query, digest)).map(({ article }) => article.id);
}

describe("the articles that a question may mean", () => {
  it("hold an old one that its words stand in, after the newest", async () => {
    const ids = await found("写脐橙的那篇讲了什么？");
    expect(ids[0]).toBe("2014-12-01#1");
    expect(ids.at(-1)).toBe("2010-04-01#2");
    expect(ids).toHaveLength(41);
  });

  it("are the newest where its words stand nowhere", async () => {
    const ids = await found("讲月球的那篇讲了什么？");
    expect(ids).toHaveLength(40);
    expect(ids.at(-1)).toBe("2011-09-01#1");
  });
});
