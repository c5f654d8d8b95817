import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Digest, DigestVersion, FolderDigest, Reply } from "../src/index.ts";
import { ask, folderDigest, openDigest } from "../src/index.ts";

/** Issues enough for an index that is carried over, and for a digest that is kept. */
const COPIES = 28;
const QUESTIONS = [
  "上半年我国跨境电商进出口多少？",
  "How much did exports grow?",
  "店播有多少个直播间？",
  "谁组织了研讨班？",
];
/** In words that the editor's glossary alone knows. */
const EDITORS = "Did the seminar visit Riverside?";
let folder = "";
let sample = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "folder-"));
  sample = await readFile("knowledge/2025-07-ecommerce.md", "utf8");
  for (let copy = 0; copy < COPIES; copy++) await writeFile(join(folder, `${copy}.md`), copyOf(copy, copy));
});
afterAll(async () => rm(folder, { recursive: true }));

function copyOf(copy: number, figures: number): string {
  const date = `${2020 + Math.floor(copy / 12)}-${String((copy % 12) + 1).padStart(2, "0")}-01`;
  return sample
    .replace(/^date: .*$/mu, `date: ${date}`)
    .replaceAll(/\d+(?=[万亿%点家个])/gu, (n) => `${Number(n) + figures}`);
}

async function readAgain({ look, next }: FolderDigest, last: DigestVersion): Promise<DigestVersion> {
  return next(last, await look(last));
}

async function replies(digest: Digest): Promise<Reply[]> {
  const found: Reply[] = [];
  for (const question of QUESTIONS) found.push((await ask(digest, question)).reply);
  return found;
}

async function expectFresh({ digest }: DigestVersion): Promise<void> {
  const fresh = (await openDigest(folder)).digest;
  expect(digest.version).toBe(fresh.version);
  expect([...digest.facts.values()]).toEqual([...fresh.facts.values()]);
  expect([...digest.vocabulary.names]).toEqual([...fresh.vocabulary.names]);
  expect([...digest.vocabulary.equals]).toEqual([...fresh.vocabulary.equals]);
  expect(await replies(digest)).toEqual(await replies(fresh));
}

it("is, read again, what it would be read anew; and the one before stays as it was", async () => {
  const reader = folderDigest(folder);
  const first = await reader.read();
  const before = await replies(first.digest);
  await writeFile(join(folder, "3.md"), copyOf(3, 40));
  await writeFile(join(folder, "27.md"), copyOf(29, 41));
  await rm(join(folder, "12.md"));
  await writeFile(join(folder, "glossary.json"), '[{"zh": ["宜昌"], "en": ["Riverside"]}]');
  const second = await readAgain(reader, first);
  await expectFresh(second);
  expect(await replies(first.digest)).toEqual(before);
  const [isKnown, wasKnown] = [second, first].map(async ({ digest }) => (await ask(digest, EDITORS)).reply.status);
  expect([await wasKnown, await isKnown]).toEqual(["unanswered", "answered"]);
  expect(await readAgain(reader, second)).toEqual(second);
  expect((await readAgain(reader, second)).digest).toBe(second.digest);
});

it("is kept when it was read again, so that the next start has nothing to do", async () => {
  const cacheFolder = await mkdtemp(join(tmpdir(), "cache-"));
  const reader = folderDigest(folder, { cacheFolder });
  const first = await reader.read();
  await writeFile(join(folder, "5.md"), copyOf(5, 50));
  const second = await readAgain(reader, first);
  await reader.keep(second);
  const steps: string[] = [];
  const next = folderDigest(folder, { cacheFolder, onProgress: ({ step }) => steps.push(step) });
  await expectFresh(await next.read());
  expect(steps).not.toContain("indexing");
});
