import type { Bench, BenchReport } from "./bench.ts";
import { measureSubject } from "./measurement.ts";
import type { Measurement, Timing } from "./measurement.ts";
import { fastestByQuestion } from "./fastest-by-question.ts";
import { median, percentile } from "./statistics.ts";
import { SUBJECT_LABELS } from "./subject.ts";
import type { Row, Table } from "../adapters/table.ts";

const ROUNDS = 3;
const PASSES = 3;
const SLOWEST = 5;

/** Answers per second and the time of each answer, on the digest that ships with the bot. */
export const throughput: Bench = {
  name: "throughput",
  about: "Every question of test/questions asked in its conversation, in one process on one core",
  option: null,
  run: measureThroughput,
};

/** The subjects take turns, so that what else the machine does falls on both. */
async function measureThroughput(): Promise<BenchReport> {
  const core: Measurement[] = [];
  const plain: Measurement[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    core.push(await measureSubject("core", "knowledge", PASSES));
    plain.push(await measureSubject("plain", "knowledge", PASSES));
  }
  const rows = [rowOf(SUBJECT_LABELS.core, core), rowOf(SUBJECT_LABELS.plain, plain)];
  return {
    tables: [{ name: "throughput", columns: COLUMNS, rows }, slowestQuestions(core.flatMap(({ timings }) => timings))],
    notes: [
      `${ROUNDS} processes each, taking turns; each a warm-up pass, then ${PASSES} timed passes. Percentiles are over all timed answers, the rest are medians of the processes.`,
      "Quiet times take each question's fastest pass, and CPU time counts this process alone: both hold on a busy machine. RSS growth is over the process with its code loaded and no digest yet.",
      "The plain script returns a sentence; it reads no period or place, computes nothing, refuses nothing, and finds little for English questions.",
    ],
  };
}

const COLUMNS = [
  { key: "subject", label: "" },
  { key: "answersPerSecond", label: "answers/s" },
  { key: "p50Ms", label: "p50 ms", digits: 3 },
  { key: "p95Ms", label: "p95 ms", digits: 3 },
  { key: "maxMs", label: "max ms", digits: 2 },
  { key: "quietP95Ms", label: "quiet p95 ms", digits: 3 },
  { key: "cpuMs", label: "CPU ms/answer", digits: 3 },
  { key: "firstPassMs", label: "warm-up ms/answer", digits: 2 },
  { key: "buildMs", label: "build ms" },
  { key: "rssMb", label: "RSS MB" },
  { key: "rssGrowthMb", label: "RSS growth MB", digits: 1 },
  { key: "sentences", label: "sentences" },
] as const;

function rowOf(subject: string, measurements: readonly Measurement[]): Row {
  const ms = measurements.flatMap(({ timings }) => timings.map((timing) => timing.ms));
  return {
    subject,
    answersPerSecond: median(measurements.map(({ timings, wallMs }) => (timings.length / wallMs) * 1000)),
    p50Ms: median(ms),
    p95Ms: percentile(ms, 0.95),
    maxMs: Math.max(...ms),
    quietP95Ms: percentile(
      fastestByQuestion(measurements.flatMap(({ timings }) => timings)).map(({ fastestMs }) => fastestMs),
      0.95,
    ),
    cpuMs: median(measurements.map(({ timings, cpuMs }) => cpuMs / timings.length)),
    firstPassMs: median(measurements.map(({ firstPassMs }) => firstPassMs)),
    buildMs: median(measurements.map(({ buildMs }) => buildMs)),
    rssMb: median(measurements.map(({ rssMb }) => rssMb)),
    rssGrowthMb: median(measurements.map(({ rssGrowthMb }) => rssGrowthMb)),
    sentences: measurements[0]?.sentences ?? null,
  };
}

/** The questions with the greatest fastest time: slow by themselves, not by what else the machine did. */
function slowestQuestions(timings: readonly Timing[]): Table {
  return {
    name: "slowest",
    columns: [
      { key: "fastestMs", label: "quiet ms", digits: 2 },
      { key: "question", label: "slowest questions of this bot" },
    ],
    rows: fastestByQuestion(timings)
      .sort((a, b) => b.fastestMs - a.fastestMs)
      .slice(0, SLOWEST)
      .map(({ question, fastestMs }) => ({ question, fastestMs })),
  };
}
