import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deriver } from "../src/deriver.ts";
import { createDeriver } from "../src/deriver.ts";
import { readMarkdown } from "../src/digest/markdown.ts";
import { openLexicon } from "../src/fact/lexicon.ts";
import type { ListedFile } from "../src/folder-listing.ts";
import { sourceKeyOf } from "../src/search/digest-cache.ts";
import { packIssue } from "../src/search/packed-issue.ts";

const TEXT = "---\ndate: 2025-07-16\n---\n\n## 上半年\n\n出口约1.03万亿元,增长4.7%。\n";

let folder = "";
let deriver: Deriver | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "deriver-"));
});
afterEach(async () => {
  await deriver?.close();
  await rm(folder, { recursive: true });
});

async function listed(text: string, id = "2025-07"): Promise<ListedFile> {
  const name = `${id}.md`;
  await writeFile(join(folder, name), text);
  return { file: { id, name, path: join(folder, name) }, key: sourceKeyOf({ id, text }) };
}

describe("a thread that derives facts", () => {
  it("derives what this one would", async () => {
    deriver = createDeriver();
    deriver.prepare();
    const file = await listed(TEXT);
    const { key, outcome } = await deriver.derive(file);
    expect(key).toBe(file.key);
    const { readings, ...rest } = packIssue(readMarkdown(TEXT, "2025-07"), openLexicon());
    expect(outcome).toEqual({ packed: { ...rest, readings: new Uint8Array(readings) } });
  });

  it.each([true, false])(
    "lists what stands in a folder, and says what is wrong with one; started: %s",
    async (isStarted) => {
      deriver = createDeriver();
      if (isStarted) deriver.prepare();
      const file = await listed(TEXT);
      await listed("\0", "noise");
      await writeFile(join(folder, "glossary.json"), '[{"en": ["Haven"]}]');
      const problem = "holds NUL bytes, so it isn't plain text; save it again as UTF-8 text";
      expect(await deriver.list(folder)).toEqual({
        files: [file],
        problems: [{ file: "noise.md", message: problem }],
        glossary: { concepts: [{ zh: [], en: ["Haven"] }], problems: [] },
      });
      const gone = "no such folder; create it or set KNOWLEDGE_DIR / --knowledge";
      expect(await deriver.list(join(folder, "gone"))).toEqual({ gone });
    },
  );

  it("says which text it read, where that was changed since the folder was listed, and none where the file is gone", async () => {
    deriver = createDeriver();
    const before = await listed(TEXT);
    const now = await listed(TEXT.replace("4.7", "5.7"));
    expect((await deriver.derive(before)).key).toBe(now.key);
    await rm(before.file.path);
    const problem = "can't be read (ENOENT); check the file and its disk";
    expect(await deriver.derive(before)).toEqual({ key: null, outcome: { problem } });
  });

  it("says what is wrong with a file, and goes on", async () => {
    deriver = createDeriver();
    const broken = await listed("---\ndate: soon\n---\n");
    const outcomes = [deriver.derive(broken), deriver.derive(await listed(TEXT, "2025-08"))];
    const problem = "line 2: `date` is soon; write a day such as 2025-07-16 or a month such as 2025-07";
    expect(await outcomes[0]).toEqual({ key: broken.key, outcome: { problem } });
    expect(await outcomes[1]).toHaveProperty("outcome.packed.issue.id", "2025-08");
  });

  it("gives up a file that takes too long, and goes on with the next", async () => {
    deriver = createDeriver(1);
    const file = await listed(TEXT);
    const problem = "takes longer than 0.001 s to read; split it into smaller issues";
    expect(await deriver.derive(file)).toEqual({ key: file.key, outcome: { problem } });
    await deriver.close();
    deriver = createDeriver();
    expect(await deriver.derive(file)).toHaveProperty("outcome.packed.issue.id", "2025-07");
  });

  it("fails what is asked of it after it was closed, or while", async () => {
    deriver = createDeriver();
    const file = await listed(TEXT);
    const cut = deriver.derive(file);
    await new Promise((done) => setTimeout(done, 1));
    await deriver.close();
    await expect(cut).rejects.toThrow("ended");
    await expect(deriver.derive(file)).rejects.toThrow("closed");
  });
});
