import type { Issue } from "../digest/issue.ts";
import type { Digest } from "../search/digest.ts";
import { fold } from "../text/fold.ts";
import { findScope } from "./issue-scope.ts";

/**
 * Finds issues for a reader who is still typing, newest first: those of a period that is typed (`2025-06`, 上半年), then
 * those whose title or id holds it. All where nothing is typed yet.
 */
export function findIssues(typed: string, digest: Digest, most: number): Issue[] {
  const wanted = fold(typed.trim());
  const named = wanted === "" ? [] : (findScope(typed.trim(), digest)?.issues ?? []);
  const held = digest.issues.filter(({ id, title }) => fold(`${id} ${title}`).includes(wanted));
  return [...new Set([...named, ...held])].slice(0, most);
}
