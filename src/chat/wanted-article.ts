import type { Reading } from "../fact/reading.ts";
import type { Digest } from "../search/digest.ts";
import { findArticle } from "./article-text.ts";
import { findArticles } from "./find-articles.ts";
import { readArgument } from "./paging.ts";

/** The article that a command is about, and the page of what it shows. */
export interface WantedArticle {
  readonly reading: Reading;
  /** From 1. */
  readonly page: number;
}

/** Finds the article that a command's argument names (`3`, `2025-06#3 p2`), or else the one that its words find. */
export async function wantedArticle(argument: string, digest: Digest): Promise<WantedArticle | null> {
  const { words, page } = readArgument(argument);
  const reading = findArticle(digest, words) ?? (await articleAbout(words, digest));
  return reading === null ? null : { reading, page };
}

/** The article that a reader who types these words is offered first: 店播 "shop streaming". */
export async function articleAbout(words: string, digest: Digest): Promise<Reading | null> {
  const [found] = /\p{L}/u.test(words) ? await findArticles(words, digest, 1) : [];
  return found === undefined ? null : (digest.readings.get(found.id) ?? null);
}
