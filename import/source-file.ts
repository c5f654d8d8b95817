import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { ImportError } from "./draft.ts";
import { KNOWN_ENDINGS } from "./format.ts";
import { LIMITS, MEGABYTE } from "./limits.ts";

/** A file to import: named on the command line, or found in a folder that was. */
export interface SourceFile {
  readonly path: string;
  readonly name: string;
  /** The folder that links may not leave. */
  readonly folder: string;
}

/** Lists what was named: files as they are, and of folders every file that can be imported, sorted by its path. */
export async function listSources(paths: readonly string[]): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  for (const path of paths) {
    const isFolder = await lstat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder) sources.push(...(await listFolder(path)));
    else sources.push({ path, name: basename(path), folder: dirname(resolve(path)) });
  }
  return sources;
}

async function listFolder(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith(".") && isKnown(entry.name))
    .map((entry) => ({ path: join(entry.parentPath, entry.name), name: entry.name, folder: resolve(folder) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isKnown(name: string): boolean {
  return KNOWN_ENDINGS.includes(extname(name).toLowerCase());
}

/**
 * Reads a file's bytes.
 *
 * @throws ImportError when it isn't a regular file, is a link out of its folder, is too large, or can't be read.
 */
export async function readSource({ path, folder }: SourceFile): Promise<Uint8Array<ArrayBuffer>> {
  try {
    await checkPath(path, folder);
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return await readBounded(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw refusal(error);
  }
}

/** Before it is opened: a pipe would wait for ever for a writer. */
async function checkPath(path: string, folder: string): Promise<void> {
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) {
    const [target, home] = await Promise.all([realpath(path), realpath(folder)]);
    if (relative(home, target).split(sep)[0] === "..")
      throw new ImportError("is a link out of its folder; name the file itself, or put a copy here");
  } else if (!stats.isFile()) throw notRegular();
}

async function readBounded(file: FileHandle): Promise<Uint8Array<ArrayBuffer>> {
  const stats = await file.stat();
  if (!stats.isFile()) throw notRegular();
  if (stats.size > LIMITS.fileMb * MEGABYTE) throw tooLarge(stats.size);
  if (stats.size === 0) throw new ImportError("is empty; check that it is the right file");
  const bytes = new Uint8Array(stats.size);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
  return bytes.subarray(0, bytesRead);
}

function notRegular(): ImportError {
  return new ImportError("isn't a regular file; name a file");
}

function tooLarge(size: number): ImportError {
  const megabytes = Math.ceil(size / MEGABYTE).toLocaleString("en");
  return new ImportError(
    `has ${megabytes} MB, and files up to ${LIMITS.fileMb} MB are read; divide it, or save it without pictures`,
  );
}

function refusal(error: unknown): ImportError {
  if (error instanceof ImportError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT") return new ImportError("isn't there; check the name", { cause: error });
  if (code === "EACCES" || code === "EPERM")
    return new ImportError("may not be read; change its permissions", { cause: error });
  return new ImportError(`can't be read (${code}); check the file and its disk`, { cause: error });
}
