import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { FolderWatch } from "../../adapters/folder-watch.ts";
import { watchFolder } from "../../adapters/folder-watch.ts";

const SUBFOLDERS = 20;
const PATIENCE_MS = 20_000;

let folder = "";
let told = 0;
let faults: unknown[] = [];
let watch: FolderWatch;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "watch-"));
  for (let i = 0; i < SUBFOLDERS; i++) await mkdir(join(folder, `${i}/below`), { recursive: true });
  [told, faults] = [0, []];
  watch = await watchFolder(
    folder,
    () => told++,
    (error) => faults.push(error),
  );
});
afterEach(async () => {
  await watch.close();
  await rm(folder, { recursive: true, force: true });
});

/** Does something, and waits until it is told; then until nothing more is told of it. */
async function expectTold(change: () => Promise<unknown>): Promise<void> {
  const before = told;
  await change();
  await expect.poll(() => told, { timeout: PATIENCE_MS }).toBeGreaterThan(before);
  for (let seen = -1; seen !== told; await sleep(300)) seen = told;
}

it("tells what is written in any folder from the moment that it is there", async () => {
  for (let i = SUBFOLDERS - 1; i >= 0; i -= 3)
    await expectTold(async () => writeFile(join(folder, `${i}/below/port.md`), `${i}`));
  expect(faults).toEqual([]);
});

it("tells nothing where nothing changes", async () => {
  await sleep(700);
  expect(told).toBe(0);
});

it("tells what is written in a folder that was made later, and in one made anew in the place of another", async () => {
  await expectTold(async () => mkdir(join(folder, "new/below"), { recursive: true }));
  await expectTold(async () => writeFile(join(folder, "new/below/port.md"), "1"));
  await expectTold(async () => rm(join(folder, "new"), { recursive: true }));
  await expectTold(async () => mkdir(join(folder, "new/below"), { recursive: true }));
  await expectTold(async () => writeFile(join(folder, "new/below/port.md"), "2"));
  expect(faults).toEqual([]);
});

it("tells that the folder is gone, that it is back, and what is written in it then", async () => {
  await expectTold(async () => rm(folder, { recursive: true }));
  await expectTold(async () => mkdir(folder));
  await expectTold(async () => writeFile(join(folder, "port.md"), "1"));
  expect(faults).toEqual([]);
});

it("tells nothing of hidden folders, nor after it was closed", async () => {
  await expectTold(async () => mkdir(join(folder, ".git")));
  const before = told;
  await writeFile(join(folder, ".git/port.md"), "1");
  await sleep(300);
  await watch.close();
  await writeFile(join(folder, "port.md"), "1");
  await sleep(300);
  expect(told).toBe(before);
});
