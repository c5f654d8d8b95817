import { once } from "node:events";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { DigestVersion, FolderDigest } from "../src/index.ts";
import { watchFolder } from "./folder-watch.ts";
import { problemLine } from "./knowledge.ts";
import type { ReloadLog } from "./reload-log.ts";
import type { ServedKnowledge } from "./served-knowledge.ts";

/** What is served of a folder, as it changes. */
export interface LiveKnowledge extends ServedKnowledge {
  /** Ends the watch; what is served stays. */
  readonly close: () => Promise<void>;
}

/** What following a folder needs. */
export interface LiveOptions {
  readonly folder: string;
  readonly reader: FolderDigest;
  /** What is served first. */
  readonly first: DigestVersion;
  readonly log: ReloadLog;
}

/** So long nothing may have been written before the folder is read, in ms: editors write, rename and set times. */
const SETTLE_MS = 50;
/** So long nothing may have been written before what was read is served, in ms: files come in pieces, and many at once. */
const QUIET_MS = 300;
/** After so long it is served although something goes on being written, in ms: a log in the folder mustn't stop the news. */
const LONGEST_WAIT_MS = 5000;
/** How often the folder is read where nothing was told, in ms: some disks, such as those of other machines, tell nothing. */
const UNTOLD_MS = 60_000;
/** So long after a change the digest is kept for the next start, in ms: an editor who goes on writing would have it kept each time. */
const KEEP_AFTER_MS = 30_000;

/**
 * Serves what a folder holds, now and whenever it changes: a new version is made aside and then takes the place of the
 * old one at once. Whoever took the old one's digest goes on with it.
 */
export function followKnowledge({ folder, reader, first, log }: LiveOptions): LiveKnowledge {
  const stopping = new AbortController();
  const changes = new EventTarget();
  /** How many changes were told, and when the last was. */
  let count = 0;
  let changedMs = 0;
  let served = first;
  let lines = first.problems.map(problemLine);
  /** Has the folder read, whether or not something changed. */
  const lookAgain = (): void => {
    count++;
    changedMs = performance.now();
    changes.dispatchEvent(new Event("change"));
  };
  const onChange = (): void => {
    if (!stopping.signal.aborted) reader.prepare();
    lookAgain();
  };
  const serve = (version: DigestVersion, ms: number): void => {
    const before = { digest: served.digest, lines };
    served = version;
    lines = version.problems.map(problemLine);
    log.served(before, { digest: version.digest, lines }, ms);
  };
  const isStopped = (): boolean => stopping.signal.aborted;
  const waitFor = async (ms: number): Promise<void> => sleep(ms, undefined, { signal: stopping.signal, ref: false });

  /** Waits until nothing was written for so long, or until too long has passed since a time. */
  const calm = async (quietMs: number, sinceMs: number): Promise<void> => {
    const leftMs = (): number => Math.min(changedMs + quietMs, sinceMs + LONGEST_WAIT_MS) - performance.now();
    do {
      await waitFor(Math.max(0, leftMs()));
      // In a busy process a timer may be due before what was written meanwhile is told.
      await nextTurn();
    } while (leftMs() > 0);
  };
  /**
   * Reads until what was read is what stands there: what was read of a file while it was written isn't served. It is
   * read while it isn't known yet whether that was the last write, for reading takes as long as the quiet.
   */
  const renew = async (): Promise<number> => {
    const sinceMs = performance.now();
    for (;;) {
      await calm(SETTLE_MS, sinceMs);
      const seen = count;
      const startMs = performance.now();
      const found = await reader.look(served, stopping.signal);
      await calm(QUIET_MS, sinceMs);
      if (seen !== count && performance.now() - sinceMs < LONGEST_WAIT_MS) continue;
      const version = await reader.next(served, found);
      if (!isStopped()) serve(version, performance.now() - startMs);
      return seen;
    }
  };
  const follow = async (): Promise<void> => {
    const watch = await watchFolder(folder, onChange, log.unwatched);
    const untold = setInterval(lookAgain, UNTOLD_MS).unref();
    stopping.signal.addEventListener("abort", () => {
      clearInterval(untold);
      void watch.close();
    });
    // What was written since the first reading was told to nobody.
    lookAgain();
    let seen = 0;
    let keeping: NodeJS.Timeout | null = null;
    while (!isStopped()) {
      if (seen === count) await once(changes, "change", { signal: stopping.signal });
      const before = served.digest;
      seen = await renew().catch((error: unknown) => {
        if (!isStopped()) log.failed(error);
        return count;
      });
      if (served.digest === before) continue;
      clearTimeout(keeping ?? undefined);
      keeping = setTimeout(() => void reader.keep(served), KEEP_AFTER_MS).unref();
    }
  };
  const followed = follow().catch((error: unknown) => {
    if (!isStopped()) log.failed(error);
  });
  return {
    digest: () => served.digest,
    problems: () => lines,
    close: async () => {
      stopping.abort();
      await followed;
    },
  };
}
