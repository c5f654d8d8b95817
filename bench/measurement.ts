import { runNode } from "./child.ts";
import type { SubjectName } from "./subject.ts";

/** How long one question took. */
export interface Timing {
  /** The conversation's id in the question set. */
  readonly id: string;
  readonly question: string;
  readonly ms: number;
}

/** What one process measured of one subject. */
export interface Measurement {
  readonly articles: number;
  readonly sentences: number;
  /** From the folder on disk to ready to answer. */
  readonly buildMs: number;
  /** The mean of an answer in the warm-up pass, where nothing is compiled or loaded yet. */
  readonly firstPassMs: number;
  /** Every question of every pass after the warm-up pass. */
  readonly timings: readonly Timing[];
  /** All passes together. */
  readonly wallMs: number;
  /** Processor time of the passes on all cores, garbage collection and compilation included. */
  readonly cpuMs: number;
  /** Memory after the passes and garbage collection. */
  readonly rssMb: number;
  /** How much of it came with the digest and the passes, rather than with Node, tsx and the program. */
  readonly rssGrowthMb: number;
  readonly heapMb: number;
}

/**
 * Measures a subject on a folder in a process of its own: a warm-up pass over all questions, then timed passes.
 *
 * @param more A file of other questions than those about the sample, and a folder for what is kept between starts.
 */
export async function measureSubject(
  name: SubjectName,
  folder: string,
  passes: number,
  ...more: readonly string[]
): Promise<Measurement> {
  const { output } = await runNode(["--expose-gc", "bench/measure-subject.ts", name, folder, String(passes), ...more]);
  return JSON.parse(output) as Measurement;
}
