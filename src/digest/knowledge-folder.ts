import { opendir, realpath } from "node:fs/promises";
import { readIssueSource } from "./issue-source.ts";
import type { IssueSource } from "./issue-source.ts";
import { listIssueFiles } from "./issue-files.ts";
import type { IssueFile } from "./issue-files.ts";
import type { Issue } from "./issue.ts";
import { KnowledgeError } from "./knowledge-error.ts";
import type { KnowledgeProblem } from "./knowledge-error.ts";

/** What a knowledge folder holds, and what was made of it. */
export interface Knowledge<T = Issue> {
  /** Sorted by id, so that a folder reads the same everywhere. */
  readonly issues: readonly T[];
  /** The files that couldn't be read, sorted by name. */
  readonly problems: readonly KnowledgeProblem[];
}

/** Files open at the same time. */
const CONCURRENT_FILES = 16;

/**
 * Reads every `.md` and `.markdown` file of a folder and its subfolders, hidden ones excepted. A file that can't be
 * read is a problem, and the others still serve; so is a folder without any.
 *
 * @throws {@link KnowledgeError} when the folder doesn't exist, isn't a folder or can't be opened.
 */
export async function openKnowledge(folder: string): Promise<Knowledge> {
  return readKnowledge(folder, readLate);
}

/** Reads an issue; the Markdown parser, a quarter of all modules, is loaded when the first is read. */
export async function readLate(source: IssueSource): Promise<Issue> {
  const { readIssue } = await import("./issue-file.ts");
  return readIssue(source);
}

/**
 * Reads a folder as {@link openKnowledge} does, and makes of each file's text what is wanted.
 *
 * @param make What it throws is a problem of that file.
 * @param onRead Is told after each file how many of how many are read.
 */
export async function readKnowledge<T extends object>(
  folder: string,
  make: (source: IssueSource) => T | Promise<T>,
  onRead: (done: number, total: number) => void = () => {},
): Promise<Knowledge<T>> {
  const { files, problems } = await listIssueFiles(await openFolder(folder));
  const isFirst = files.map((file, i) => file.id !== files[i - 1]?.id);
  const results = await readAll(
    files.filter((_, i) => isFirst[i]),
    make,
    onRead,
  );
  const all = [
    ...problems,
    ...files.filter((_, i) => !isFirst[i]).map(duplicate),
    ...results.flatMap(({ problem }) => problem ?? []),
  ];
  if (files.length === 0 && all.length === 0) all.push(emptyFolder(folder));
  return {
    issues: results.flatMap(({ made }) => made ?? []),
    problems: all.sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

/** What came of a file: one of the two. */
interface FileResult<T> {
  readonly made: T | null;
  readonly problem: KnowledgeProblem | null;
}

async function openFolder(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    await (await opendir(root)).close();
    return root;
  } catch (error) {
    const code = codeOf(error) ?? "";
    const what = WHAT_IS_WRONG[code] ?? `the folder can't be opened (${code})`;
    throw new KnowledgeError(folder, `${what}; create it or set KNOWLEDGE_DIR / --knowledge`, { cause: error });
  }
}

const WHAT_IS_WRONG: Readonly<Record<string, string>> = {
  ENOENT: "no such folder",
  ENOTDIR: "is a file, not a folder",
};

/** Reads the files in their order, some at a time. */
async function readAll<T>(
  files: readonly IssueFile[],
  make: (source: IssueSource) => T | Promise<T>,
  onRead: (done: number, total: number) => void,
): Promise<FileResult<T>[]> {
  const results: FileResult<T>[] = [];
  const queue = files.entries();
  let done = 0;
  const readers = Array.from({ length: CONCURRENT_FILES }, async () => {
    for (const [i, file] of queue) {
      results[i] = await readOrExplain(file, make);
      onRead(++done, files.length);
    }
  });
  await Promise.all(readers);
  return results;
}

async function readOrExplain<T>(
  file: IssueFile,
  make: (source: IssueSource) => T | Promise<T>,
): Promise<FileResult<T>> {
  try {
    return { made: await make(await readIssueSource(file)), problem: null };
  } catch (error) {
    return { made: null, problem: { file: file.name, message: explainUnreadable(error) } };
  }
}

/** Says what is wrong with a file that couldn't be read, and what to do about it. */
export function explainUnreadable(error: unknown): string {
  if (error instanceof KnowledgeError) return error.detail;
  const code = codeOf(error);
  if (code === "EACCES" || code === "EPERM") return "permission denied; let the bot's user read it";
  if (code !== null) return `can't be read (${code}); check the file and its disk`;
  return `can't be read as Markdown (${error instanceof Error ? error.message : String(error)}); simplify its nesting`;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error ? String(error.code) : null;
}

function duplicate(file: IssueFile): KnowledgeProblem {
  return { file: file.name, message: `another file is already the issue ${file.id}; rename one of them` };
}

function emptyFolder(folder: string): KnowledgeProblem {
  const message = "holds no issue; add a Markdown file such as 2025-07-ecommerce.md or set KNOWLEDGE_DIR / --knowledge";
  return { file: folder, message };
}
