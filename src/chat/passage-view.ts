import { citeSpan } from "../answer/cite.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import { articleBlocks } from "./article-text.ts";
import { WORDS } from "./command-words.ts";
import type { CommandBlock } from "./document.ts";
import { tellingFacts } from "./fact-list.ts";
import { pageOf } from "./paging.ts";
import type { Passage } from "./passage.ts";
import type { ReplyBlock } from "./reply-text.ts";
import { quoteBlock } from "./reply-text.ts";

/** A page of an article. */
export interface ArticlePage {
  readonly blocks: readonly CommandBlock[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** How many other facts of an article are shown beside one. */
const RELATED = 5;

/** The paragraph around a passage, with the passage marked, under the article's title. */
export function contextOf({ articleId, span }: Passage, digest: Digest): CommandBlock[] {
  const article = digest.readings.get(articleId)?.article;
  if (article === undefined) return [];
  const block = article.blocks.find((other) => overlaps(other, span)) ?? span;
  const text = article.text.slice(block.start, Math.max(block.end, span.end));
  return [
    { kind: "title", text: article.title },
    { kind: "marked", text, mark: { start: span.start - block.start, end: span.end - block.start } },
  ];
}

/** The passage as a quote with its source. */
export function quoteOf({ articleId, span }: Passage, digest: Digest, language: Language): ReplyBlock[] {
  const reading = digest.readings.get(articleId);
  if (reading === undefined) return [];
  return [quoteBlock(citeSpan(digest, reading, span), language)];
}

/** What else the article states: its telling facts other than the passage. */
export function relatedTo({ articleId, span }: Passage, digest: Digest, language: Language): CommandBlock[] {
  const article = digest.readings.get(articleId)?.article;
  if (article === undefined) return [];
  const others = tellingFacts(digest.factsOf(articleId)).filter((fact) => !overlaps(fact, span));
  if (others.length === 0) return [{ kind: "hint", text: WORDS.noFacts[language] }];
  return [
    { kind: "title", text: article.title },
    ...others
      .slice(0, RELATED)
      .map(({ start, end }) => ({ kind: "item" as const, text: article.text.slice(start, end) })),
  ];
}

/**
 * A page of an article's text. Pages end where blocks do, and within a block that is longer where sentences do.
 *
 * @param page - From 1; one past the last is the last.
 * @param most - How many UTF-16 units a page may hold.
 */
export function articlePage(articleId: string, page: number, most: number, digest: Digest): ArticlePage | null {
  const reading = digest.readings.get(articleId);
  if (reading === undefined) return null;
  const [title, ...blocks] = articleBlocks(reading);
  const pieces = blocks.flatMap((whole) => piecesOf(whole, most));
  const { shown, ...place } = pageOf(pieces, page, { longest: most, lengthOf: ({ text }) => text.length + 2 });
  return { blocks: [...(title === undefined ? [] : [title]), ...shown], ...place };
}

function piecesOf(block: CommandBlock, most: number): CommandBlock[] {
  return cutAtSentences(block.text, most).map(({ start, end }) => ({ ...block, text: block.text.slice(start, end) }));
}

/** Cuts a text into pieces of bounded length at sentence ends, else at white space or a comma, never within a character. */
export function cutAtSentences(text: string, most: number): Span[] {
  const pieces: Span[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.length - start <= most ? text.length : start + lengthOfPiece(text.slice(start, start + most));
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

function lengthOfPiece(window: string): number {
  for (const pattern of [SENTENCE_END, PAUSE]) {
    const last = [...window.matchAll(pattern)].at(-1);
    if (last !== undefined && last.index + last[0].length > window.length / 4) return last.index + last[0].length;
  }
  const isCutPair = /[\ud800-\udbff]$/.test(window);
  return Math.max(1, window.length - (isCutPair ? 1 : 0));
}

const SENTENCE_END = /[。！？!?…]["”’」』）)]*\s*|\.["”’)]*\s+|\n+/gu;

const PAUSE = /[，,；;：:、\s]/gu;
