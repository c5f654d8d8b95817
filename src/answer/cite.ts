import type { Issue } from "../digest/issue.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import { isoDate } from "../digest/issue-date.ts";
import type { Digest } from "../search/digest.ts";
import type { Span } from "../text/span.ts";
import { contains, slice } from "../text/span.ts";
import type { Citation } from "./reply.ts";

/** Thrown where code would break one of the product's promises; always a defect, never the user's fault. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/**
 * Cites the sentence around an answer.
 *
 * @throws {@link InvariantError} when the answer lies outside the sentence, for then the quote would not support it.
 */
export function cite(digest: Digest, reading: Reading, sentence: Sentence, answer: Span): Citation {
  if (!contains(sentence, answer))
    throw new InvariantError(`The cited sentence of ${reading.article.id} does not hold the answer`);
  return citeSpan(digest, reading, sentence);
}

/** Cites a span of an article as it stands. */
export function citeSpan(digest: Digest, reading: Reading, span: Span): Citation {
  const { article } = reading;
  const issue: Issue | undefined = digest.issues[digest.issuePlaces.get(article.issueId) ?? -1];
  return {
    articleId: article.id,
    issue: article.issueId,
    issueTitle: issue?.title ?? article.issueId,
    issueDate: isoDate(issue?.date ?? null) || null,
    article: article.title,
    ordinal: article.ordinal,
    quote: slice(article.text, span),
    span: { start: span.start, end: span.end },
  };
}
