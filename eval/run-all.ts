import { spawn } from "node:child_process";
import { extname } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UsageError, runCommandLine, write } from "../adapters/command-line.ts";
import type { Console } from "../adapters/command-line.ts";
import type { Compared } from "./compare.ts";
import { readLimit } from "./options.ts";
import type { SetMetrics } from "./measure-set.ts";
import { drawComparison, drawSets } from "./report.ts";
import { listSets } from "./set-files.ts";
import type { SetFiles } from "./set-files.ts";

const HELP = `Usage: npm run --silent eval:all -- [--data DIR] [--compare] [--limit N] [--json]

Measures every question set of a folder, NAME.articles.jsonl with NAME.questions.jsonl, each in a
process of its own, and prints one table.

  --data DIR   the folder (default: ../shared/data)
  --compare    also plain minisearch on the same questions, a table a set
  --limit N    only N questions of each set, spread evenly over it
  --json       one JSON object: what eval --json gives, by the names of the sets
  -h, --help   this text

Exit status: 0; 2 when the arguments, the folder or a set can't be used.
`;

const DEFAULT_FOLDER = "../shared/data";

/** What `eval --json` printed of one set. */
interface Evaluated extends SetFiles {
  readonly metrics: SetMetrics & { readonly compare?: readonly Compared[] };
}

async function runAll({ output, errors }: Console): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: DEFAULT_FOLDER },
      compare: { type: "boolean", default: false },
      limit: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return write(output, HELP);
  const limit = readLimit(values.limit);
  const options = [...(values.compare ? ["--compare"] : []), ...(limit === null ? [] : ["--limit", String(limit)])];
  const sets = await listSets(values.data, (file) => errors.write(`eval: ${file} isn't there; its set is left out\n`));
  const evaluated: Evaluated[] = [];
  for (const set of sets) {
    errors.write(`eval: ${set.name} …\n`);
    evaluated.push({ ...set, metrics: await evaluate(set, options) });
  }
  await write(output, values.json ? asJson(evaluated) : asTables(evaluated));
}

/** Measures a set in a process of its own, so that its memory and its compiled code are nobody else's. */
async function evaluate(
  { name, articles, questions }: SetFiles,
  options: readonly string[],
): Promise<Evaluated["metrics"]> {
  const args = ["--json", "--articles", articles, "--questions", questions, ...options];
  const child = spawn(process.execPath, [...process.execArgv, RUN, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const [printed, code] = await Promise.all([text(child.stdout), ended]);
  if (code === 2) throw new UsageError(`the set ${name} can't be used`);
  if (code !== 0) throw new Error(`measuring ${name} ended with ${code ?? "a signal"}`);
  return JSON.parse(printed) as Evaluated["metrics"];
}

/** The command for one set: translated or compiled, as this one is. */
const RUN = fileURLToPath(new URL(`run${extname(import.meta.url)}`, import.meta.url));

function asJson(evaluated: readonly Evaluated[]): string {
  return `${JSON.stringify(Object.fromEntries(evaluated.map(({ name, metrics }) => [name, metrics])))}\n`;
}

function asTables(evaluated: readonly Evaluated[]): string {
  const comparisons = evaluated.flatMap(({ name, metrics: { compare } }) =>
    compare === undefined ? [] : [drawComparison(name, compare)],
  );
  return `${[drawSets(evaluated), ...comparisons].join("\n\n")}\n`;
}

await runCommandLine("eval", runAll);
