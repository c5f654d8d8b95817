import { homedir } from "node:os";
import type { Writable } from "node:stream";
import { folderDigest, KnowledgeError } from "../src/index.ts";
import type { DigestVersion, FolderDigest, KnowledgeProblem, OpenedDigest } from "../src/index.ts";
import { cacheFolderOf } from "./cache-folder.ts";
import type { Console } from "./command-line.ts";
import { withEnvFile } from "./environment.ts";
import { createProgressBar } from "./progress-bar.ts";

/** A folder that something can be answered from, and what it held when it was read. */
export interface UsableFolder {
  readonly reader: FolderDigest;
  readonly first: DigestVersion;
}

/**
 * Opens a knowledge folder that something can be answered from; a terminal shows how far that has come.
 *
 * @throws KnowledgeError when the folder can't be used, or when none of its files can: the message then names them.
 */
export async function openUsableFolder(folder: string, { environment, errors }: OpeningConsole): Promise<UsableFolder> {
  const cacheFolder = cacheFolderOf(await withEnvFile(environment), homedir());
  const bar = createProgressBar(errors, environment);
  const reader = folderDigest(folder, { cacheFolder, onProgress: bar.show });
  const first = await reader.read().finally(bar.end);
  await reader.keep(first);
  if (first.digest.issues.length > 0) return { reader, first };
  const ofFiles = first.problems.filter(({ file }) => file !== folder);
  const remedy =
    ofFiles.length === 0 ? "holds no issue; put a Markdown file (.md) into it" : "none of its files can be used:";
  throw new KnowledgeError(folder, [remedy, ...ofFiles.map(problemLine)].join("\n"));
}

/** Opens a folder as {@link openUsableFolder} does, to answer from what it holds now. */
export async function openUsableDigest(folder: string, console: OpeningConsole): Promise<OpenedDigest> {
  return (await openUsableFolder(folder, console)).first;
}

type OpeningConsole = Pick<Console, "environment" | "errors">;

/** Names each file that can't be used on a line of its own; the others serve. */
export function tellProblems(problems: readonly KnowledgeProblem[], errors: Writable): void {
  for (const problem of problems) errors.write(`${problemLine(problem)}\n`);
}

/** Says on one line which file can't be used, and why. */
export function problemLine({ file, message }: KnowledgeProblem): string {
  return `knowledge: ${file}: ${message}`.replace(/\s*[\r\n]+\s*/gu, " ");
}
