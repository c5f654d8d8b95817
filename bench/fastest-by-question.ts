import type { Timing } from "./measurement.ts";

/** The fastest time of a question of all passes: what it takes by itself, whatever else the machine did. */
export interface FastestTime {
  /** The conversation's id and the question. */
  readonly question: string;
  readonly fastestMs: number;
}

/** Finds each question's fastest time. */
export function fastestByQuestion(timings: readonly Timing[]): FastestTime[] {
  const fastest = new Map<string, number>();
  for (const { id, question, ms } of timings) {
    const label = `${id}  ${question}`;
    fastest.set(label, Math.min(fastest.get(label) ?? Infinity, ms));
  }
  return [...fastest].map(([question, fastestMs]) => ({ question, fastestMs }));
}
