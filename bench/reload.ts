import type { Bench, BenchReport } from "./bench.ts";
import { runNode } from "./child.ts";
import type { ReloadMeasurement } from "./reload-subject.ts";
import { median, percentile } from "./statistics.ts";
import { withVariedKnowledge } from "./varied-knowledge.ts";
import type { Row } from "../adapters/table.ts";

const RELOADS = 15;
const ASKERS = [0, 1, 4];
/** A folder of about 200 issues. */
const SENTENCES = 24_000;

/** From the last write into the folder of a running bot to its first answer from that. */
export const reload: Bench = {
  name: "reload",
  about: `A file of the folder written over ${RELOADS} times while chats ask without a pause`,
  option: "scale",
  run: measureReload,
};

async function measureReload(): Promise<BenchReport> {
  const small = await measureFolder("the sample", ["knowledge"]);
  const large = await withVariedKnowledge(SENTENCES, async ({ folder, questions }) =>
    measureFolder("news of dictionary words", [folder, questions]),
  );
  return {
    tables: [{ name: "reload", columns: COLUMNS, rows: [...small, ...large] }],
    notes: [
      "A process for each row. Times to the first answer count from the end of the write, and hold the 300 ms for which nothing may be written.",
      "The time of an answer is its own, with what of the reload fell into it; each chat asks again as soon as it is answered.",
    ],
  };
}

async function measureFolder(about: string, [folder = "", ...questions]: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const askers of ASKERS) {
    const arguments_ = [folder, String(askers), String(RELOADS), ...questions];
    const { output } = await runNode(["bench/reload-subject.ts", ...arguments_]);
    rows.push(rowOf(about, askers, JSON.parse(output) as ReloadMeasurement));
  }
  return rows;
}

const COLUMNS = [
  { key: "folder", label: "" },
  { key: "issues", label: "issues" },
  { key: "chats", label: "chats" },
  { key: "medianMs", label: "served after, median ms" },
  { key: "worstMs", label: "worst ms" },
  { key: "answerP50Ms", label: "answer p50 ms", digits: 1 },
  { key: "answerP99Ms", label: "answer p99 ms", digits: 1 },
  { key: "answerMaxMs", label: "answer max ms" },
] as const;

function rowOf(folder: string, chats: number, { issues, servedMs, answerMs }: ReloadMeasurement): Row {
  const share = (of: number): number | null => (answerMs.length === 0 ? null : percentile(answerMs, of));
  return {
    folder,
    issues,
    chats,
    medianMs: median(servedMs),
    worstMs: Math.max(...servedMs),
    answerP50Ms: share(0.5),
    answerP99Ms: share(0.99),
    answerMaxMs: share(1),
  };
}
