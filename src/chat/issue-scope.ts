import type { Issue } from "../digest/issue.ts";
import type { Interval } from "../fact/mention.ts";
import type { Digest } from "../search/digest.ts";
import { issuesAsked } from "../search/issues-asked.ts";
import { periodIn } from "./asked-period.ts";

/** The issues that a command is about: one by its id, or those of a period. */
export interface IssueScope {
  /** Newest first, at least one where the scope is an issue. */
  readonly issues: readonly Issue[];
  /** Null where an issue was named. */
  readonly period: Interval | null;
}

/** Finds what words mean: an issue's id or the last part of it, else a period; null where they are neither. */
export function findScope(words: string, digest: Digest): IssueScope | null {
  const named = issueNamed(words, digest);
  if (named !== null) return { issues: [named], period: null };
  const period = periodIn(words, digest);
  return period === null ? null : { issues: issuesIn(period, digest), period };
}

/** Finds an issue by its id, or by its file's name without the folders before it. */
export function issueNamed(words: string, { issues }: Pick<Digest, "issues">): Issue | null {
  return (
    issues.find(({ id }) => id === words) ?? issues.find(({ id }) => words !== "" && id.endsWith(`/${words}`)) ?? null
  );
}

/** The issues published in a period, newest first. */
export function issuesIn(interval: Interval, digest: Digest): readonly Issue[] {
  return issuesAsked({ issue: { before: null, interval, start: 0, end: 0 } }, digest);
}
