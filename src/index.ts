/**
 * The core's only door: adapters and commands import from here and nowhere deeper.
 */

// Asking
export { ask } from "./ask.ts";
export type { Asked, Trace } from "./ask.ts";
export type { Answer, Citation, Derivation, Missing, Refusal, Reply } from "./answer/reply.ts";
export type { Turn } from "./question/follow-up.ts";

// The digest
export { openDigest } from "./open-digest.ts";
export type { OpenedDigest } from "./open-digest.ts";
export type { Digest } from "./search/digest.ts";
export type { Article, Block, Issue, IssueDate } from "./digest/issue.ts";
export { KnowledgeError } from "./digest/knowledge-error.ts";
export type { KnowledgeProblem } from "./digest/knowledge-error.ts";

// Facts
export type { Fact } from "./fact/fact.ts";
export type { Mention, Quantity, Period, Name, Enumeration } from "./fact/mention.ts";

// Replies as neutral documents
export { sourceOf, toBlocks, toPlainText } from "./chat/reply-text.ts";
export type { ReplyBlock } from "./chat/reply-text.ts";
export type { Language } from "./text/script.ts";
export type { Span } from "./text/span.ts";
