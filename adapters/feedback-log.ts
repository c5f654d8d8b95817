import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { Log } from "./log.ts";

/** What feedback is about: an answer that was good or bad, a question without an answer, a reader's own words. */
export const FEEDBACK_KINDS = ["good", "bad", "unanswered", "note"] as const;

/** What a reader thought of an answer, or what couldn't be answered. Nothing says who it was. */
export interface Feedback {
  readonly at: string;
  readonly kind: (typeof FEEDBACK_KINDS)[number];
  /** The question, or the reader's own words for a note; null where it isn't known any more. */
  readonly text: string | null;
  readonly answer: string | null;
}

/** Keeps feedback for the editor. */
export interface FeedbackLog {
  readonly add: (feedback: Feedback) => void;
  /** Newest first. */
  readonly newest: (count: number) => Feedback[];
}

const schema = z.object({
  at: z.string(),
  kind: z.enum(FEEDBACK_KINDS),
  text: z.string().nullable(),
  answer: z.string().nullable(),
});

/** The file keeps its newer half when it grows past this, in bytes. */
const MOST_BYTES = 1_000_000;
/** Longer texts are cut, in UTF-16 units. */
const LONGEST = 500;

/**
 * Opens the log in a file of JSON Lines; a line that can't be read is passed over.
 *
 * @param log - Told where feedback can't be written, for nobody's answer is to fail by that.
 */
export function openFeedbackLog(file: string, log: Pick<Log, "error"> | null = null): FeedbackLog {
  return {
    add: (feedback) => {
      try {
        addTo(file, feedback);
      } catch (error) {
        if (log === null) throw error;
        log.error({ err: error }, "feedback can't be written; check DATA_DIR");
      }
    },
    newest: (count) => readLines(file).flatMap(parse).slice(-count).toReversed(),
  };
}

function addTo(file: string, { at, kind, text, answer }: Feedback): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const line = JSON.stringify({ at, kind, text: cut(text), answer: cut(answer) });
  appendFileSync(file, `${line}\n`, { mode: 0o600 });
  if (statSync(file).size > MOST_BYTES) keepNewerHalf(file);
}

function cut(text: string | null): string | null {
  return text === null ? null : text.slice(0, LONGEST);
}

function keepNewerHalf(file: string): void {
  const lines = readLines(file);
  writeFileSync(`${file}.new`, `${lines.slice(Math.ceil(lines.length / 2)).join("\n")}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
  } catch {
    return [];
  }
}

function parse(line: string): Feedback[] {
  try {
    return [schema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
