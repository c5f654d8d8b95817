import { chmod, mkdir, mkdtemp, readFile, readdir, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readCacheFile, writeCacheFile } from "../../src/search/cache-file.ts";

const CONTENT = { header: { of: "出口" }, sections: [Uint8Array.of(1, 2, 3), new Uint8Array(), Uint8Array.of(4)] };
let folder = "";
let file = "";

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "cache-")), "deep", "folder");
  file = join(folder, "digest.cache");
});

async function read(key: string | null = "key") {
  return readCacheFile(file, async () => key);
}

describe("a cache file", () => {
  it("is read back as it was written, under its key alone", async () => {
    await writeCacheFile(file, "key", CONTENT);
    expect(await read()).toEqual(CONTENT);
    expect(await read("other key")).toBeNull();
    expect(await read(null)).toBeNull();
  });

  it("is its owner's alone, in a folder without leftovers", async () => {
    await writeCacheFile(file, "key", CONTENT);
    await writeCacheFile(file, "key", CONTENT);
    expect(await readdir(folder)).toEqual(["digest.cache"]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it("is none where any byte of it is another, or the end is missing", async () => {
    await writeCacheFile(file, "key", CONTENT);
    const whole = await readFile(file);
    for (let i = 0; i < whole.length; i++) {
      const broken = Buffer.from(whole);
      broken[i] = (broken[i] ?? 0) ^ 0x20;
      await writeFile(file, broken);
      expect(await read()).toBeNull();
      await truncate(file, i);
      expect(await read()).toBeNull();
    }
    await writeFile(file, whole);
    expect(await read()).toEqual(CONTENT);
  });

  it("is none where there is none, or a folder in its place", async () => {
    expect(await read()).toBeNull();
    await mkdir(file, { recursive: true });
    expect(await read()).toBeNull();
    await writeCacheFile(file, "key", CONTENT);
    expect(await read()).toBeNull();
    expect(await readdir(folder)).toEqual(["digest.cache"]);
  });

  it("isn't written, and nothing fails, where its folder can't be made or written to", async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "taken"), "");
    await writeCacheFile(join(folder, "taken", "digest.cache"), "key", CONTENT);
    await chmod(folder, 0o500);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    await writeCacheFile(file, "key", CONTENT);
    if (isRoot) process.seteuid?.(0);
    await chmod(folder, 0o700);
    expect(await readdir(folder)).toEqual(["taken"]);
  });

  it("is whole whichever of several writers at once comes last", async () => {
    const contents = Array.from({ length: 8 }, (_, i) => ({ header: i, sections: [new Uint8Array(100_000).fill(i)] }));
    await Promise.all(contents.map(async (content) => writeCacheFile(file, "key", content)));
    expect(contents).toContainEqual(await read());
    expect(await readdir(folder)).toEqual(["digest.cache"]);
  });

  it("takes away drafts that were abandoned, and leaves those being written", async () => {
    const [abandoned, fresh] = ["writing-abandoned", "writing-fresh"].map((name) => join(folder, name));
    for (const draft of [abandoned, fresh]) await mkdir(draft ?? "", { recursive: true });
    await utimes(abandoned ?? "", new Date("2025-07-16"), new Date("2025-07-16"));
    await writeCacheFile(file, "key", CONTENT);
    expect((await readdir(folder)).sort()).toEqual(["digest.cache", "writing-fresh"]);
  });
});
