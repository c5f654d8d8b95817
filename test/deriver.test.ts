import { afterEach, describe, expect, it } from "vitest";
import type { Deriver } from "../src/deriver.ts";
import { createDeriver } from "../src/deriver.ts";
import { readMarkdown } from "../src/digest/markdown.ts";
import { openLexicon } from "../src/fact/lexicon.ts";
import { packIssue } from "../src/search/packed-issue.ts";

const TEXT = "---\ndate: 2025-07-16\n---\n\n## 上半年\n\n出口约1.03万亿元,增长4.7%。\n";
const sourceOf = (text: string, id = "2025-07") => ({ id, name: `${id}.md`, path: `/knowledge/${id}.md`, text });

let deriver: Deriver | null = null;
afterEach(async () => deriver?.close());

describe("a thread that derives facts", () => {
  it("derives what this one would", async () => {
    deriver = createDeriver();
    deriver.prepare();
    const { readings, ...rest } = await deriver.derive(sourceOf(TEXT));
    const expected = packIssue(readMarkdown(TEXT, "2025-07"), openLexicon());
    expect({ ...rest, readings: [...readings] }).toEqual({ ...expected, readings: [...expected.readings] });
  });

  it("says what is wrong with a file, and goes on", async () => {
    deriver = createDeriver();
    const broken = deriver.derive(sourceOf("---\ndate: soon\n---\n"));
    const next = deriver.derive(sourceOf(TEXT, "2025-08"));
    await expect(broken).rejects.toThrow("2025-07.md: line 2: `date` is soon; write a day such as");
    expect((await next).issue.id).toBe("2025-08");
  });

  it("gives up a file that takes too long, and goes on with the next", async () => {
    deriver = createDeriver(1);
    await expect(deriver.derive(sourceOf(TEXT))).rejects.toThrow(
      "2025-07.md: takes longer than 0.001 s to read; split it into smaller issues",
    );
    await deriver.close();
    deriver = createDeriver();
    expect((await deriver.derive(sourceOf(TEXT))).issue.id).toBe("2025-07");
  });

  it("fails what is asked of it after it was closed, or while", async () => {
    deriver = createDeriver();
    const cut = deriver.derive(sourceOf(TEXT));
    await new Promise((done) => setTimeout(done, 1));
    await deriver.close();
    await expect(cut).rejects.toThrow("ended");
    await expect(deriver.derive(sourceOf(TEXT))).rejects.toThrow("closed");
  });
});
