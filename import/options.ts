import { parseArgs } from "node:util";
import { UsageError } from "../adapters/command-line.ts";
import type { Language } from "../src/index.ts";
import { findDate } from "./printed-date.ts";

/** What `npm run import` is asked to do; null is for the file to say. */
export interface ImportOptions {
  readonly paths: readonly string[];
  readonly out: string;
  readonly date: string | null;
  readonly title: string | null;
  readonly language: Language | null;
  readonly isWeekly: boolean;
  readonly isDryRun: boolean;
  readonly isForced: boolean;
}

/**
 * Reads the command line of `npm run import`; null where it asks for help.
 *
 * @throws UsageError (or a TypeError of `parseArgs`) when an option is missing, unknown or not as it should be.
 */
export function readOptions(args: readonly string[]): ImportOptions | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: "string", default: "knowledge" },
      date: { type: "string" },
      title: { type: "string" },
      language: { type: "string" },
      weekly: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      force: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  if (positionals.length === 0) throw new UsageError("name the files to import: npm run --silent import -- FILE…");
  return {
    paths: positionals,
    out: values.out,
    date: readDate(values.date),
    title: readTitle(values.title),
    language: readLanguage(values.language),
    isWeekly: values.weekly,
    isDryRun: values["dry-run"],
    isForced: values.force,
  };
}

function readDate(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/u.test(value) || findDate(value) !== value)
    throw new UsageError(`--date ${value}: write a day such as 2025-07-16 or a month such as 2025-07`);
  return value;
}

function readTitle(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (value.trim() === "") throw new UsageError("--title: write the issue's title, or leave the option out");
  return value.trim();
}

function readLanguage(value: string | undefined): Language | null {
  if (value === undefined || value === "zh" || value === "en") return value ?? null;
  throw new UsageError(`--language ${value}: write zh or en, or leave the option out and the text decides`);
}
