import type { Table } from "../adapters/table.ts";

/** One section of the benchmark: what `run.ts` lists, runs and prints. */
export interface Bench {
  /** The section's name on the command line and in JSON. */
  readonly name: string;
  /** What it measures, in a sentence. */
  readonly about: string;
  /** The option that asks for it; null for what always runs. */
  readonly option: "scale" | null;
  readonly run: () => Promise<BenchReport>;
}

/** What a section measured. */
export interface BenchReport {
  readonly tables: readonly Table[];
  /** What a reader has to know to read the tables. */
  readonly notes: readonly string[];
}
