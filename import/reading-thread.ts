import { parentPort } from "node:worker_threads";
import type { Draft, ReadingHints } from "./draft.ts";
import { ImportError } from "./draft.ts";
import type { Format } from "./format.ts";
import { READERS } from "./readers.ts";

/** A file to be read in the thread. */
export interface ReadingTask {
  readonly format: Format;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hints: ReadingHints;
}

/** What came of it: drafts, or why there are none. */
export type ReadingOutcome = { readonly drafts: readonly Draft[] } | { readonly refusal: string };

parentPort?.on("message", (task: ReadingTask) => {
  void read(task).then((outcome) => parentPort?.postMessage(outcome, []));
});

async function read({ format, bytes, hints }: ReadingTask): Promise<ReadingOutcome> {
  try {
    const reader = await READERS[format]();
    return { drafts: await reader(bytes, hints) };
  } catch (error) {
    if (error instanceof ImportError) return { refusal: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    return { refusal: `can't be read (${detail}); save it again, or as another format` };
  }
}
