import type { Article, Issue } from "../digest/issue.ts";
import type { Fact } from "../fact/fact.ts";
import type { Digest } from "../search/digest.ts";
import { fold } from "../text/fold.ts";
import { brokenLines } from "./broken-lines.ts";

/** Something in an issue that an editor should look at: readers will miss answers by it. */
export interface Warning {
  readonly kind: "undated" | "unresolved-period" | "no-facts" | "same-article" | "broken-lines";
  readonly issueId: string;
  /** Null where the whole issue is meant. */
  readonly article: Article | null;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

/** Articles of fewer facts may well be the same twice: 本周没有新闻 "no news this week". */
const FEWEST_SAME = 3;
/** Most examples named in a warning. */
const EXAMPLES = 3;

/** Looks through a digest's issues, in their order. */
export function checkDigest(digest: Digest): Warning[] {
  const first = new Map<string, Article>();
  return digest.issues.flatMap((issue) => checkIssue(issue, digest, first));
}

function checkIssue(issue: Issue, digest: Digest, first: Map<string, Article>): Warning[] {
  const warn = (kind: Warning["kind"], article: Article | null, message: string): Warning => ({
    kind,
    issueId: issue.id,
    article,
    message,
  });
  const ofIssue =
    issue.date === null
      ? [warn("undated", null, 'has no date; write "date: 2025-07-16" between --- lines at its top')]
      : [];
  const ofArticles = issue.articles.flatMap((article) => {
    const facts = digest.factsOf(article.id);
    if (facts.length === 0)
      return [warn("no-facts", article, "says nothing; write sentences below its heading or remove it")];
    const known = facts.length < FEWEST_SAME ? null : sameBefore(article, first);
    const periods = unresolvedPeriods(facts);
    const broken = brokenLines(article);
    return [
      ...(known === null ? [] : [warn("same-article", article, `is the same text as ${known.id}; remove one of them`)]),
      ...(periods.length === 0 ? [] : [warn("unresolved-period", article, periodMessage(periods, issue))]),
      ...(broken.length === 0 ? [] : [warn("broken-lines", article, brokenMessage(broken))]),
    ];
  });
  return [...ofIssue, ...ofArticles];
}

/** The article that had the same text before; white space and width don't tell texts apart. */
function sameBefore(article: Article, first: Map<string, Article>): Article | null {
  const text = fold(article.text).replaceAll(/\s+/gu, "");
  const known = first.get(text);
  if (known === undefined) first.set(text, article);
  return known ?? null;
}

/** The words of periods that should be days and aren't; 近日 "recently" never is. */
function unresolvedPeriods(facts: readonly Fact[]): string[] {
  const words = facts.flatMap(({ mentions, reading }) =>
    mentions.flatMap((mention) =>
      mention.kind === "period" && mention.interval === null && mention.precision !== "vague"
        ? [reading.article.text.slice(mention.start, mention.end)]
        : [],
    ),
  );
  return [...new Set(words)];
}

function periodMessage(periods: readonly string[], issue: Issue): string {
  const remedy = issue.date === null ? "give the issue a date, or write the year" : "write the year";
  return `nobody can tell when ${some(periods)} is; ${remedy}`;
}

function brokenMessage(broken: readonly string[]): string {
  return `seems to break off in a sentence: ${some(broken)}; join the lines, without a blank line between`;
}

function some(examples: readonly string[]): string {
  const more = examples.length > EXAMPLES ? ` and ${examples.length - EXAMPLES} more` : "";
  return `${examples
    .slice(0, EXAMPLES)
    .map((example) => `“${example}”`)
    .join(", ")}${more}`;
}
