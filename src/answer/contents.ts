import { isSameInterval } from "../fact/period-calendar.ts";
import type { Article, Issue } from "../digest/issue.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { issuesAsked } from "../search/issues-asked.ts";
import { articlesWith } from "../search/articles.ts";
import { findOccurrences, toSearchedText } from "../search/occurrences.ts";
import { fold } from "../text/fold.ts";
import { slice } from "../text/span.ts";
import { citeSpan } from "./cite.ts";
import type { Citation } from "./reply.ts";

/** An answer about the digest itself: its articles, who wrote one, who appears, what one says. */
export interface ContentsAnswer {
  readonly answer: string;
  readonly citations: readonly Citation[];
}

/** Answers a question about the digest itself; null where it names an article that isn't there or is unsigned. */
export async function answerAboutContents(query: Query, digest: Digest): Promise<ContentsAnswer | null> {
  const [issue] = issuesAsked(query, digest);
  if (issue === undefined) return null;
  switch (query.type) {
    case "contents":
      return listArticles(issue, query);
    case "people":
      return listPeople(query, digest, issue);
    case "author":
      return author(query, digest);
    case "summary":
      return summary(query, digest);
    default:
      return null;
  }
}

function listArticles(issue: Issue, query: Query): ContentsAnswer {
  const titles = issue.articles.map((article) => `${article.ordinal}. ${article.title}`);
  const lead =
    query.language === "zh"
      ? `《${issue.title}》共有${issue.articles.length}篇文章：`
      : `“${issue.title}” has ${issue.articles.length} articles:`;
  return HOW_MANY.test(query.folded)
    ? {
        answer: query.language === "zh" ? `${issue.articles.length}篇` : `${issue.articles.length} articles`,
        citations: [],
      }
    : { answer: [lead, ...titles].join("\n"), citations: [] };
}

/** 几篇文章, "how many articles": the number alone is asked for. */
const HOW_MANY = /(?:几|多少)(?:篇|则|条)|\bhow many\b/u;

async function listPeople(query: Query, digest: Digest, issue: Issue): Promise<ContentsAnswer | null> {
  const asked = query.terms.length > 0 || query.ordinal !== null ? await findArticle(query, digest) : null;
  const articles = asked === null ? issue.articles : [asked.article];
  const people = new Map<string, Citation>();
  for (const article of articles) {
    const reading = digest.readings.get(article.id);
    for (const sentence of reading?.sentences ?? []) {
      for (const mention of sentence.mentions) {
        if (mention.kind !== "person" || reading === undefined) continue;
        const name = slice(article.text, mention);
        const title =
          mention.title === null
            ? ""
            : query.language === "zh"
              ? `（${slice(article.text, mention.title)}）`
              : ` (${slice(article.text, mention.title)})`;
        const key = [...people.keys()].find((known) => known.startsWith(name));
        if (key === undefined) people.set(`${name}${title}`, citeSpan(digest, reading, sentence));
      }
    }
  }
  if (people.size === 0) return null;
  return {
    answer: [...people.keys()].join(query.language === "zh" ? "、" : ", "),
    citations: [...people.values()].slice(0, 5),
  };
}

async function author(query: Query, digest: Digest): Promise<ContentsAnswer | null> {
  const reading = await findArticle(query, digest);
  if (reading === null || reading.byline.length === 0) return null;
  const names = reading.byline.map((name) => slice(reading.article.text, name));
  const start = 0;
  const sentence = reading.sentences.find((other) =>
    reading.byline.every((name) => name.start >= other.start && name.end <= other.end),
  );
  const span = sentence ?? { start, end: reading.byline.at(-1)?.end ?? start };
  return { answer: names.join(query.language === "zh" ? "、" : ", "), citations: [citeSpan(digest, reading, span)] };
}

/** A summary is what an article says in its most telling statements, as printed and in order. */
async function summary(query: Query, digest: Digest): Promise<ContentsAnswer | null> {
  const reading = await findArticle(query, digest);
  if (reading === null || speaksOfOthers(query, reading, digest)) return null;
  const telling = tellingSentences(reading, 3);
  if (telling.length === 0) return null;
  const { title } = reading.article;
  const answer = query.language === "zh" ? `《${title}》的要点，用原文的话说：` : `“${title}”, in its own words:`;
  return { answer, citations: telling.map((sentence) => citeSpan(digest, reading, sentence)) };
}

