import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/digest/markdown.ts";
import { openLexicon } from "../../src/fact/lexicon.ts";
import type { KeyedIssue } from "../../src/search/digest-cache.ts";
import { sourceKeyOf } from "../../src/search/digest-cache.ts";
import type { DigestStore } from "../../src/search/digest-store.ts";
import { openDigestStore } from "../../src/search/digest-store.ts";
import { packIssue } from "../../src/search/packed-issue.ts";
import type { IndexedSnapshot } from "../../src/search/postings-index.ts";
import { createPostingsIndex } from "../../src/search/postings-index.ts";

const lexicon = openLexicon();
const source = { id: "2025-07", text: "## 上半年\n\n本报讯 刘晗旭 出口约1.03万亿元,增长4.7%。“店播”\ud83d发布。\n" };
const issues = [{ key: sourceKeyOf(source), packed: packIssue(readMarkdown(source.text, source.id), lexicon) }];
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

function store(folder = "knowledge", cache: string | null = cacheFolder): DigestStore {
  return openDigestStore(cache, folder);
}

describe("what is kept of a digest", () => {
  it("comes back as it was: the packed issues by their text, and the index", async () => {
    const index = await indexOf(2000);
    await store().keep(issues, index);
    const cache = await store().load();
    const { packed } = issues[0] ?? {};
    const kept = cache.issueOf(sourceKeyOf(source));
    expect(kept && { ...kept, readings: [...kept.readings] }).toEqual(
      packed && { ...packed, readings: [...packed.readings] },
    );
    expect(cache.index).toEqual({
      version: index?.version,
      parts: index?.parts,
      issues: index?.issues,
      issueOf: index?.issueOf,
      postings: index?.postings,
    });
  });

  it("isn't there for another text or another folder", async () => {
    await store().keep(issues, await indexOf(2000));
    const cache = await store().load();
    expect(cache.keys).toEqual([sourceKeyOf(source)]);
    expect(cache.issueOf(sourceKeyOf({ ...source, text: `${source.text} ` }))).toBeNull();
    expect(cache.issueOf(sourceKeyOf({ ...source, id: "2025-08" }))).toBeNull();
    const other = await store("elsewhere").load();
    expect([other.index, other.issueOf(sourceKeyOf(source))]).toEqual([null, null]);
  });

  it("isn't written again while it is the same, and is when it is another", async () => {
    const kept = store();
    await kept.keep(issues, await indexOf(2000));
    const [file = ""] = await readdir(cacheFolder);
    await writeFile(join(cacheFolder, file), "another's");
    await kept.keep(issues, await indexOf(2000));
    expect(await readFile(join(cacheFolder, file), "utf8")).toBe("another's");
    await kept.keep([...issues, { ...(issues[0] as KeyedIssue), key: "other" }], await indexOf(2000));
    expect((await store().load()).keys).toEqual([sourceKeyOf(source), "other"]);
  });

  it("is the issues alone of a digest without an index of flat arrays", async () => {
    await store().keep(issues, null);
    const cache = await store().load();
    expect([cache.index, cache.keys]).toEqual([null, [sourceKeyOf(source)]]);
  });

  it("is nothing without a folder to keep it in", async () => {
    await store("knowledge", null).keep(issues, await indexOf(2000));
    expect(await readdir(cacheFolder)).toEqual([]);
  });
});
