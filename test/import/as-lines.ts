import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Draft, Reader } from "../../import/draft.ts";
import { CELL_BORDER } from "../../import/issue-markdown.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/import");

/** Reads a file of `test/fixtures/import/`, or one at an absolute path. */
export async function readFixture(reader: Reader, name: string, isWeekly = false): Promise<readonly Draft[]> {
  return reader(new Uint8Array(readFileSync(join(FIXTURES, name))), { fileName: basename(name), isWeekly });
}

/** Reads bytes as a file of that name. */
export async function readBytes(reader: Reader, bytes: Uint8Array, fileName = "file"): Promise<Draft> {
  const [draft] = await reader(bytes, { fileName, isWeekly: false });
  return draft!;
}

/** An issue as lines: `## title`, `### heading`, `- item`, `a | b` for a row, and paragraphs as they are. */
export function asLines({ articles }: Draft): string[] {
  return articles.flatMap(({ title, blocks }) => [
    `## ${title}`,
    ...blocks.map(({ kind, text }) => MARKS[kind] + shown(text)),
  ]);
}

/** The titles and headings alone. */
export function asOutline(draft: Draft): string[] {
  return asLines(draft).filter((line) => line.startsWith("#"));
}

const MARKS = { heading: "### ", paragraph: "", item: "- ", row: "", code: "", markdown: "" } as const;

function shown(text: string): string {
  return text.replaceAll(CELL_BORDER, " | ");
}
