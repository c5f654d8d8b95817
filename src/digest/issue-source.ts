import { readFile, stat } from "node:fs/promises";
import type { IssueFile } from "./issue-files.ts";
import { KnowledgeError } from "./knowledge-error.ts";

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE_BYTES = 16 * MEGABYTE;
const LONGEST_LINE_BYTES = MEGABYTE;

/** An issue's file with its text. */
export interface IssueSource extends IssueFile {
  readonly text: string;
}

/**
 * Reads the text of an issue's file.
 *
 * @throws {@link KnowledgeError} when the file is no UTF-8 text of a usable size.
 * @throws the file system's error when the file can't be read.
 */
export async function readIssueSource(file: IssueFile): Promise<IssueSource> {
  const { size } = await stat(file.path);
  if (size > LARGEST_FILE_BYTES) throw new KnowledgeError(file.name, "is larger than 16 MB; split it into issues");
  return { ...file, text: decode(await readFile(file.path), file.name) };
}

function decode(bytes: Uint8Array, name: string): string {
  const line = longLine(bytes);
  if (line !== null) throw new KnowledgeError(name, `line ${line} is longer than 1 MB; break it into paragraphs`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch (error) {
    throw new KnowledgeError(name, "isn't UTF-8; save it again as UTF-8", { cause: error });
  }
  throw new KnowledgeError(name, "holds NUL bytes, so it isn't plain text; save it again as UTF-8 text");
}

/** Finds the first line that is too long, counted from 1. */
function longLine(bytes: Uint8Array): number | null {
  let number = 1;
  for (let start = 0; start < bytes.length; number++) {
    const end = bytes.indexOf(0x0a, start);
    if ((end === -1 ? bytes.length : end) - start > LONGEST_LINE_BYTES) return number;
    if (end === -1) return null;
    start = end + 1;
  }
  return null;
}
