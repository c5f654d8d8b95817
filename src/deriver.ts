import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { IssueSource } from "./digest/issue-source.ts";
import { KnowledgeError } from "./digest/knowledge-error.ts";
import type { Derived } from "./derive-thread.ts";
import type { PackedIssue } from "./search/packed-issue.ts";

/** Turns issues into facts in a thread of its own, so that a process that answers goes on answering meanwhile. */
export interface Deriver {
  /** Starts the thread, where there is none, so that it is ready when it is needed. */
  readonly prepare: () => void;
  /**
   * Reads an issue from its file's text and derives its facts.
   *
   * @throws KnowledgeError when the text can't be used, takes too long, or takes more memory than there is.
   */
  readonly derive: (source: IssueSource) => Promise<PackedIssue>;
  /** Ends the thread; what is being derived, and all after it, fails. */
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
  const deriveNow = async (source: IssueSource): Promise<PackedIssue> => {
    if (isClosed) throw new Error("the thread that derives facts was closed");
    clearTimeout(idle);
    try {
      return resultOf(await askThread(start(), source, longestMs), source);
    } catch (error) {
      if (!(error instanceof KnowledgeError)) await end();
      if (!isTooLarge(error)) throw error;
      throw new KnowledgeError(source.name, `${error.message}; ${REMEDY}`, { cause: error });
    } finally {
      endWhenIdle();
    }
  };
  return {
    prepare: () => {
      if (isClosed) return;
      start();
      endWhenIdle();
    },
    derive: async (source) => {
      const derived = last.then(async () => deriveNow(source));
      last = derived.catch(() => {});
      return derived;
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

async function askThread(thread: Worker, source: IssueSource, longestMs: number): Promise<Derived> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => settle(() => reject(new Error("the thread that derives facts ended")));
    const onTooLong = (): void =>
      settle(() => reject(new TooLongError(`takes longer than ${longestMs / 1000} s to read`)));
    const onMessage = (derived: Derived): void => settle(() => resolve(derived));
    const onError = (error: unknown): void => settle(() => reject(error));
    const timer = setTimeout(onTooLong, longestMs);
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
      finish();
    };
    // Whoever waits for a derivation keeps the process alive, an idle thread doesn't.
    thread.ref();
    thread.on("message", onMessage).on("error", onError).on("exit", onExit).postMessage(source, []);
  });
}

function resultOf(derived: Derived, { name }: IssueSource): PackedIssue {
  if (derived.packed !== null) return derived.packed;
  if (derived.detail !== null) throw new KnowledgeError(name, derived.detail);
  throw new KnowledgeError(name, `can't be read as Markdown (${derived.message}); simplify its nesting`);
}

function isTooLarge(error: unknown): error is Error {
  if (error instanceof TooLongError) return true;
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
