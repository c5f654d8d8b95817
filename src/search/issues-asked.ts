import type { Issue } from "../digest/issue.ts";
import { isoDate } from "../digest/issue-date.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "./digest.ts";

/** The issues that a question is about, newest first: all of them where it names none. */
export function issuesAsked({ issue }: Pick<Query, "issue">, digest: Digest): readonly Issue[] {
  if (issue === null) return digest.issues;
  if (issue.before !== null) {
    const found = digest.issues[issue.before];
    return found === undefined ? [] : [found];
  }
  return digest.issues.filter(({ date }) => {
    const day = isoDate(date);
    return (
      day !== "" &&
      issue.interval !== null &&
      issue.interval.from.slice(0, day.length) <= day &&
      day <= issue.interval.to.slice(0, day.length)
    );
  });
}
