import MiniSearch from "minisearch";
import type { Options, SearchResult } from "minisearch";
import { fold, splitSentences, terms } from "../src/index.ts";
import type { Article } from "../src/index.ts";
import type { FoundSentence } from "./hit-ranks.ts";
import type { SetArticle } from "./question-set.ts";
import { toIssue } from "./set-issue.ts";

/** A plain alternative: a library over the sentences of the same articles, the best sentence first. */
export interface Baseline {
  readonly name: string;
  /** Cuts the articles into sentences and indexes them. */
  readonly open: (articles: readonly SetArticle[]) => SentenceSearch;
}

/** Finds the best sentences for a question, best first. */
export type SentenceSearch = (question: string) => readonly FoundSentence[];

/** The plain alternatives that a set is compared with, the simplest first. */
export const BASELINES: readonly Baseline[] = [
  { name: "minisearch, its own tokenizer", open: (articles) => openPlain(articles, {}) },
  { name: "minisearch, Intl.Segmenter words", open: (articles) => openPlain(articles, withTerms(wordsOf())) },
  { name: "minisearch, characters + bigrams", open: (articles) => openPlain(articles, withTerms(foldedTerms)) },
  { name: "  the same, article score added", open: (articles) => openWithArticles(articles, withTerms(foldedTerms)) },
  {
    name: "  the same, title as a field",
    open: (articles) => openPlain(articles, withTerms(foldedTerms), ["text", "title"]),
  },
];

/** How many sentences a search returns: enough for the best five of any article. */
const RETURNED = 100;

interface Sentence extends FoundSentence {
  readonly title: string;
}

/** What minisearch is told about cutting text; what isn't told stays as it comes. */
type Cutting = Pick<Options, "tokenize" | "processTerm">;

function openPlain(articles: readonly SetArticle[], cutting: Cutting, fields: string[] = ["text"]): SentenceSearch {
  const sentences = sentencesOf(articles);
  const engine = indexed(sentences, fields, cutting);
  return (question) => engine.search(question).slice(0, RETURNED).flatMap(theOneOf(sentences));
}

/** Adds to each sentence's score the one that its article gets by itself, in an index of whole articles. */
function openWithArticles(articles: readonly SetArticle[], cutting: Cutting): SentenceSearch {
  const sentences = sentencesOf(articles);
  const engine = indexed(sentences, ["text"], cutting);
  const articleEngine = indexed(articles, ["title", "text"], cutting);
  return (question) => {
    const scores = new Map(articleEngine.search(question).map(({ id, score }) => [articles[Number(id)]?.id, score]));
    return engine
      .search(question)
      .map(({ id, score }) => ({ id: Number(id), score: score + (scores.get(sentences[Number(id)]?.article) ?? 0) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, RETURNED)
      .flatMap(theOneOf(sentences));
  };
}

function sentencesOf(articles: readonly SetArticle[]): Sentence[] {
  return toIssue(articles).articles.flatMap((article) =>
    sentencesIn(article).map((span) => ({
      article: articles[article.ordinal - 1]?.id ?? "",
      title: article.title,
      start: span.start,
      text: article.text.slice(span.start, span.end),
    })),
  );
}

function sentencesIn({ text, blocks }: Article): ReturnType<typeof splitSentences> {
  return blocks.flatMap((block) => splitSentences(text, block));
}

/** Indexes items by their place. */
function indexed(
  items: readonly Readonly<Record<"title" | "text", string>>[],
  fields: string[],
  cutting: Cutting,
): MiniSearch {
  const engine = new MiniSearch({ fields, ...cutting });
  engine.addAll(items.map(({ title, text }, id) => ({ id, title, text })));
  return engine;
}

function theOneOf(sentences: readonly Sentence[]): (result: Pick<SearchResult, "id">) => Sentence[] {
  return ({ id }) => {
    const sentence = sentences[Number(id)];
    return sentence === undefined ? [] : [sentence];
  };
}

function withTerms(tokenize: (text: string) => string[]): Cutting {
  return { tokenize, processTerm: (term) => term };
}

/** The core's folding and terms. */
function foldedTerms(text: string): string[] {
  return terms(fold(text));
}

/** Words as `Intl.Segmenter` cuts them, of folded text. */
function wordsOf(): (text: string) => string[] {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  return (text) =>
    [...segmenter.segment(fold(text))].filter(({ isWordLike }) => isWordLike === true).map(({ segment }) => segment);
}