/** An article's first statement and those with the most figures and organisations, in their order. */
export function tellingSentences({ sentences }: Reading, most: number): Sentence[] {
  return sentences
    .filter((sentence) => sentence.end - sentence.start > 8)
    .map((sentence, i) => ({
      sentence,
      worth:
        (i === 0 ? 3 : 0) +
        Math.min(3, sentence.mentions.filter((mention) => mention.kind === "quantity").length) +
        (sentence.mentions.some((mention) => mention.kind === "organisation") ? 0.5 : 0) -
        i * 0.01,
    }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, most)
    .map(({ sentence }) => sentence)
    .sort((a, b) => a.start - b.start);
}

/** 马云讲了什么 "what did Jack Ma say" isn't answered by an article that he isn't in. */
function speaksOfOthers({ terms, ordinal }: Query, reading: Reading, digest: Digest): boolean {
  const title = toSearchedText(fold(reading.article.title));
  const isIn = (term: QueryTerm): boolean =>
    Math.max(wholeFactor(findOccurrences(term, title)), wholeFactor(findOccurrences(term, digest.searched(reading)))) >
    0;
  return ordinal === null && terms.some((term) => (term.role === "content" || term.role === "name") && !isIn(term));
}

/** The article that a question means: by its place (第三篇), else by its words in title and text. */
export async function findArticle(query: Query, digest: Digest): Promise<Reading | null> {
  const issues = issuesAsked(query, digest);
  if (query.ordinal !== null) {
    const article: Article | undefined = issues[0]?.articles.find((other) => other.ordinal === query.ordinal);
    return article === undefined ? null : (digest.readings.get(article.id) ?? null);
  }
  let best: { reading: Reading; score: number } | null = null;
  for (const reading of await articlesWith(query, digest)) {
    if (query.issue !== null && !issues.some(({ id }) => id === reading.article.issueId)) continue;
    const score = articleScore(query.terms, reading, digest) + PERIOD_BONUS * periodShare(query, reading);
    if (score > (best?.score ?? 0.45)) best = { reading, score };
  }
  return best?.reading ?? null;
}

/** What an article gains when it speaks of the asked period. */
const PERIOD_BONUS = 0.2;

function periodShare(query: Query, reading: Reading): number {
  const asked = query.periods.filter((period) => period.interval !== null);
  const own = [
    ...reading.titlePeriods,
    ...reading.sentences.flatMap((sentence) => sentence.mentions.filter((mention) => mention.kind === "period")),
  ];
  const spoken = asked.filter((period) => own.some((other) => isSameInterval(other.interval, period.interval)));
  const titled = spoken.filter((period) =>
    reading.titlePeriods.some((other) => isSameInterval(other.interval, period.interval)),
  );
  return asked.length === 0 ? 0 : (spoken.length + titled.length) / (2 * asked.length);
}

/** The share of a question's terms that an article speaks of; the title counts half as much again. */
function articleScore(terms: readonly QueryTerm[], reading: Reading, digest: Digest): number {
  const content = terms.filter((term) => term.role !== "generic");
  if (content.length === 0) return 0;
  const title = toSearchedText(fold(reading.article.title));
  let score = 0;
  for (const term of content) {
    const inTitle = wholeFactor(findOccurrences(term, title));
    const inText = findOccurrences(term, digest.searched(reading));
    score += Math.max(inTitle * 1.5, wholeFactor(inText) * (0.8 + Math.min(0.2, inText.length * 0.02)));
  }
  return score / content.length;
}

function wholeFactor(occurrences: readonly { parts: number; size: number; factor: number }[]): number {
  return Math.max(
    0,
    ...occurrences.map(({ parts, size, factor }) =>
      parts === 2 ** size - 1
        ? factor
        : parts > 0
          ? factor * 0.5 * (parts.toString(2).replaceAll("0", "").length / size)
          : 0,
    ),
  );
}
