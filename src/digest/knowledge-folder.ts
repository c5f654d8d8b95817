import { readFile, readdir, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { Issue } from "./issue.ts";
import type { KnowledgeProblem } from "./knowledge-error.ts";
import { KnowledgeError } from "./knowledge-error.ts";
import { readMarkdown } from "./markdown.ts";

/** The issues of a knowledge folder, by id, and the files that couldn't be read. */
export interface Knowledge {
  readonly issues: readonly Issue[];
  readonly problems: readonly KnowledgeProblem[];
}

const LARGEST_FILE_BYTES = 16 * 1024 * 1024;
const LONGEST_LINE_CHARS = 1024 * 1024;
/** Files read at the same time. */
const CONCURRENCY = 16;
const MARKDOWN = /\.(?:md|markdown)$/iu;

/**
 * Reads every Markdown file of a folder and its subfolders, hidden ones excepted. A file that can't be read is a
 * problem, and the others still serve.
 *
 * @throws {@link KnowledgeError} when the folder doesn't exist, isn't a folder or can't be listed.
 */
export async function openKnowledge(folder: string): Promise<Knowledge> {
  const root = await openFolder(folder);
  const files = await listMarkdown(root, folder);
  const read: (Issue | KnowledgeProblem)[] = [];
  for (let i = 0; i < files.length; i += CONCURRENCY) {
    read.push(...(await Promise.all(files.slice(i, i + CONCURRENCY).map((file) => readIssue(root, file)))));
  }
  const issues: Issue[] = [];
  const problems: KnowledgeProblem[] = [];
  for (const [i, result] of read.entries()) {
    if ("message" in result) problems.push(result);
    else if (issues.some((issue) => issue.id === result.id)) problems.push({ file: files[i] ?? "", message: `another file is already the issue “${result.id}”; rename one of them` });
    else issues.push(result);
  }
  if (files.length === 0) problems.push({ file: folder, message: "holds no issue yet; drop a Markdown file (.md) into it" });
  return { issues, problems };
}

async function openFolder(folder: string): Promise<string> {
  const remedy = "create it, or name another with KNOWLEDGE_DIR or --knowledge";
  try {
    const root = await realpath(resolve(folder));
    if ((await stat(root)).isDirectory()) return root;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new KnowledgeError(folder, isMissing ? `the knowledge folder doesn't exist; ${remedy}` : `the knowledge folder can't be opened; ${remedy}`, { cause: error });
  }
  throw new KnowledgeError(folder, `the knowledge folder is a file; ${remedy}`);
}

async function listMarkdown(root: string, folder: string): Promise<string[]> {
  try {
    const names = await readdir(root, { recursive: true });
    return names
      .map((name) => name.split(sep).join("/"))
      .filter((name) => MARKDOWN.test(name) && !name.split("/").some((part) => part.startsWith(".")))
      .sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    throw new KnowledgeError(folder, "the knowledge folder can't be listed; check its permissions", { cause: error });
  }
}

async function readIssue(root: string, file: string): Promise<Issue | KnowledgeProblem> {
  try {
    const path = await realpath(join(root, file));
    if (relative(root, path).startsWith("..")) return { file, message: "is a link to outside the knowledge folder; copy the file into it" };
    const { size } = await stat(path);
    if (size > LARGEST_FILE_BYTES) return { file, message: `is larger than ${LARGEST_FILE_BYTES / 1024 / 1024} MB; split it into issues` };
    return readSource(file, new Uint8Array(await readFile(path)));
  } catch (error) {
    if (error instanceof KnowledgeError) return { file, message: error.detail };
    return { file, message: `can't be read (${error instanceof Error && "code" in error ? String(error.code) : "unknown"}); check that it exists and its permissions` };
  }
}

function readSource(file: string, bytes: Uint8Array): Issue | KnowledgeProblem {
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { file, message: "isn't UTF-8; save it again as UTF-8" };
  }
  if (source.includes("\0")) return { file, message: "holds NUL bytes, so it isn't text; save it again as plain UTF-8" };
  if (source.split("\n").some((line) => line.length > LONGEST_LINE_CHARS)) return { file, message: "has a line of more than a million characters; break it into paragraphs" };
  const issue = readMarkdown(source, file.replace(MARKDOWN, ""));
  if (issue.articles.every((article) => article.text.trim() === "")) return { file, message: "holds no article text; write prose under its headings" };
  return issue;
}
