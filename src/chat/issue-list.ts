import { isoDate } from "../digest/issue-date.ts";
import type { Issue } from "../digest/issue.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { WORDS } from "./command-words.ts";
import type { CommandBlock } from "./document.ts";
import { hint } from "./document.ts";
import { findScope } from "./issue-scope.ts";
import { lengthOfEntry, pageBlock, pageOf, readArgument } from "./paging.ts";

/** How many issues a page of their list holds at most. */
const ISSUES_A_PAGE = 20;

/** Lists issues, newest first: all of them (`2` is the second page then), or those of a period (`2025-07`, 上半年). */
export function listIssues(digest: Digest, argument: string, language: Language): CommandBlock[] {
  if (digest.issues.length === 0) return [hint(WORDS.empty[language])];
  const plain = argument.normalize("NFKC").trim();
  const { words, page } = /^\d{1,3}$/u.test(plain) ? { words: "", page: Number(plain) } : readArgument(argument);
  const scope = words === "" ? { issues: digest.issues } : findScope(words, digest);
  if (scope === null || scope.issues.length === 0) return [hint(`${WORDS.noIssue[language]}${words}`)];
  return issuePage(scope.issues, words, page, language);
}

/** A page of some issues. */
export function issuePage(issues: readonly Issue[], words: string, page: number, language: Language): CommandBlock[] {
  const entries = issues.map((issue) => ({
    kind: "entry" as const,
    label: issue.id,
    text: issueTitle(issue, language),
  }));
  const cut = pageOf(entries, page, { most: ISSUES_A_PAGE, lengthOf: lengthOfEntry });
  const number = cut.pages === 1 ? "" : ` ${cut.page}/${cut.pages}`;
  return [
    { kind: "title", text: `${WORDS.issues[language]}${words === "" ? "" : ` ${words}`}${number}` },
    ...cut.shown,
    hint(WORDS.issuesHint[language]),
    ...pageBlock(cut, words === "" ? "/issues" : `/issues ${words}`, language, words === "" ? "" : "p"),
  ];
}

/** An issue's title with its date. */
export function issueTitle(issue: Issue, language: Language): string {
  const date = isoDate(issue.date);
  if (date === "") return issue.title;
  return language === "zh" ? `${issue.title}（${date}）` : `${issue.title} (${date})`;
}
