import type { Bench, BenchReport } from "./bench.ts";
import { withCopies } from "./copied-knowledge.ts";
import { measureSubject } from "./measurement.ts";
import type { Measurement } from "./measurement.ts";
import { median, percentile } from "./statistics.ts";
import { SUBJECT_LABELS } from "./subject.ts";
import type { SubjectName } from "./subject.ts";
import type { Row } from "../adapters/table.ts";

const COPIES = [1, 10, 100, 500];
const SUBJECTS: readonly SubjectName[] = ["core", "plain"];
const PASSES = 1;

/** Building, answering and memory as the digest grows. */
export const scale: Bench = {
  name: "scale",
  about: `The sample issue ${COPIES.join(", ")} times, under other dates and with other figures`,
  option: "scale",
  run: measureScale,
};

async function measureScale(): Promise<BenchReport> {
  const rows: Row[] = [];
  const smallest = new Map<SubjectName, Measurement>();
  for (const copies of COPIES) {
    await withCopies(copies, async (folder) => {
      for (const subject of SUBJECTS) {
        const measurement = await measureSubject(subject, folder, PASSES);
        rows.push(rowOf(subject, measurement, smallest.get(subject) ?? null));
        if (!smallest.has(subject)) smallest.set(subject, measurement);
      }
    });
  }
  return {
    tables: [{ name: "scale", columns: COLUMNS, rows }],
    notes: [
      "The same words in every issue: a harder case for an index than as many sentences of real news.",
      "A process for each row; a warm-up pass over all questions, then one timed pass. Memory per 1,000 sentences is the growth over the smallest digest's process; RSS also keeps pages that the heap has given up.",
    ],
  };
}

const COLUMNS = [
  { key: "articles", label: "articles" },
  { key: "sentences", label: "sentences" },
  { key: "subject", label: "" },
  { key: "buildMs", label: "build ms" },
  { key: "p50Ms", label: "p50 ms", digits: 2 },
  { key: "p95Ms", label: "p95 ms", digits: 2 },
  { key: "maxMs", label: "max ms", digits: 1 },
  { key: "cpuMs", label: "CPU ms/answer", digits: 2 },
  { key: "rssMb", label: "RSS MB" },
  { key: "rssPerThousandMb", label: "RSS MB/1,000 sentences", digits: 2 },
  { key: "heapPerThousandMb", label: "heap MB/1,000 sentences", digits: 2 },
] as const;

function rowOf(subject: SubjectName, measurement: Measurement, smallest: Measurement | null): Row {
  const { articles, sentences, buildMs, timings, cpuMs, rssMb, heapMb } = measurement;
  const ms = timings.map((timing) => timing.ms);
  const perThousand = (mb: number, smallestMb: number, fewest: number): number =>
    ((mb - smallestMb) / (sentences - fewest)) * 1000;
  return {
    articles,
    sentences,
    subject: SUBJECT_LABELS[subject],
    buildMs,
    p50Ms: median(ms),
    p95Ms: percentile(ms, 0.95),
    maxMs: Math.max(...ms),
    cpuMs: cpuMs / timings.length,
    rssMb,
    rssPerThousandMb: smallest === null ? null : perThousand(rssMb, smallest.rssMb, smallest.sentences),
    heapPerThousandMb: smallest === null ? null : perThousand(heapMb, smallest.heapMb, smallest.sentences),
  };
}
