import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./child.ts";

const SAMPLE = join(ROOT, "knowledge/2025-07-ecommerce.md");
const SAMPLE_DATE = Date.UTC(2025, 6, 16);
const WEEK_MS = 7 * 24 * 3600 * 1000;
/** Figures before a unit; the numbers of years, months and days stay. */
const FIGURE = /\d+(?:\.\d+)?(?=[万亿%点家个所])/gu;

/**
 * Runs a task on a folder of the sample issue and its copies, then removes the folder.
 *
 * The first is the sample itself; each copy is dated a week earlier than the one before, has its own id and its own
 * figures, and the same words. Real news repeats itself less, so the same number of real sentences is easier to
 * search: here every term of a question stands in every issue.
 */
export async function withCopies<T>(copies: number, task: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "digest-bench-"));
  try {
    const sample = await readFile(SAMPLE, "utf8");
    for (let copy = 0; copy < copies; copy++) {
      const date = new Date(SAMPLE_DATE - copy * WEEK_MS).toISOString().slice(0, 10);
      await writeFile(join(folder, `${date}-ecommerce.md`), copy === 0 ? sample : vary(sample, copy, date));
    }
    await copyFile(join(ROOT, "knowledge/glossary.json"), join(folder, "glossary.json")).catch(unlessMissing);
    return await task(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives a copy its date and its figures: each between a half and one and a half times the sample's, the same every time. */
function vary(sample: string, copy: number, date: string): string {
  const factor = 0.5 + ((copy * 0.618034) % 1);
  return sample
    .replace(/^date: .*$/mu, `date: ${date}`)
    .replace(/^title: .*$/mu, `title: 电子商务摘要 ${date}`) // "E-commerce digest"
    .replace(FIGURE, (figure) => (Number(figure) * factor).toFixed(figure.split(".")[1]?.length ?? 0));
}

/** A folder without a glossary works. */
function unlessMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
