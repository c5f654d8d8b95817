import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Environment } from "../environment.ts";
import { stateFolderOf } from "../state-folder.ts";

/** What has been typed, kept between runs. Nothing of it fails: without its file, a run just forgets. */
export interface History {
  /** The lines of earlier runs, newest first. */
  readonly lines: readonly string[];
  /** Adds a line to the file. */
  readonly add: (line: string) => void;
}

/** How many lines are kept. */
export const HISTORY_LINES = 500;
/** Longer lines aren't kept: they are pasted rather than typed. */
const LONGEST_LINE = 1000;
/** What was asked is nobody else's business. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/** Where the history lies. */
export function historyFileOf(environment: Environment, home: string): string {
  return join(stateFolderOf(environment, home), "history");
}

/**
 * Opens a history, and shortens its file when that has grown past what is kept. Runs at the same time only ever add
 * lines, so none loses what another kept.
 */
export function openHistory(file: string): History {
  const lines = readLines(file);
  const kept = distinct(lines.toReversed()).slice(0, HISTORY_LINES);
  if (lines.length > 2 * HISTORY_LINES)
    quietly(() =>
      writeFileSync(
        file,
        kept
          .toReversed()
          .map((line) => `${line}\n`)
          .join(""),
        { mode: OWNER_ONLY.file },
      ),
    );
  return {
    lines: kept,
    add: (line) => {
      if (!isKept(line)) return;
      quietly(() => {
        mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY.folder });
        appendFileSync(file, `${line}\n`, { mode: OWNER_ONLY.file });
      });
    },
  };
}

function readLines(file: string): string[] {
  return (quietly(() => readFileSync(file, "utf8")) ?? "").split("\n").filter(isKept);
}

function isKept(line: string): boolean {
  return line.trim() !== "" && line.length <= LONGEST_LINE && !/\p{Cc}/u.test(line);
}

function distinct(lines: readonly string[]): string[] {
  return [...new Set(lines)];
}

function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
