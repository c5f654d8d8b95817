import { parseArgs } from "node:util";
import { UsageError } from "../adapters/command-line.ts";

/** What `npm run eval` is asked to do. */
export interface EvalOptions {
  readonly articles: string;
  readonly questions: string;
  readonly isCompared: boolean;
  readonly isWrongShown: boolean;
  readonly limit: number | null;
  readonly isJson: boolean;
}

/**
 * Reads the command line of `npm run eval`; null where it asks for help.
 *
 * @throws UsageError (or a TypeError of `parseArgs`) when an option is missing, unknown or not as it should be.
 */
export function readOptions(args: readonly string[]): EvalOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: "string" },
      questions: { type: "string" },
      compare: { type: "boolean", default: false },
      show: { type: "string" },
      limit: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const { articles, questions, show } = values;
  if (articles === undefined || questions === undefined)
    throw new UsageError("name the two files of a question set with --articles FILE and --questions FILE");
  if (show !== undefined && show !== "wrong") throw new UsageError(`--show ${show}: write --show wrong`);
  return {
    articles,
    questions,
    isCompared: values.compare,
    isWrongShown: show === "wrong",
    limit: readLimit(values.limit),
    isJson: values.json,
  };
}

/**
 * Reads the value of `--limit N`; null where it isn't given.
 *
 * @throws UsageError when it isn't a whole number from 1 on.
 */
export function readLimit(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,8}$/u.test(value)) throw new UsageError(`--limit ${value}: write a whole number from 1 on`);
  return Number(value);
}
