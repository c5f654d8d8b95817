import type { Bench, BenchReport } from "./bench.ts";
import { withCopies } from "./copied-knowledge.ts";
import { measureSubject } from "./measurement.ts";
import type { Measurement } from "./measurement.ts";
import { median, percentile } from "./statistics.ts";
import { SUBJECT_LABELS } from "./subject.ts";
import type { SubjectName } from "./subject.ts";
import type { Row } from "./table.ts";

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
  for (const copies of COPIES) {
    await withCopies(copies, async (folder) => {
      for (const subject of SUBJECTS) rows.push(rowOf(subject, await measureSubject(subject, folder, PASSES)));
    });
  }
  return {
    tables: [{ name: "scale", columns: COLUMNS, rows }],
    notes: [
      "The same words in every issue: a harder case for an index than as many sentences of real news.",
      "A process for each row; a warm-up pass over all questions, then one timed pass. RSS per 1,000 sentences is the growth since before the build.",
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
  { key: "rssMb", label: "RSS MB" },
  { key: "rssPerThousandMb", label: "RSS MB/1,000 sentences", digits: 2 },
  { key: "heapPerThousandMb", label: "heap MB/1,000 sentences", digits: 2 },
] as const;

function rowOf(subject: SubjectName, measurement: Measurement): Row {
  const { articles, sentences, buildMs, timings, rssMb, rssGrowthMb, heapGrowthMb } = measurement;
  const ms = timings.map((timing) => timing.ms);
  return {
    articles,
    sentences,
    subject: SUBJECT_LABELS[subject],
    buildMs,
    p50Ms: median(ms),
    p95Ms: percentile(ms, 0.95),
    maxMs: Math.max(...ms),
    rssMb,
    rssPerThousandMb: (rssGrowthMb / sentences) * 1000,
    heapPerThousandMb: (heapGrowthMb / sentences) * 1000,
  };
}
