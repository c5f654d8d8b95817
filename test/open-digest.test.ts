import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, openDigest } from "../src/index.ts";
import type { Digest, OpeningProgress, Reply } from "../src/index.ts";
import { readQuestionSet } from "./questions/read-set.ts";

const QUESTIONS = readQuestionSet("test/questions/2025-07-ecommerce.jsonl").flatMap(({ turns }) => turns);
/** Issues enough for a digest that is kept. */
const COPIES = 28;
let scratch = "";
let folder = "";
let plain: Digest;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "digest-"));
  folder = join(scratch, "knowledge");
  await cp("knowledge", folder, { recursive: true });
  const sample = await readFile("knowledge/2025-07-ecommerce.md", "utf8");
  for (let month = 1; month < COPIES; month++) {
    const date = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    const copy = sample
      .replace(/^date: .*$/mu, `date: ${date}`)
      .replaceAll(/\d+(?=[万亿%点家个])/gu, (n) => `${Number(n) + month}`);
    await writeFile(join(folder, `${date}.md`), copy);
  }
  plain = (await openDigest(folder)).digest;
});

afterAll(async () => {
  await rm(scratch, { recursive: true });
});

async function replies(digest: Digest): Promise<Reply[]> {
  const found: Reply[] = [];
  for (const question of QUESTIONS) found.push((await ask(digest, question)).reply);
  return found;
}

/** Opens the folder with a cache, and tells which steps took place. */
async function open(cacheFolder: string): Promise<{ readonly digest: Digest; readonly steps: string[] }> {
  const told: OpeningProgress[] = [];
  const { digest } = await openDigest(folder, { cacheFolder, onProgress: (progress) => told.push(progress) });
  return { digest, steps: [...new Set(told.map(({ step }) => step))] };
}

describe("a digest that is opened again", () => {
  it("gives the same replies with a cache, while it is written and when it is read", async () => {
    const cacheFolder = join(scratch, "cache");
    const expected = await replies(plain);
    const written = await open(cacheFolder);
    expect(written.steps).toEqual(["reading", "deriving", "indexing"]);
    expect(await replies(written.digest)).toEqual(expected);
    const [file = ""] = await readdir(cacheFolder);
    const { mtimeMs } = await stat(join(cacheFolder, file));
    const read = await open(cacheFolder);
    expect(read.steps).not.toContain("indexing");
    expect(await replies(read.digest)).toEqual(expected);
    expect((await stat(join(cacheFolder, file))).mtimeMs).toBe(mtimeMs);
    expect([...read.digest.facts.values()]).toEqual([...plain.facts.values()]);
    expect(read.digest.vocabulary.names).toEqual(plain.vocabulary.names);
  });

  it("knows an issue that was changed since, and keeps the change", async () => {
    const cacheFolder = join(scratch, "changing");
    await open(cacheFolder);
    const file = join(folder, "2025-07-ecommerce.md");
    const before = await readFile(file, "utf8");
    await writeFile(file, before.replace("约1.32万亿元,同比增长5.7%", "约1.44万亿元,同比增长5.7%"));
    const question = "2025年上半年我国跨境电商进出口多少？";
    const fresh = (await ask((await openDigest(folder)).digest, question)).reply;
    for (let start = 0; start < 2; start++)
      expect((await ask((await open(cacheFolder)).digest, question)).reply).toEqual(fresh);
    await writeFile(file, before);
    expect((await ask((await open(cacheFolder)).digest, question)).reply).toEqual((await ask(plain, question)).reply);
  });

  it("is opened whatever is wrong with the cache", async () => {
    const cacheFolder = join(scratch, "broken");
    await open(cacheFolder);
    const [file = ""] = await readdir(cacheFolder);
    const whole = await readFile(join(cacheFolder, file));
    await writeFile(join(cacheFolder, file), whole.subarray(0, whole.length / 2));
    expect((await open(cacheFolder)).digest.version).toBe(plain.version);
    expect(whole.equals(await readFile(join(cacheFolder, file)))).toBe(true);
    expect((await open(join(folder, "glossary.json"))).digest.version).toBe(plain.version);
  });

  it("may be opened by several at once", async () => {
    const cacheFolder = join(scratch, "shared");
    const opened = await Promise.all([open(cacheFolder), open(cacheFolder)]);
    expect(opened.map(({ digest }) => digest.facts.size)).toEqual([plain.facts.size, plain.facts.size]);
    expect((await open(cacheFolder)).steps).not.toContain("indexing");
  });

  it("is kept without an index where it is small", async () => {
    const cacheFolder = join(scratch, "small");
    const { digest } = await openDigest("knowledge", { cacheFolder });
    const again = await openDigest("knowledge", { cacheFolder });
    expect((await readdir(cacheFolder)).length).toBe(1);
    expect([...again.digest.facts.keys()]).toEqual([...digest.facts.keys()]);
  });
});

it("tells how far opening has come, step by step", async () => {
  const told: OpeningProgress[] = [];
  await openDigest(folder, { onProgress: (progress) => told.push(progress) });
  expect(told.filter(({ step }) => step === "reading").map(({ done }) => done)).toEqual(
    Array.from({ length: COPIES }, (_, i) => i + 1),
  );
  for (const { done, total } of told) expect(done).toBeLessThanOrEqual(total);
});
