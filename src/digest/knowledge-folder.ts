import { access, constants, realpath, stat } from "node:fs/promises";
import { readIssueFile } from "./issue-file.ts";
import { listIssueFiles } from "./issue-files.ts";
import type { IssueFile } from "./issue-files.ts";
import type { Issue } from "./issue.ts";
import { KnowledgeError } from "./knowledge-error.ts";
import type { KnowledgeProblem } from "./knowledge-error.ts";

/** What a knowledge folder holds. */
export interface Knowledge {
  /** Sorted by id, so that a folder reads the same everywhere. */
  readonly issues: readonly Issue[];
  /** The files that couldn't be read, sorted by name. */
  readonly problems: readonly KnowledgeProblem[];
}

/** Files open at the same time. */
const CONCURRENT_FILES = 16;
const REMEDY = "create it or set KNOWLEDGE_DIR / --knowledge";

/**
 * Reads every `.md` and `.markdown` file of a folder and its subfolders, hidden ones excepted. A file that can't be
 * read is a problem, and the others still serve; so is a folder without any.
 *
 * @throws {@link KnowledgeError} when the folder doesn't exist, isn't a folder or can't be opened.
 */
export async function openKnowledge(folder: string): Promise<Knowledge> {
  const { files, problems } = await listIssueFiles(await openFolder(folder));
  const unique = files.filter((file, i) => file.id !== files[i - 1]?.id);
  const results = await readAll(unique);
  const all = [
    ...problems,
    ...files.filter((file) => !unique.includes(file)).map(duplicate),
    ...results.filter((result) => "message" in result),
  ];
  if (files.length === 0 && all.length === 0) all.push(emptyFolder(folder));
  return {
    issues: results.filter((result) => !("message" in result)),
    problems: all.sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

async function openFolder(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) throw new KnowledgeError(folder, `is a file, not a folder; ${REMEDY}`);
    await access(root, constants.R_OK | constants.X_OK);
    return root;
  } catch (error) {
    if (error instanceof KnowledgeError) throw error;
    const what = codeOf(error) === "ENOENT" ? "no such folder" : `the folder can't be opened (${codeOf(error)})`;
    throw new KnowledgeError(folder, `${what}; ${REMEDY}`, { cause: error });
  }
}

/** Reads the files in their order, some at a time. */
async function readAll(files: readonly IssueFile[]): Promise<(Issue | KnowledgeProblem)[]> {
  const results: (Issue | KnowledgeProblem)[] = [];
  const queue = files.entries();
  const readers = Array.from({ length: CONCURRENT_FILES }, async () => {
    for (const [i, file] of queue) results[i] = await readOrExplain(file);
  });
  await Promise.all(readers);
  return results;
}

async function readOrExplain(file: IssueFile): Promise<Issue | KnowledgeProblem> {
  try {
    return await readIssueFile(file);
  } catch (error) {
    return { file: file.name, message: explain(error) };
  }
}

function explain(error: unknown): string {
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
