import { basename } from "node:path";
import { runCommandLine, write } from "../adapters/command-line.ts";
import type { Console, TerminalStream } from "../adapters/command-line.ts";
import { compare, countCompared } from "./compare.ts";
import type { Compared } from "./compare.ts";
import { failuresOf } from "./failure.ts";
import type { Failure } from "./failure.ts";
import { failureText } from "./failure-text.ts";
import { measureSet } from "./measure-set.ts";
import type { SetMetrics } from "./measure-set.ts";
import { readOptions } from "./options.ts";
import type { EvalOptions } from "./options.ts";
import { startProgressBar } from "./progress-bar.ts";
import { readQuestionSet } from "./question-set.ts";
import { drawComparison, drawMetrics } from "./report.ts";
import { sampleQuestions } from "./sample-questions.ts";

const HELP = `Usage: npm run --silent eval -- --articles FILE --questions FILE [--compare] [--show wrong] [--json]

Makes one digest of a question set's articles, asks it every question by itself, and says how well
and how fast it answers. Both files are JSON Lines:

  articles    {"id", "title", "text"}
  questions   {"id", "question", "answers": […], "article": id or null, "answerable", "lang"}

  --articles FILE    the articles
  --questions FILE   the questions
  --compare          also plain minisearch on the same questions, in several ways
  --show wrong       also every failure: question, gold answers, answer, where it is from
  --limit N          only N questions, spread evenly over the set
  --json             one JSON object; shares and scores from 0 to 1, null where no question tells
  -h, --help         this text

Exit status: 0; 2 when the arguments or the files can't be used.
`;

async function runEval({ output, errors }: Console): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) return write(output, HELP);
  const evaluation = await evaluate(options, errors);
  if (options.isJson) return write(output, `${JSON.stringify(membersOf(evaluation), roundNumbers)}\n`);
  for (const failure of evaluation.wrong ?? []) await write(output, `${failureText(failure)}\n\n`);
  await write(output, tablesOf(evaluation));
}

/** What one run found out; null for what wasn't asked for. */
interface Evaluation {
  readonly name: string;
  readonly metrics: SetMetrics;
  readonly compared: readonly Compared[] | null;
  readonly wrong: readonly Failure[] | null;
}

async function evaluate(options: EvalOptions, errors: TerminalStream): Promise<Evaluation> {
  const whole = await readQuestionSet(options.articles, options.questions);
  const set = options.limit === null ? whole : sampleQuestions(whole, options.limit);
  const bar = startProgressBar(errors, "asking", set.questions.length);
  const measured = await measureSet(set, bar.advance);
  bar.end();
  const comparing = startProgressBar(errors, "comparing", options.isCompared ? countCompared(set) : 0);
  const compared = options.isCompared ? compare(set, measured, comparing.advance) : null;
  comparing.end();
  return {
    name: basename(options.articles).replace(/(?:\.articles)?\.jsonl$/u, ""),
    metrics: measured.metrics,
    compared,
    wrong: options.isWrongShown ? failuresOf(measured.outcomes, set) : null,
  };
}

function membersOf({ metrics, compared, wrong }: Evaluation): object {
  return { ...metrics, ...(compared === null ? {} : { compare: compared }), ...(wrong === null ? {} : { wrong }) };
}

/** Four decimals tell two runs apart; more are noise. */
function roundNumbers(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;
}

function tablesOf({ name, metrics, compared }: Evaluation): string {
  const tables = [drawMetrics({ name, metrics }), ...(compared === null ? [] : [drawComparison(name, compared)])];
  return `${tables.join("\n\n")}\n`;
}

await runCommandLine("eval", runEval);
