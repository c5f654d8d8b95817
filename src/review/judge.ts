import type { Citation, Reply } from "../answer/reply.ts";
import { toPlainText } from "../chat/reply-text.ts";
import type { GoldenQuestion } from "./golden-question.ts";

/** right; wrong (answered, but not so); refused (though the digest says it); false (answered what the digest doesn't say). */
export type Judgement = "right" | "wrong" | "refused" | "false";

/** In these kinds the short answer alone must hold what is expected, and stay short. */
const SHORT_KINDS = new Set(["number", "person", "place", "date", "org", "author"]);
/** The longest short answer, in characters. */
const LONGEST_SHORT = { zh: 80, en: 160 };

/** Judges a reply by the rules of the question sets. */
export function judge(question: GoldenQuestion, reply: Reply): Judgement {
  if (!question.answerable) return reply.status === "unanswered" ? "right" : "false";
  if (reply.status === "unanswered") return question.alt_refuse === true ? "right" : "refused";
  const cited = reply.citations.slice(0, 3);
  const isShort = SHORT_KINDS.has(question.kind);
  const words = isShort
    ? reply.answer
    : [reply.answer, toPlainText(reply), ...cited.map((citation) => citation.quote)].join("\n");
  if (!question.expect.every((group) => group.some((alternative) => holds(words, alternative)))) return "wrong";
  if (isShort && Array.from(reply.answer).length > LONGEST_SHORT[question.lang]) return "wrong";
  const articles = articlesOf(question);
  if (articles.length > 0 && !cited.some((citation) => articles.includes(citation.ordinal))) return "wrong";
  const issue = question.issue?.replace(/\.md$/u, "");
  if (issue !== undefined && !cited.some((citation) => citation.issue.split("/").at(-1) === issue)) return "wrong";
  if (question.stories !== undefined && !cited.some((citation) => isStory(citation, question.stories ?? [])))
    return "wrong";
  return "right";
}

function isStory(citation: Citation, stories: readonly (readonly [string, string])[]): boolean {
  const file = citation.issue.split("/").at(-1);
  return stories.some(([issue, words]) => file === issue && citation.article.includes(words));
}

function articlesOf({ article, also }: GoldenQuestion): (number | string)[] {
  if (article === null || article === undefined) return [];
  if (also === undefined) return [article];
  return typeof also === "object" ? [article, ...also] : [article, also];
}

/** Tells whether words stand in a text, white space and case aside; a number only whole: 9% isn't in 99% or 9.9%. */
export function holds(text: string, words: string): boolean {
  const hay = normalised(text);
  const needle = normalised(words);
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    if (!isCutNumber(hay, needle, at)) return true;
  }
  return false;
}

function isCutNumber(hay: string, needle: string, at: number): boolean {
  const before = hay.slice(Math.max(0, at - 2), at);
  const after = hay.slice(at + needle.length);
  return (/^\d/u.test(needle) && /\d$|\d\.$/u.test(before)) || (/\d$/u.test(needle) && /^\d|^[.,]\d/u.test(after));
}

function normalised(text: string): string {
  return text.replaceAll(/\s+/gu, "").replaceAll("，", ",").replaceAll("％", "%").toLowerCase();
}
