import type { Article, Issue } from "../digest/issue.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { WORDS } from "./command-words.ts";
import type { CommandBlock, EntryBlock } from "./document.ts";
import { hint } from "./document.ts";
import { issuePage, issueTitle } from "./issue-list.ts";
import { findScope } from "./issue-scope.ts";
import { lengthOfEntry, pageBlock, pageOf, readArgument } from "./paging.ts";

/** How many articles a page of their list holds at most. */
const ARTICLES_A_PAGE = 20;
/** How many of the other issues a listing names. */
const ISSUES_NAMED = 5;

/** Lists an issue's articles: the newest issue's, those of an issue by its id, or those of the only one of a period. */
export function listArticles(digest: Digest, argument: string, language: Language): CommandBlock[] {
  const { words, page } = readArgument(argument);
  const issues = words === "" ? digest.issues.slice(0, 1) : (findScope(words, digest)?.issues ?? []);
  const [issue] = issues;
  if (issue === undefined) return [hint(words === "" ? WORDS.empty[language] : `${WORDS.noIssue[language]}${words}`)];
  if (issues.length > 1) return issuePage(issues, words, page, language);
  return articlePages(issue, digest, page, language);
}

function articlePages(issue: Issue, digest: Digest, page: number, language: Language): CommandBlock[] {
  const lengthOf = (article: Article): number =>
    lengthOfEntry(entryOf(article, digest)) + (article.section?.length ?? 0);
  const cut = pageOf(issue.articles, page, { most: ARTICLES_A_PAGE, lengthOf });
  const others = digest.issues.filter((other) => other !== issue);
  const named = others.slice(0, ISSUES_NAMED).map(({ id }) => `/articles ${id}`);
  const rest = others.length > ISSUES_NAMED ? [`… (${others.length})`] : [];
  return [
    { kind: "title", text: issueTitle(issue, language) },
    ...cut.shown.flatMap((article, i) => [...headingOf(article, cut.shown[i - 1]), entryOf(article, digest)]),
    hint(WORDS.readHint[language]),
    ...(others.length === 0 ? [] : [hint(`${WORDS.otherIssues[language]}${[...named, ...rest].join("  ")}`)]),
    ...pageBlock(cut, `/articles ${issue.id}`, language),
  ];
}

/** The heading of an article's section where that is another than before. */
function headingOf({ section }: Article, before: Article | undefined): CommandBlock[] {
  const isUnderHeading = section === undefined || section === before?.section || section === before?.title;
  return isUnderHeading ? [] : [{ kind: "heading", text: section }];
}

function entryOf(article: Article, digest: Digest): EntryBlock {
  return { kind: "entry", label: articleLabel(article, digest), text: article.title };
}

/** How commands call an article: by its number in the newest issue, by its id in others. */
export function articleLabel(article: Article, { issues }: Pick<Digest, "issues">): string {
  return article.issueId === issues[0]?.id ? String(article.ordinal) : article.id;
}
