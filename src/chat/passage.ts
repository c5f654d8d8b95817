import { createHash } from "node:crypto";
import type { Citation } from "../answer/reply.ts";
import type { Article } from "../digest/issue.ts";
import type { Digest } from "../search/digest.ts";
import type { Span } from "../text/span.ts";

/** A stretch of an article's text that a button leads to. */
export interface Passage {
  readonly articleId: string;
  readonly span: Span;
}

const KEY = /^([\w-]{8})\.([\da-z]+)\.([\da-z]+)$/u;

/**
 * Writes a passage as a short key of letters, digits, `-`, `_` and `.` (at most 24 characters for articles of less than
 * 60 million characters), so that a button can hold it and no state has to be kept.
 */
export function keyOfPassage({ articleId, span }: Citation | Passage, digest: Digest): string {
  const article = digest.readings.get(articleId)?.article;
  return `${article === undefined ? "" : keyOfArticle(article)}.${span.start.toString(36)}.${span.end.toString(36)}`;
}

/** Finds the passage of a key; null where the article is gone or its text has changed since. */
export function findPassage(key: string, digest: Digest): Passage | null {
  const match = KEY.exec(key);
  if (match === null) return null;
  const [articleKey = "", start = "", end = ""] = match.slice(1);
  const article = articlesByKey(digest).get(articleKey);
  const span = { start: Number.parseInt(start, 36), end: Number.parseInt(end, 36) };
  if (article === undefined || span.start > span.end || span.end > article.text.length) return null;
  return { articleId: article.id, span };
}

/** Changes with the article's text, so that a key never leads to other words than it was made for. */
function keyOfArticle({ id, title, text }: Article): string {
  return createHash("sha256").update(`${id}\n${title}\n${text}`).digest("base64url").slice(0, 8);
}

const known = new WeakMap<Digest, ReadonlyMap<string, Article>>();

function articlesByKey(digest: Digest): ReadonlyMap<string, Article> {
  const found =
    known.get(digest) ??
    new Map(digest.issues.flatMap(({ articles }) => articles.map((article) => [keyOfArticle(article), article])));
  known.set(digest, found);
  return found;
}
