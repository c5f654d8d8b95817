/**
 * The core's door: adapters and commands import from here and nowhere deeper. What editors review has a door of its
 * own, review.ts, so that a question doesn't wait for modules that only they need.
 */

// Asking
export { ask } from "./ask.ts";
export type { Asked } from "./ask.ts";
export type { Trace } from "./answer/compose.ts";
export type { Answer, Citation, Derivation, Missing, OtherFigure, Refusal, Reply } from "./answer/reply.ts";
export { articleQuestions } from "./answer/suggest.ts";
export type { Turn } from "./question/follow-up.ts";
export { ANSWER_THRESHOLD } from "./answer/confidence.ts";
export type { Evidence, RankedCandidate } from "./answer/candidate.ts";
export type { Query, QueryTerm } from "./question/query.ts";

// The digest
export { createDigest, openDigest } from "./open-digest.ts";
export { folderDigest } from "./folder-digest.ts";
export type { FolderDigest, OpeningOptions, OpeningProgress } from "./folder-digest.ts";
export type { DigestVersion, OpenedDigest } from "./digest-version.ts";
export type { Digest } from "./search/digest.ts";
export type { Article, Block, Issue, IssueDate } from "./digest/issue.ts";
export { isoDate } from "./digest/issue-date.ts";
export { KnowledgeError } from "./digest/knowledge-error.ts";
export type { KnowledgeProblem } from "./digest/knowledge-error.ts";

// Facts
export type { Fact } from "./fact/fact.ts";
export type { Mention, Quantity, Period, Name, Enumeration } from "./fact/mention.ts";

// Replies as neutral documents
export { sourceOf, toBlocks, toPlainText } from "./chat/reply-text.ts";
export type { ReplyBlock } from "./chat/reply-text.ts";

// Chats: what every surface says to a message
export { respond } from "./chat/respond.ts";
export type { Message, Response } from "./chat/respond.ts";
export { parseCommand, runCommand } from "./chat/commands.ts";
export type { Command } from "./chat/commands.ts";
export { wantedArticle } from "./chat/wanted-article.ts";
export { greet, languageOf } from "./chat/greeting.ts";
export { findPassage, keyOfPassage } from "./chat/passage.ts";
export type { Passage } from "./chat/passage.ts";
export { articlePage, contextOf, cutAtSentences, quoteOf, relatedTo } from "./chat/passage-view.ts";
export type { ArticlePage } from "./chat/passage-view.ts";
export { foundBy } from "./chat/search.ts";
export { findArticles } from "./chat/find-articles.ts";
export { findIssues } from "./chat/find-issues.ts";
export { offerQuestions } from "./chat/offer-questions.ts";
export { checkClaims } from "./chat/check-claims.ts";
export { createRateLimiter } from "./chat/rate-limit.ts";
export type { Admission, RateLimit, RateLimiter } from "./chat/rate-limit.ts";
export { createConversations } from "./chat/conversation.ts";
export type { Conversations } from "./chat/conversation.ts";
export type { CommandBlock, DocumentBlock, PageBlock } from "./chat/document.ts";

// The text as the core reads it, for measuring beside it
export { fold } from "./text/fold.ts";
export { splitSentences } from "./text/sentence.ts";
export { terms } from "./text/term.ts";
export { detectLanguage } from "./text/script.ts";

// The vocabulary of all of these
export type { Language } from "./text/script.ts";
export type { Span } from "./text/span.ts";
