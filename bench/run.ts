import { parseArgs } from "node:util";
import { UsageError, runCommandLine, write } from "../adapters/command-line.ts";
import type { Console } from "../adapters/command-line.ts";
import type { Bench, BenchReport } from "./bench.ts";
import { discord } from "./discord.ts";
import { firstAnswer } from "./first-answer.ts";
import { describeMachine, isBusy, machineLine } from "./machine.ts";
import { reload } from "./reload.ts";
import { scale } from "./scale.ts";
import { drawTable } from "../adapters/table.ts";
import { telegram, telegramChats } from "./telegram.ts";
import { throughput } from "./throughput.ts";

/** Every section, in the order of printing: a new bench is a file of its own and a name here. */
const BENCHES: readonly Bench[] = [firstAnswer, throughput, telegram, telegramChats, discord, reload, scale];

const HELP = `Usage: npm run bench -- [--scale] [--only NAME] [--json]

Measures speed and memory beside plain minisearch, on this machine, in this run.

  --scale       also with growing digests (some minutes)
  --only NAME   one section: ${BENCHES.map(({ name }) => name).join(", ")}
  --json        one JSON object
  -h, --help    this text
`;

async function runBenches({ output, errors }: Console): Promise<void> {
  const { values } = parseArgs({
    options: {
      scale: { type: "boolean", default: false },
      only: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return write(output, HELP);
  const chosen = chooseBenches(values.only, values.scale);
  const machine = describeMachine();
  const date = new Date().toISOString().slice(0, 10);
  if (!values.json) await write(output, `${date}  ${machineLine(machine)}\n`);
  if (isBusy(machine)) errors.write(`bench: the machine is busy (load ${machine.load}): times will be too long\n`);
  const reports: Record<string, BenchReport> = {};
  for (const bench of chosen) {
    errors.write(`bench: ${bench.name} …\n`);
    const report = await bench.run();
    reports[bench.name] = report;
    if (!values.json) await write(output, drawReport(bench, report));
  }
  if (values.json) await write(output, `${JSON.stringify({ date, machine, sections: rowsOf(reports) })}\n`);
}

function chooseBenches(only: string | undefined, isScaleAsked: boolean): readonly Bench[] {
  if (only === undefined) return BENCHES.filter(({ option }) => option === null || isScaleAsked);
  const named = BENCHES.filter(({ name }) => name === only);
  if (named.length > 0) return named;
  throw new UsageError(`there is no section “${only}”; name one of ${BENCHES.map(({ name }) => name).join(", ")}`);
}

function drawReport({ name, about }: Bench, { tables, notes }: BenchReport): string {
  return `\n${[`${name}: ${about}`, ...tables.map(drawTable), notes.join("\n")].join("\n\n")}\n`;
}

/** The rows of every table by section and table. */
function rowsOf(reports: Readonly<Record<string, BenchReport>>): object {
  return Object.fromEntries(
    Object.entries(reports).map(([section, { tables }]) => [
      section,
      Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
    ]),
  );
}

await runCommandLine("bench", runBenches);
