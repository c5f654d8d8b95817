import { realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { FSWatcher } from "chokidar";

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
 * @param onFault - Is told when the operating system refuses to watch: changes may then go untold.
 */
export async function watchFolder(
  folder: string,
  onChange: () => void,
  onFault: (error: unknown) => void,
): Promise<FolderWatch> {
  const { watch } = await import("chokidar");
  const open = (path: string): FSWatcher =>
    watch(path, { ignoreInitial: true, followSymlinks: false, ignored: isUninteresting(path) })
      // What chokidar makes of it isn't asked: a link that was swapped is no event of its own, but a raw one.
      .on("raw", onChange)
      .on("all", onChange)
      .on("error", onFault);
  let identity = await identityOf(folder);
  let watcher = open(identity.path);
  let isClosed = false;
  const look = async (): Promise<void> => {
    const now = await identityOf(folder);
    if ((now.path === identity.path && now.inode === identity.inode) || isClosed) return;
    identity = now;
    const old = watcher;
    watcher = open(now.path);
    onChange();
    await old.close();
  };
  const timer = setInterval(() => void look().catch(onFault), SAME_FOLDER_MS).unref();
  return {
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await watcher.close();
    },
  };
}

/** Hidden folders, such as `.git`, hold nothing that is read. */
function isUninteresting(folder: string): (path: string) => boolean {
  return (path) => path !== folder && basename(path).startsWith(".");
}

interface Identity {
  /** Where the folder really is; the folder as given where there is none. */
  readonly path: string;
  readonly inode: string | null;
}

/** Tells one folder from another at the same place. */
async function identityOf(folder: string): Promise<Identity> {
  const path = await realpath(folder).catch(() => folder);
  const found = await stat(path, { bigint: true }).catch(() => null);
  return { path, inode: found === null ? null : `${found.dev}:${found.ino}` };
}
