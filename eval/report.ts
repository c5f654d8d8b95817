import { drawNumber, drawTable } from "../adapters/table.ts";
import type { Column, NumberForm } from "../adapters/table.ts";
import type { Compared } from "./compare.ts";
import type { SetMetrics } from "./measure-set.ts";

/** A measured set, by the name that tables call it by. */
export interface NamedMetrics {
  readonly name: string;
  readonly metrics: SetMetrics;
}

/** Draws one set's metrics, one a line, with what each means. */
export function drawMetrics({ name, metrics }: NamedMetrics): string {
  const values = METRICS.map((metric) => drawNumber(metrics[metric.key], metric));
  const width = Math.max(...values.map((value) => value.length));
  return drawTable({
    name,
    columns: [
      { key: "key", label: name },
      { key: "value", label: "" },
      { key: "about", label: "" },
    ],
    rows: METRICS.map(({ key, about }, i) => ({ key, value: values[i]?.padStart(width) ?? "", about })),
  });
}

/** Draws several sets in one table, a set a line. */
export function drawSets(sets: readonly NamedMetrics[]): string {
  return drawTable({
    name: "sets",
    columns: [{ key: "name", label: "set" }, ...SET_COLUMNS],
    rows: sets.map(({ name, metrics }) => ({ name, ...metrics })),
  });
}

/** Draws the bot beside the plain alternatives. */
export function drawComparison(name: string, compared: readonly Compared[]): string {
  return drawTable({
    name,
    columns: [{ key: "name", label: name }, ...COMPARED_COLUMNS],
    rows: compared.map((one) => ({ ...one })),
  });
}

interface Metric extends NumberForm {
  readonly key: keyof SetMetrics;
  readonly about: string;
  /** The heading of its column in tables of several rows; it has no column there without one. */
  readonly label?: string;
}

const SHARE = { digits: 1, isShare: true };

const METRICS: readonly Metric[] = [
  { key: "articles", label: "articles", about: "" },
  { key: "sentences", label: "sentences", about: "" },
  { key: "questions", label: "questions", about: "" },
  { key: "answerable", about: "" },
  { key: "unanswerable", about: "" },
  { key: "errors", about: "questions that a defect left without a reply; --show wrong names them" },
  { key: "articleHit1", label: "art@1", about: "the right article comes first", ...SHARE },
  { key: "articleHit5", label: "art@5", about: "among the first five articles", ...SHARE },
  { key: "sentenceHit1", label: "sent@1", about: "a sentence of it that holds an answer comes first", ...SHARE },
  { key: "sentenceHit5", label: "sent@5", about: "among the first five sentences", ...SHARE },
  { key: "sentenceFound", about: "anywhere in the ranking", ...SHARE },
  { key: "exactMatch", label: "EM", about: "the short answer is a gold answer; a refusal counts 0", ...SHARE },
  { key: "f1", label: "F1", about: "the tokens it shares with one; a refusal counts 0", ...SHARE },
  { key: "answeredShare", label: "answered", about: "answerable questions that were answered", ...SHARE },
  { key: "falseAnswerShare", label: "false", about: "unanswerable questions that were answered", ...SHARE },
  { key: "auroc", label: "AUROC", about: "of the confidence, answerable against unanswerable", digits: 3 },
  { key: "buildMs", label: "build ms", about: "from articles in memory to ready" },
  { key: "p50Ms", label: "p50 ms", about: "an answer: the median", digits: 2 },
  { key: "p95Ms", label: "p95 ms", about: "an answer: the 95th percentile", digits: 2 },
  { key: "rssMb", label: "RSS MB", about: "of the process, after the last answer" },
];

const SET_COLUMNS: readonly Column[] = METRICS.flatMap(({ label, ...metric }) =>
  label === undefined ? [] : [{ ...metric, label }],
);

const COMPARED_KEYS: readonly string[] = [
  "articleHit1",
  "articleHit5",
  "sentenceHit1",
  "sentenceHit5",
  "p50Ms",
  "p95Ms",
  "buildMs",
] satisfies (keyof Compared)[];

const COMPARED_COLUMNS = SET_COLUMNS.filter(({ key }) => COMPARED_KEYS.includes(key));
