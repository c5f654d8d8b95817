import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runCommandLine, UsageError, write } from "../command-line.ts";
import type { Console, TerminalStream } from "../command-line.ts";
import { truncate } from "../display-width.ts";
import { withEnvFile } from "../environment.ts";
import type { Feedback } from "../feedback-log.ts";
import { FEEDBACK_KINDS, openFeedbackLog } from "../feedback-log.ts";
import { stateFolderOf } from "../state-folder.ts";
import { drawTable } from "../table.ts";
import { printable } from "../terminal-style.ts";

const HELP = `Usage: npm run --silent feedback -- [--data DIR] [--kind KIND] [--json]

Lists what readers thought of answers and what couldn't be answered, newest first. Nothing says who they were.

  --data DIR    where the bot keeps it (default: DATA_DIR, else digest-bot in the user's state folder)
  --kind KIND   only ${FEEDBACK_KINDS.join(", ")}
  --json        one JSON object a line: at, kind, text, answer
  -h, --help    this text

Exit status: 0, also where there is none; 2 when the arguments can't be used.
`;

/** On a terminal longer texts are cut, in columns. */
const WIDEST = { text: 60, answer: 30 };

async function runFeedback({ output, errors, environment }: Console): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      data: { type: "string" },
      kind: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
    allowPositionals: true,
  });
  if (values.help) return write(output, HELP);
  if (positionals[0] !== undefined)
    throw new UsageError(`Unexpected argument '${positionals[0]}'; name the folder with --data`);
  if (values.data === "") throw new UsageError("--data needs a folder");
  const kind = kindOf(values.kind);
  const set = (await withEnvFile(environment))["DATA_DIR"]?.trim() ?? "";
  const folder = values.data ?? (set === "" ? stateFolderOf(environment, homedir()) : set);
  const all = openFeedbackLog(join(folder, "feedback.jsonl")).newest(Infinity);
  const listed = all.filter((feedback) => kind === null || feedback.kind === kind);
  if (values.json) return write(output, listed.map((feedback) => `${JSON.stringify(feedback)}\n`).join(""));
  if (listed.length === 0) return write(errors, `There is no feedback in ${folder} yet.\n`);
  await write(output, `${draw(listed, output)}\n`);
}

function kindOf(given: string | undefined): Feedback["kind"] | null {
  const kind = FEEDBACK_KINDS.find((known) => known === given) ?? null;
  if (given !== undefined && kind === null)
    throw new UsageError(`There is no kind '${given}'; name one of ${FEEDBACK_KINDS.join(", ")}`);
  return kind;
}

function draw(listed: readonly Feedback[], { isTTY }: TerminalStream): string {
  const cell = (text: string | null, widest: number): string => {
    const line = printable(text ?? "").replace(/\s*\n\s*/gu, " ");
    return isTTY === true ? truncate(line, widest) : line;
  };
  return drawTable({
    name: "feedback",
    columns: [
      { key: "at", label: "When" },
      { key: "kind", label: "Kind" },
      { key: "text", label: "Question or note" },
      { key: "answer", label: "Answer" },
    ],
    rows: listed.map(({ at, kind, text, answer }) => ({
      at: at.slice(0, 16).replace("T", " "),
      kind,
      text: cell(text, WIDEST.text),
      answer: cell(answer, WIDEST.answer),
    })),
  });
}

await runCommandLine("feedback", runFeedback);
