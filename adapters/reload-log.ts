import type { Digest, Issue } from "../src/index.ts";
import type { Log } from "./log.ts";

/** What was served, or is. */
export interface Served {
  readonly digest: Digest;
  /** What of the folder can't be served as it is, one line each. */
  readonly lines: readonly string[];
}

/** Is told what becomes of a folder that is followed. */
export interface ReloadLog {
  readonly served: (before: Served, now: Served, ms: number) => void;
  /** Nothing tells of changes any more, or not of all. */
  readonly unwatched: (error: unknown) => void;
  /** A version couldn't be made, for a reason that lies in the program. */
  readonly failed: (error: unknown) => void;
}

/** Says nothing. */
export const NO_RELOAD_LOG: ReloadLog = { served: () => {}, unwatched: () => {}, failed: () => {} };

/** Most issues named in a line. */
const NAMED = 20;

/** Tells an operator which issues came, changed and went, and which files can't be served or can again. */
export function reloadLog(log: Log): ReloadLog {
  let isUnwatched = false;
  return {
    served: (before, now, ms) => {
      if (now.digest !== before.digest)
        log.info(
          { ...changesBetween(before.digest, now.digest), issues: now.digest.issues.length, ms: Math.round(ms) },
          "the knowledge folder changed and is served as it is now",
        );
      for (const line of now.lines.filter((line) => !before.lines.includes(line))) log.warn({}, line);
      for (const line of before.lines.filter((line) => !now.lines.includes(line))) log.info({}, `no longer: ${line}`);
    },
    unwatched: (error) => {
      // Where the system can't watch one file, it mostly can't watch hundreds.
      if (isUnwatched) return;
      isUnwatched = true;
      log.warn({ err: error }, "changes of the knowledge folder may be noticed only after a minute");
    },
    failed: (error) =>
      log.error({ err: error }, "the knowledge folder couldn't be read again; the last version is served"),
  };
}

/** The ids of issues that came, changed and went. */
function changesBetween(before: Digest, now: Digest): Record<"added" | "changed" | "removed", string[]> {
  const old = new Map(before.issues.map((issue) => [issue.id, issue]));
  const fresh = new Set(now.issues.map(({ id }) => id));
  const isChanged = (issue: Issue): boolean => old.has(issue.id) && old.get(issue.id) !== issue;
  return {
    added: named(now.issues.filter(({ id }) => !old.has(id))),
    changed: named(now.issues.filter(isChanged)),
    removed: named(before.issues.filter(({ id }) => !fresh.has(id))),
  };
}

function named(issues: readonly Issue[]): string[] {
  const more = issues.length > NAMED ? [`and ${issues.length - NAMED} more`] : [];
  return [...issues.slice(0, NAMED).map(({ id }) => id), ...more];
}
