import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/digest/markdown.ts";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { sourceKeyOf } from "../../src/search/digest-cache.ts";
import { openDigestStore } from "../../src/search/digest-store.ts";
import { packIssue } from "../../src/search/packed-issue.ts";
import type { IndexedSnapshot } from "../../src/search/postings-index.ts";
import { createPostingsIndex } from "../../src/search/postings-index.ts";

const lexicon = openLexicon();
const source = { id: "2025-07", text: "## 上半年\n\n本报讯 刘晗旭 出口约1.03万亿元,增长4.7%。“店播”\ud83d发布。\n" };
const issues = [{ key: sourceKeyOf(source), packed: packIssue(readMarkdown(source.text, source.id), lexicon) }];
const concepts = [{ zh: ["店播"], en: ["shop streaming"] }];
let cacheFolder = "";

beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), "cache-"));
});

async function indexOf(count: number): Promise<IndexedSnapshot | null> {
  const index = createPostingsIndex();
  const facts = Array.from({ length: count }, (_, i) => ({
    id: `f${i}`,
    issueId: i < 7 ? "2025-06" : "2025-07",
    date: i < 7 ? "2025-06" : null,
    statement: `出口约${i}亿元`,
    context: "",
    title: "the port",
  }));
  await index.publish({ version: "v", facts });
  return index.indexed();
}

describe("what is kept of a digest", () => {
  it("comes back as it was: the packed issues by their text, and the index", async () => {
    const index = await indexOf(2000);
    await (await openDigestStore(cacheFolder, "knowledge", concepts)).keep(issues, index);
    const store = await openDigestStore(cacheFolder, "knowledge", concepts);
    const { packed } = issues[0] ?? {};
    const kept = store.issueOf(sourceKeyOf(source));
    expect(kept && { ...kept, readings: [...kept.readings] }).toEqual(
      packed && { ...packed, readings: [...packed.readings] },
    );
    expect(store.index).toEqual({
      version: index?.version,
      issues: index?.issues,
      issueOf: index?.issueOf,
      postings: index?.postings,
    });
  });

  it("isn't there for another text, another folder or another glossary", async () => {
    await (await openDigestStore(cacheFolder, "knowledge", concepts)).keep(issues, await indexOf(2000));
    const store = await openDigestStore(cacheFolder, "knowledge", concepts);
    expect(store.holds(sourceKeyOf({ ...source, text: `${source.text} ` }))).toBe(false);
    expect(store.issueOf(sourceKeyOf({ ...source, id: "2025-08" }))).toBeNull();
    for (const other of [
      await openDigestStore(cacheFolder, "elsewhere", concepts),
      await openDigestStore(cacheFolder, "knowledge", []),
    ])
      expect([other.index, other.issueOf(sourceKeyOf(source))]).toEqual([null, null]);
  });

  it("is the issues alone of a digest without an index of flat arrays", async () => {
    await (await openDigestStore(cacheFolder, "knowledge", concepts)).keep(issues, null);
    const store = await openDigestStore(cacheFolder, "knowledge", concepts);
    expect([store.index, store.size, store.holds(sourceKeyOf(source))]).toEqual([null, 1, true]);
  });

  it("is nothing without a folder to keep it in", async () => {
    await (await openDigestStore(null, "knowledge", concepts)).keep(issues, await indexOf(2000));
    expect(await readdir(cacheFolder)).toEqual([]);
  });
});
