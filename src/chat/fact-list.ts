import { daysAfter } from "../fact/period-calendar.ts";
import type { Issue } from "../digest/issue.ts";
import type { Fact } from "../fact/fact.ts";
import type { Interval } from "../fact/mention.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { articleLabel } from "./article-list.ts";
import { findArticle } from "./article-text.ts";
import { speaksOf } from "./asked-period.ts";
import { WORDS } from "./command-words.ts";
import type { CommandBlock } from "./document.ts";
import { hint } from "./document.ts";
import { findScope, issuesIn } from "./issue-scope.ts";
import { lengthOfEntry, pageBlock, pageOf, readArgument } from "./paging.ts";
import { articleAbout } from "./wanted-article.ts";

/** How many facts a page shows at most: what a reader reads. */
const SHOWN = 20;
/** How many of an article's facts stand for it where a whole issue is listed. */
const PER_ARTICLE = 2;
/** How many issues are looked through for what they say about a period: what takes no noticeable time. */
const ISSUES_READ = 40;
/** What is about a period is published in it or within so many days. */
const REPORTED_WITHIN_DAYS = 62;

/**
 * Lists facts as printed: the telling ones of the newest issue's articles, or those of one article, of an issue or of a
 * period: published in it, or about it.
 */
export async function listFacts(digest: Digest, argument: string, language: Language): Promise<CommandBlock[]> {
  const { words, page } = readArgument(argument);
  const newest = digest.issues[0];
  if (newest === undefined) return [hint(WORDS.empty[language])];
  const scope = words === "" ? { issues: [newest], period: null } : findScope(words, digest);
  const reading = findArticle(digest, words) ?? (scope === null ? await articleAbout(words, digest) : null);
  if (reading !== null) {
    const { id, title } = reading.article;
    const command = `/facts ${articleLabel(reading.article, digest)}`;
    return listing(title, tellingFacts(digest.factsOf(id)), page, command, digest, language);
  }
  if (scope === null) return [hint(`${WORDS.noArticle[language]}${words}`)];
  const { issues, period } = scope;
  const title = period === null ? (issues[0]?.title ?? words) : words;
  const facts =
    period === null ? issues.flatMap((issue) => factsOfIssue(issue, digest)) : factsOfPeriod(period, digest);
  const list = listing(title, facts, page, `/facts ${words === "" ? newest.id : words}`, digest, language);
  return words === "" && facts.length > 0 ? [...list, hint(WORDS.factsHint[language])] : list;
}

/** The facts of an article with figures; where it has none, those that name someone or something. */
export function tellingFacts(own: readonly Fact[]): readonly Fact[] {
  const withFigures = own.filter(({ mentions }) =>
    mentions.some((mention) => mention.kind === "quantity" && mention.dimension !== "ordinal"),
  );
  return withFigures.length > 0 ? withFigures : own.filter(({ mentions }) => mentions.length > 0);
}

function factsOfIssue({ articles }: Issue, digest: Digest): Fact[] {
  return articles.flatMap(({ id }) => tellingFacts(digest.factsOf(id)).slice(0, PER_ARTICLE));
}

function factsOfPeriod(period: Interval, digest: Digest): Fact[] {
  const published = new Set(issuesIn(period, digest));
  const soonAfter = issuesIn({ from: period.from, to: daysAfter(period.to, REPORTED_WITHIN_DAYS) }, digest);
  return soonAfter.slice(0, ISSUES_READ).flatMap((issue) => {
    const telling = new Set(published.has(issue) ? factsOfIssue(issue, digest) : []);
    const own = issue.articles.flatMap(({ id }) => digest.factsOf(id));
    return own.filter((fact) => telling.has(fact) || (tellingFacts([fact]).length > 0 && speaksOf(fact, period)));
  });
}

function listing(
  title: string,
  facts: readonly Fact[],
  page: number,
  command: string,
  digest: Digest,
  language: Language,
): CommandBlock[] {
  if (facts.length === 0) return [hint(WORDS.noFacts[language])];
  const entries = facts.map(({ reading: { article }, start, end }) => ({
    kind: "entry" as const,
    label: articleLabel(article, digest),
    text: article.text.slice(start, end),
  }));
  const cut = pageOf(entries, page, { most: SHOWN, lengthOf: lengthOfEntry });
  return [{ kind: "title", text: title }, ...cut.shown, ...pageBlock(cut, command, language)];
}
