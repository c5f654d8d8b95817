import type { FSWatcher } from "node:fs";
import { watch } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";

/** A watch over a folder. */
export interface FolderWatch {
  readonly close: () => Promise<void>;
}

/** How often it is looked whether the folder is still the same one, in ms: nothing else tells when it was replaced. */
const SAME_FOLDER_MS = 500;

/**
 * Watches a folder and everything below it, and tells that something may have changed; also when the folder goes away,
 * comes back, or another is put in its place. Links aren't followed: to swap one is a change of the folder that it lies in.
 *
 * The operating system watches each folder for itself. A new one is watched before it is listed, and is told as a change:
 * whatever is written before the watch began is found by who reads then, and whatever comes after is told.
 *
 * @param onFault - Is told when the operating system refuses to watch: changes may then go untold.
 * @returns the watch, once all folders are watched.
 */
export async function watchFolder(
  folder: string,
  onChange: () => void,
  onFault: (error: unknown) => void,
): Promise<FolderWatch> {
  const watches = new Map<string, WatchedFolder>();
  const closing = new AbortController();
  let isFollowed = false;
  let root = await identityOf(folder);

  const forget = (path: string): void => {
    watches.get(path)?.watcher.close();
    watches.delete(path);
  };
  const open = (path: string, identity: string): void => {
    const watcher = watch(path, { persistent: false }, (event, name) => {
      // A folder that was removed says so by its own name, and then nothing more, whatever takes its place.
      if (event === "rename" && name === basename(path)) forget(path);
      onChange();
      void followAgain();
    });
    watcher.on("error", (error) => {
      forget(path);
      onFault(error);
      onChange();
    });
    watches.set(path, { watcher, identity });
  };
  /** Watches a folder where it isn't watched yet, and tells whether it did. */
  const begin = (path: string, identity: string): boolean => {
    if (watches.get(path)?.identity === identity) return false;
    forget(path);
    open(path, identity);
    return true;
  };
  /** Has every folder watched that is there, and no other. */
  const follow = async (): Promise<void> => {
    const found = new Set<string>();
    let isAnyNew = false;
    for (const waiting = [root.path]; waiting.length > 0 && !closing.signal.aborted;) {
      const path = waiting.pop() ?? "";
      try {
        // In this order: a folder that takes its place meanwhile isn't taken for the one that is watched.
        const { identity } = await identityOf(path);
        if (identity === null) continue;
        found.add(path);
        if (begin(path, identity)) isAnyNew = true;
        waiting.push(...(await foldersIn(path)));
      } catch (error) {
        // One that may not be read now tells, or has told of it, when it may.
        if (!isOutOfReach(error)) onFault(error);
      }
    }
    for (const path of watches.keys()) if (!found.has(path) || closing.signal.aborted) forget(path);
    if (isAnyNew && isFollowed) onChange();
    isFollowed = true;
  };
  const followAgain = oneAtATime(follow);
  const look = async (): Promise<void> => {
    const now = await identityOf(folder);
    const isSame = now.path === root.path && now.identity === root.identity;
    if (closing.signal.aborted || (isSame && (now.identity === null || watches.has(now.path)))) return;
    root = now;
    if (!isSame) onChange();
    await followAgain();
  };
  await followAgain();
  const timer = setInterval(() => void look().catch(onFault), SAME_FOLDER_MS).unref();
  return {
    close: async () => {
      closing.abort();
      clearInterval(timer);
      await followAgain();
    },
  };
}

interface WatchedFolder {
  readonly watcher: FSWatcher;
  readonly identity: string;
}

/** Does a task again whenever that is asked: asked for while it runs, it is done once more after that. */
function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let waiting: Promise<void> | null = null;
  return async () => {
    waiting ??= after(last);
    last = waiting;
    return waiting;
  };

  async function after(before: Promise<void>): Promise<void> {
    await before;
    waiting = null;
    await task();
  }
}

/** The folders in a folder. Hidden ones, such as `.git`, hold nothing that is read. */
async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => join(path, name));
}

interface Identity {
  /** Where the folder really is; the folder as given where there is none. */
  readonly path: string;
  /** Null where there is none. */
  readonly identity: string | null;
}

/** Tells one folder from another at the same place; by its birth, too, for numbers are given anew. */
async function identityOf(folder: string): Promise<Identity> {
  const path = await realpath(folder).catch(() => folder);
  const found = await stat(path, { bigint: true }).catch(() => null);
  return { path, identity: found === null ? null : `${found.dev}:${found.ino}:${found.birthtimeNs}` };
}

/** Tells whether a folder is gone, or isn't for this user: that is no fault of watching. */
function isOutOfReach(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "ENOENT" || code === "ENOTDIR" || code === "EACCES" || code === "EPERM";
}
