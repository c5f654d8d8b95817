import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Draft } from "./draft.ts";
import { ImportError } from "./draft.ts";
import { LIMITS, MEGABYTE } from "./limits.ts";
import type { ReadingOutcome, ReadingTask } from "./reading-thread.ts";

/** Reads files in a thread of its own, one after the other. */
export interface ReadingRoom {
  readonly read: (task: ReadingTask) => Promise<readonly Draft[]>;
  readonly close: () => Promise<void>;
}

export interface ReadingBounds {
  readonly seconds: number;
  readonly memoryMb: number;
}

/** Memory is looked at so often. */
const WATCHED_MS = 50;
const THREAD = new URL(`reading-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Opens a thread for reading files. A file that takes too long or too much memory ends the thread, whatever its library
 * is doing; the next file gets a new one.
 */
export function openReadingRoom(
  bounds: ReadingBounds = { seconds: LIMITS.readingSeconds, memoryMb: LIMITS.memoryMb },
): ReadingRoom {
  let worker: Worker | null = null;
  const close = async (): Promise<void> => {
    await worker?.terminate();
    worker = null;
  };
  const read = async (task: ReadingTask): Promise<readonly Draft[]> => {
    worker ??= startThread();
    try {
      const outcome = await outcomeOf(worker, task, bounds);
      if ("drafts" in outcome) return outcome.drafts;
      throw new ImportError(outcome.refusal);
    } catch (error) {
      if (error instanceof ThreadLost) await close();
      throw error;
    }
  };
  return { read, close };
}

/** What a library prints while a file is read goes nowhere. */
function startThread(): Worker {
  const options = { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMb } };
  return IS_SOURCE ? new Worker(translated(THREAD), { ...options, eval: true }) : new Worker(THREAD, options);
}

const IS_SOURCE = extname(import.meta.url) === ".ts";

/** A thread of an untranslated source has to be told of the translator, which the main thread knows. */
function translated(thread: URL): string {
  const translator = import.meta.resolve("tsx/esm/api");
  return `import(${JSON.stringify(translator)}).then((tsx) => (tsx.register(), import(${JSON.stringify(thread.href)})));`;
}

/** Thrown where the thread had to be given up. */
class ThreadLost extends ImportError {}

async function outcomeOf(
  worker: Worker,
  task: ReadingTask,
  { seconds, memoryMb }: ReadingBounds,
): Promise<ReadingOutcome> {
  const most = process.memoryUsage.rss() + memoryMb * MEGABYTE;
  const deadline = performance.now() + seconds * 1000;
  return new Promise((resolve, reject) => {
    const finish = (end: () => void): void => {
      clearInterval(watch);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      end();
    };
    const lose = (message: string): void => finish(() => reject(new ThreadLost(message)));
    const onMessage = (outcome: ReadingOutcome): void => finish(() => resolve(outcome));
    const onError = (error: Error): void => lose(whyLost(error, memoryMb));
    const onExit = (): void => lose(TOO_COMPLEX);
    const watch = setInterval(() => {
      if (performance.now() > deadline) lose(`takes longer than ${seconds} s to read; divide it and import the parts`);
      else if (process.memoryUsage.rss() > most) lose(tooMuchMemory(memoryMb));
    }, WATCHED_MS);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task, [task.bytes.buffer]);
  });
}

const TOO_COMPLEX = "can't be read by its library; save it again, or as another format";

function whyLost(error: Error, memoryMb: number): string {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuchMemory(memoryMb) : TOO_COMPLEX;
}

function tooMuchMemory(memoryMb: number): string {
  return `takes more than ${memoryMb} MB of memory to read; divide it and import the parts`;
}
