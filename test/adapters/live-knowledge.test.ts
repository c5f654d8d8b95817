import { chmod, cp, mkdir, open, rename, rm, symlink, unlink } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import type { LiveFolder } from "./live-folder.ts";
import { followFolder } from "./live-folder.ts";

const PORT = "How many containers did Northport handle?";
const HALL = "How many visitors came to Westhall?";
const port = (millions: number): string =>
  `---\ndate: 2025-08-04\n---\n\n## Northport grows\n\nNorthport handled ${millions}.4 million containers in July 2025.\n`;
const hall = (visitors: number): string =>
  `---\ndate: 2025-08-04\n---\n\n## Westhall opens\n\nSome ${visitors},000 visitors came to Westhall in July 2025.\n`;
const SERVED = "(its last good version is still served)";

let live: LiveFolder;
beforeEach(async () => {
  live = await followFolder({ "port.md": port(3), "more/hall.md": hall(40) });
});
afterEach(async () => live.close());

describe("a folder that is followed", { timeout: 180_000 }, () => {
  it("serves a file that was added, written over, renamed over and removed", async () => {
    await live.write("new/ferry.md", "## Ferry\n\nThe ferry to Southey carried 512 passengers in July 2025.\n");
    await live.serves("How many passengers did the ferry to Southey carry?", "512");
    await live.write("new/ferry.md", "## Ferry\n\nThe ferry to Southey carried 777 passengers in July 2025.\n");
    await live.serves("How many passengers did the ferry to Southey carry?", "777");
    await live.swap("port.md", port(5));
    await live.serves(PORT, "5.4 million");
    await rm(join(live.folder, "more"), { recursive: true });
    await live.serves(HALL, null);
    expect(
      live.knowledge
        .digest()
        .issues.map(({ id }) => id)
        .sort(),
    ).toEqual(["new/ferry", "port"]);
    expect(live.knowledge.problems()).toEqual([]);
  });

  it("waits for the end of a file that is emptied and written in pieces", async () => {
    // Whatever takes a moment to start has started by then.
    await live.write("port.md", port(5));
    await live.serves(PORT, "5.4 million");
    const versions = new Set([live.knowledge.digest().version]);
    const file = await open(join(live.folder, "port.md"), "w");
    for (const piece of port(6).split(/(?<= )/u)) {
      await file.write(piece);
      await sleep(60);
      versions.add(live.knowledge.digest().version);
    }
    await file.close();
    expect(versions.size).toBe(1);
    await live.serves(PORT, "6.4 million");
  });

  it("serves a link that was swapped, in the folder and in the place of it", async () => {
    const { beside, folder } = live;
    await live.write("..one/hall.md", hall(50));
    await live.write("..two/hall.md", hall(60));
    await unlink(join(folder, "more/hall.md"));
    await symlink("..one", join(folder, "..data"));
    await symlink("../..data/hall.md", join(folder, "more/hall.md"));
    await live.serves(HALL, "Some 50,000");
    await symlink("..two", join(folder, "..next"));
    await rename(join(folder, "..next"), join(folder, "..data"));
    await live.serves(HALL, "Some 60,000");

    await rename(folder, join(beside, "first"));
    await symlink("first", folder);
    await cp(join(beside, "first/more"), join(beside, "second/more"), { recursive: true, dereference: true });
    await symlink("second", join(beside, "next"));
    await rename(join(beside, "next"), folder);
    await live.serves(PORT, null);
    expect(await live.answer(HALL)).toBe("Some 60,000");
    await live.write("port.md", port(8));
    await live.serves(PORT, "8.4 million");
  });

  it("serves another folder put in its place, and until then what it had", async () => {
    await rename(live.folder, join(live.beside, "old"));
    await live.names(
      `knowledge: ${live.folder}: no such folder; create it or set KNOWLEDGE_DIR / --knowledge ${SERVED}`,
    );
    expect(await live.answer(PORT)).toBe("3.4 million");
    await mkdir(live.folder);
    await live.names(
      `knowledge: ${live.folder}: holds no issue; add a Markdown file such as 2025-07-ecommerce.md or set KNOWLEDGE_DIR / --knowledge ${SERVED}`,
    );
    expect(await live.answer(HALL)).toBe("Some 40,000");
    await live.write("port.md", port(7));
    await live.serves(PORT, "7.4 million");
    await live.serves(HALL, null);
    await live.names();
  });

  it("keeps the last good version of a file that is broken, and names it until it is mended", async () => {
    await live.write("port.md", "---\ndate: nonsense\n---\n\n## Northport\n\nText.\n");
    await live.names(
      `knowledge: port.md: line 2: \`date\` is nonsense; write a day such as 2025-07-16 or a month such as 2025-07 ${SERVED}`,
    );
    expect(await live.answer(PORT)).toBe("3.4 million");
    await live.write("more/hall.md", hall(70));
    await live.serves(HALL, "Some 70,000");
    expect(await live.answer(PORT)).toBe("3.4 million");
    await live.write("port.md", port(9));
    await live.serves(PORT, "9.4 million");
    await live.names();
    await live.write("port.md", "");
    await live.names(`knowledge: port.md: holds no article text; write some below a ## heading ${SERVED}`);
    await unlink(join(live.folder, "port.md"));
    await live.names();
    await live.serves(PORT, null);
  });

  it("names a broken file that never was good, without the rest waiting for it", async () => {
    await live.write("noise.md", "\0\0");
    await live.names("knowledge: noise.md: holds NUL bytes, so it isn't plain text; save it again as UTF-8 text");
    await live.write("port.md", port(4));
    await live.serves(PORT, "4.4 million");
    expect(live.knowledge.problems()).toHaveLength(1);
  });

  it("takes up the editor's words, keeps them while their file is broken, and lets them go with it", async () => {
    const question = "How many boxes did Haven handle?";
    expect(await live.answer(question)).toBeNull();
    const words = '[{"en": ["Northport", "Haven"]}, {"en": ["containers", "boxes"]}]';
    await live.write("glossary.json", words);
    await live.serves(question, "3.4 million");
    await live.write("glossary.json", words.slice(0, 20));
    await live.names(
      `knowledge: glossary.json: isn't valid JSON; write a list of {"zh": ["words"], "en": ["words"]} ${SERVED}`,
    );
    await live.write("port.md", port(5));
    await live.serves(question, "5.4 million");
    await unlink(join(live.folder, "glossary.json"));
    await live.serves(question, null);
    await live.names();
  });

  it("keeps what stands in a subfolder that can't be opened for a while", async () => {
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      if (isRoot) process.seteuid?.(0);
      await chmod(join(live.folder, "more"), 0o000);
      await chmod(live.folder, 0o777);
      await chmod(live.beside, 0o777);
      if (isRoot) process.seteuid?.(65_534);
      await live.write("port.md.new", port(6));
      await rename(join(live.folder, "port.md.new"), join(live.folder, "port.md"));
      await live.names(`knowledge: more/: can't be listed; let the bot's user open the folder ${SERVED}`);
      await live.serves(PORT, "6.4 million");
      expect(await live.answer(HALL)).toBe("Some 40,000");
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(join(live.folder, "more"), 0o755);
    }
  });

  it("leaves an answer that began before to the version that it began with", async () => {
    const before = live.knowledge.digest();
    await live.swap("port.md", port(5));
    await live.serves(PORT, "5.4 million");
    const { reply } = await ask(before, PORT);
    expect(reply.status === "answered" ? reply.answer : null).toBe("3.4 million");
  });
});
