import type { IssueDate } from "../digest/issue.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { select } from "./selection.ts";

/** The date of the issue that tells of what a question asks, whatever time it asks for; null where that is the newest's. */
export async function issueMeant(query: Query, digest: Digest): Promise<IssueDate | null> {
  if (query.issue !== null || query.periods.every(({ interval }) => interval === null)) return null;
  const { ranked, best } = await select({ ...query, periods: [] }, digest);
  const told = ranked.find(({ evidence }) => evidence.missingNames.length === 0) ?? best;
  const date = told?.reading.issueDate ?? null;
  const newest = digest.reference;
  return date?.year === newest?.year && date?.month === newest?.month ? null : date;
}
