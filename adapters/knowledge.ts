import { homedir } from "node:os";
import type { Writable } from "node:stream";
import { KnowledgeError, openDigest } from "../src/index.ts";
import type { KnowledgeProblem, OpenedDigest } from "../src/index.ts";
import { cacheFolderOf } from "./cache-folder.ts";
import type { Console } from "./command-line.ts";
import { withEnvFile } from "./environment.ts";
import { createProgressBar } from "./progress-bar.ts";

/**
 * Opens a knowledge folder that something can be answered from; a terminal shows how far that has come.
 *
 * @throws KnowledgeError when the folder can't be used, or when none of its files can: the message then names them.
 */
export async function openUsableDigest(folder: string, { environment, errors }: OpeningConsole): Promise<OpenedDigest> {
  const cacheFolder = cacheFolderOf(await withEnvFile(environment), homedir());
  const bar = createProgressBar(errors, environment);
  const opened = await openDigest(folder, { cacheFolder, onProgress: bar.show }).finally(bar.end);
  if (opened.digest.issues.length > 0) return opened;
  const ofFiles = opened.problems.filter(({ file }) => file !== folder);
  const remedy =
    ofFiles.length === 0 ? "holds no issue; put a Markdown file (.md) into it" : "none of its files can be used:";
  throw new KnowledgeError(folder, [remedy, ...ofFiles.map(problemLine)].join("\n"));
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
