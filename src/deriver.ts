import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Asked, Derived, Told } from "./derive-thread.ts";
import type { FolderListing, ListedFile } from "./folder-listing.ts";
import { listFolder } from "./folder-listing.ts";

/**
 * Reads a folder and turns its issues into facts, in a thread of its own, so that a process that answers goes on
 * answering meanwhile; and so that reading needn't wait for answers: of a file it waits for the system six times.
 */
export interface Deriver {
  /** Starts the thread, where there is none, so that it is ready when it is needed. */
  readonly prepare: () => void;
  /**
   * Reads a folder and tells what stands there; what is wrong with it, where the folder itself can't be read. Where there
   * is no thread, none is started for it: mostly nothing changed, and a thread takes more than reading.
   */
  readonly list: (folder: string) => Promise<FolderListing | { readonly gone: string }>;
  /** Reads an issue's file and derives its facts; what is wrong with it, where it takes too long or too much memory, too. */
  readonly derive: (listed: ListedFile) => Promise<Derived>;
  /** Ends the thread; what is asked of it, and all after it, fails. */
  readonly close: () => Promise<void>;
}

/** An issue that takes longer is given up: the largest that is allowed takes a third of it. */
const LONGEST_MS = 60_000;
const MOST_MEGABYTES = 1024;
/** A thread that has had nothing to do for so long is ended, for it holds some 60 MB. */
const IDLE_MS = 30_000;

/** Makes a deriver; its thread is started when it is needed, and anew after an issue that it didn't survive. */
export function createDeriver(longestMs: number = LONGEST_MS): Deriver {
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let idle: NodeJS.Timeout | undefined;
  const start = (): Worker => {
    const started = thread ?? startThread();
    if (thread === null) started.once("exit", () => (thread = thread === started ? null : thread));
    return (thread = started);
  };
  const end = async (): Promise<void> => {
    const ending = thread;
    thread = null;
    await ending?.terminate();
  };
  const endWhenIdle = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => void end(), IDLE_MS).unref();
  };
  const askNow = async (asked: Asked): Promise<Told> => {
    if (isClosed) throw new Error("the thread that derives facts was closed");
    clearTimeout(idle);
    try {
      return await askThread(start(), asked, longestMs);
    } catch (error) {
      await end();
      throw error;
    } finally {
      endWhenIdle();
    }
  };
  /** One after the other: what a thread is busy with when it dies is then known. */
  const ask = async (asked: Asked): Promise<Told> => {
    const told = last.then(async () => askNow(asked));
    last = told.catch(() => {});
    return told;
  };
  return {
    prepare: () => {
      if (isClosed) return;
      start();
      endWhenIdle();
    },
    list: async (folder) => {
      if (thread === null && !isClosed) return listFolder(folder);
      const told = await ask({ folder });
      if ("listing" in told) return told.listing;
      if ("gone" in told) return told;
      throw new Error(`the folder can't be read: ${"failure" in told ? told.failure : "nothing was told of it"}`);
    },
    derive: async ({ file, key }) => {
      try {
        const told = await ask({ file });
        if ("outcome" in told) return told;
        throw new Error(`nothing was told of ${file.name}`);
      } catch (error) {
        if (!isTooLarge(error)) throw error;
        return { key, outcome: { problem: `${error.message}; ${REMEDY}` } };
      }
    },
    close: async () => {
      isClosed = true;
      clearTimeout(idle);
      await end();
    },
  };
}

const REMEDY = "split it into smaller issues";

/** Thrown when an issue takes too long. */
class TooLongError extends Error {
  override readonly name = "TooLongError";
}

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
  const thread = import.meta.url.endsWith(".ts")
    ? new Worker(translated(new URL("./derive-thread.ts", import.meta.url)), {
        resourceLimits,
        eval: true,
        execArgv: [],
      })
    : new Worker(new URL("./derive-thread.js", import.meta.url), { resourceLimits });
  // One that dies with nothing to do is no loss, and nothing that the process should die of.
  thread.on("error", () => {}).unref();
  return thread;
}

/** A program that runs a source as it is: tests and developers do so by tsx, which leaves threads aside. */
function translated(source: URL): string {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json"));
  const api = new URL("dist/esm/api/index.mjs", tsx).href;
  return `import(${JSON.stringify(api)}).then(({ register }) => (register(), import(${JSON.stringify(source.href)})))`;
}

async function askThread(thread: Worker, asked: Asked, longestMs: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => settle(() => reject(new Error("the thread that derives facts ended")));
    const onTooLong = (): void =>
      settle(() => reject(new TooLongError(`takes longer than ${longestMs / 1000} s to read`)));
    const onMessage = (told: Told): void => settle(() => resolve(told));
    const onError = (error: unknown): void => settle(() => reject(error));
    const timer = setTimeout(onTooLong, longestMs);
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
      finish();
    };
    // Whoever waits for the thread keeps the process alive, an idle thread doesn't.
    thread.ref();
    thread.on("message", onMessage).on("error", onError).on("exit", onExit).postMessage(asked, []);
  });
}

function isTooLarge(error: unknown): error is Error {
  if (error instanceof TooLongError) return true;
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
