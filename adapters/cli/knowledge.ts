import { parseArgs } from "node:util";
import { runCommandLine, UsageError, write } from "../command-line.ts";
import type { Console } from "../command-line.ts";
import { runCheck } from "./knowledge-check.ts";
import { runDiff } from "./knowledge-diff.ts";

const HELP = `Usage: npm run --silent knowledge -- check [--knowledge DIR] [--json]
       npm run --silent knowledge -- diff [--json] BEFORE AFTER

For editors, before readers ask.

check lists the issues of a knowledge folder with date, articles and facts, and names what readers
would miss answers by: files that can't be read, issues without a date, periods that nobody can
resolve, articles that say nothing or stand there twice, lines that break off in a sentence.
Where NAME.questions.jsonl lies beside NAME.md, its questions are asked about that issue, and what
isn't answered as it says is listed: {"id", "kind", "lang", "turns", "answerable", "expect",
"article"} a line.

diff shows the facts that AFTER adds, removes and changes. Both are folders, or files of one issue.

  --knowledge DIR   the knowledge folder (default: KNOWLEDGE_DIR, else knowledge)
  --json            one JSON object a line: an issue, a problem or a change
  -h, --help        this text

Exit status: 0 when all is well (for diff: whatever differs); 1 when check found something to look
at, or diff a file that can't be read; 2 when the arguments, the folder or a file can't be used.
`;

async function runKnowledge(console: Console): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      knowledge: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
    allowPositionals: true,
  });
  if (values.help) return write(console.output, HELP);
  const [command, ...operands] = positionals;
  const isFine = await run(command, operands, values, console);
  if (!isFine) process.exitCode = 1;
}

async function run(
  command: string | undefined,
  operands: readonly string[],
  { knowledge, json }: { readonly knowledge?: string | undefined; readonly json: boolean },
  console: Console,
): Promise<boolean> {
  if (command === "check") {
    if (operands[0] !== undefined)
      throw new UsageError(`Unexpected argument '${operands[0]}'; name the folder with --knowledge`);
    return runCheck(knowledge, json, console);
  }
  if (command !== "diff") throw new UsageError(`${command ?? "No command"} isn't one; write check or diff (--help)`);
  const [before, after, more] = operands;
  if (before === undefined || after === undefined || more !== undefined)
    throw new UsageError("diff needs two folders or files: BEFORE AFTER");
  if (knowledge !== undefined) throw new UsageError("diff takes no --knowledge; name both folders or files");
  return runDiff(before, after, json, console);
}

await runCommandLine("knowledge", runKnowledge);
