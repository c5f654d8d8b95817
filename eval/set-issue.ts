import { detectLanguage } from "../src/index.ts";
import type { Article, Block, Issue } from "../src/index.ts";
import type { SetArticle } from "./question-set.ts";

const ISSUE_ID = "set";

/**
 * Makes one undated issue of a set's articles, in their order: the article with ordinal n is `articles[n - 1]`.
 *
 * The text stays as it is, without a way through Markdown that could change it; each of its lines is a paragraph. The
 * issue has no title, for that would be a word about every article.
 */
export function toIssue(articles: readonly SetArticle[]): Issue {
  return {
    id: ISSUE_ID,
    title: "",
    date: null,
    language: detectLanguage(articles.map(({ text }) => text.slice(0, SAMPLE)).join("\n")),
    source: null,
    articles: articles.map(toArticle),
  };
}

/** UTF-16 units of each article by which the language of the set is told. */
const SAMPLE = 100;

function toArticle({ title, text }: SetArticle, index: number): Article {
  const read = text.normalize("NFC");
  return {
    id: `${ISSUE_ID}#${index + 1}`,
    issueId: ISSUE_ID,
    ordinal: index + 1,
    title: title.normalize("NFC"),
    text: read,
    blocks: paragraphsOf(read),
  };
}

function paragraphsOf(text: string): Block[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    kind: "paragraph",
    start: index,
    end: index + line.length,
  }));
}
