import type { Bench, BenchReport } from "./bench.ts";
import { fastestByQuestion } from "./fastest-by-question.ts";
import { measureSubject } from "./measurement.ts";
import type { Measurement } from "./measurement.ts";
import { median, percentile } from "./statistics.ts";
import { SUBJECT_LABELS } from "./subject.ts";
import type { SubjectName } from "./subject.ts";
import { withVariedKnowledge } from "./varied-knowledge.ts";
import type { VariedKnowledge } from "./varied-knowledge.ts";
import type { Row } from "../adapters/table.ts";

const SENTENCES = [1_000, 10_000, 100_000];
const PASSES = 2;

/** Building, starting again, answering and memory as the digest grows. */
export const scale: Bench = {
  name: "scale",
  about: `News made of dictionary words, about ${SENTENCES.map((size) => size.toLocaleString("en")).join(", ")} sentences`,
  option: "scale",
  run: measureScale,
};

async function measureScale(): Promise<BenchReport> {
  const rows: Row[] = [];
  for (const sentences of SENTENCES) rows.push(...(await withVariedKnowledge(sentences, measureBoth)));
  return {
    tables: [{ name: "scale", columns: COLUMNS, rows }],
    notes: [
      `A process for each row and each start; a warm-up pass over 200 questions, then ${PASSES} timed passes.`,
      "The next start takes what the first one kept. Memory is what came with the digest and the answers, after garbage collection.",
    ],
  };
}

async function measureBoth({ folder, questions, cache }: VariedKnowledge): Promise<Row[]> {
  const core = await measureSubject("core", folder, PASSES, questions, cache);
  const again = await measureSubject("core", folder, 0, questions, cache);
  const plain = await measureSubject("plain", folder, PASSES, questions);
  return [rowOf("core", core, again.buildMs), rowOf("plain", plain, null)];
}

const COLUMNS = [
  { key: "sentences", label: "sentences" },
  { key: "subject", label: "" },
  { key: "buildMs", label: "build ms" },
  { key: "nextStartMs", label: "next start ms" },
  { key: "p50Ms", label: "p50 ms", digits: 2 },
  { key: "p95Ms", label: "p95 ms", digits: 2 },
  { key: "quietP50Ms", label: "quiet p50 ms", digits: 2 },
  { key: "quietP95Ms", label: "quiet p95 ms", digits: 2 },
  { key: "cpuMs", label: "CPU ms/answer", digits: 2 },
  { key: "rssMb", label: "RSS MB" },
  { key: "rssPerThousandMb", label: "RSS MB/1,000 sentences", digits: 2 },
] as const;

function rowOf(subject: SubjectName, measurement: Measurement, nextStartMs: number | null): Row {
  const { sentences, buildMs, timings, cpuMs, rssMb, rssGrowthMb } = measurement;
  const ms = timings.map((timing) => timing.ms);
  const quiet = fastestByQuestion(timings).map(({ fastestMs }) => fastestMs);
  return {
    sentences,
    subject: SUBJECT_LABELS[subject],
    buildMs,
    nextStartMs,
    p50Ms: median(ms),
    p95Ms: percentile(ms, 0.95),
    quietP50Ms: median(quiet),
    quietP95Ms: percentile(quiet, 0.95),
    cpuMs: cpuMs / timings.length,
    rssMb,
    rssPerThousandMb: (rssGrowthMb / sentences) * 1000,
  };
}
