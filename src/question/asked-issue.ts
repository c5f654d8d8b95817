import type { Interval, Period } from "../fact/mention.ts";
import type { CueLexicon } from "../lexicon/cue-lexicon.ts";
import type { Span } from "../text/span.ts";

/** The issue that a question is about, with the words that say so: 上一期 "the last issue", 6月那期 "the June issue". */
export interface AskedIssue extends Span {
  /** How many issues before the newest, or null where the issue is named by its date. */
  readonly before: number | null;
  /** The days that the issue is dated within, or null where it is counted from the newest. */
  readonly interval: Interval | null;
}

/** Finds the issue that a question names. */
export function findAskedIssue(
  folded: string,
  periods: readonly Period[],
  { issues }: Pick<CueLexicon, "issues">,
): AskedIssue | null {
  for (const period of periods) {
    if (period.interval === null) continue;
    const after = issues.afterDate.exec(folded.slice(period.end))?.[0].length ?? 0;
    const before = issues.beforeDate.exec(folded.slice(0, period.start))?.[0].length ?? 0;
    if (after > 0 || before > 0)
      return { start: period.start - before, end: period.end + after, before: null, interval: period.interval };
  }
  for (const [pattern, before] of [
    [issues.previous, 1],
    [issues.newest, 0],
  ] as const) {
    const match = pattern.exec(folded);
    if (match !== null) return { start: match.index, end: match.index + match[0].length, before, interval: null };
  }
  return null;
}
