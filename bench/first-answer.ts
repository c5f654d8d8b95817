import type { Bench, BenchReport } from "./bench.ts";
import { runNode } from "./child.ts";
import type { ChildRun } from "./child.ts";
import { median } from "./statistics.ts";
import type { Row } from "../adapters/table.ts";

const RUNS = 7;
const QUESTION = "上半年跨境电商出口多少？"; // "How much were cross-border e-commerce exports in the first half?"

const PROGRAMS = [
  {
    label: "this bot, as npm runs it",
    args: ["--max-semi-space-size=1", "bin/run.mjs", "cli/ask", QUESTION],
    isCompiled: true,
  },
  { label: "Node alone", args: ["--eval", "process.stdout.write('\\n')"], isCompiled: true },
  { label: "this bot through tsx", args: ["adapters/cli/ask.ts", QUESTION], isCompiled: false },
  { label: "plain minisearch through tsx", args: ["bench/plain-search.ts", QUESTION], isCompiled: false },
] as const;

/** From the start of a process to its first answer, each time in a new process. */
export const firstAnswer: Bench = {
  name: "first-answer",
  about: `Process start to first answer, ${RUNS} processes each: ${QUESTION}`,
  option: null,
  run: measureFirstAnswer,
};

/** The programs take turns, so that what else the machine does falls on all of them. */
async function measureFirstAnswer(): Promise<BenchReport> {
  const runs = PROGRAMS.map((): ChildRun[] => []);
  for (let round = 0; round <= RUNS; round++) {
    for (const [i, { args, isCompiled }] of PROGRAMS.entries()) {
      const run = await runNode(args, isCompiled);
      if (round > 0) runs[i]?.push(run);
    }
  }
  return {
    tables: [
      {
        name: "first-answer",
        columns: [
          { key: "program", label: "" },
          { key: "medianMs", label: "median ms" },
          { key: "worstMs", label: "worst ms" },
          { key: "medianTotalMs", label: "to the end, median ms" },
          { key: "peakMb", label: "peak RSS MB" },
        ],
        rows: PROGRAMS.map(({ label }, i) => rowOf(label, runs[i] ?? [])),
      },
    ],
    notes: [
      "One more run of each goes before, untimed, to fill tsx's and the system's caches.",
      "Times are to the first byte on standard output; peak RSS is the greatest of the runs.",
    ],
  };
}

function rowOf(program: string, runs: readonly ChildRun[]): Row {
  const firstOutputMs = runs.map((run) => run.firstOutputMs);
  return {
    program,
    medianMs: median(firstOutputMs),
    worstMs: Math.max(...firstOutputMs),
    medianTotalMs: median(runs.map(({ totalMs }) => totalMs)),
    peakMb: Math.max(...runs.map(({ peakMb }) => peakMb)),
  };
}
