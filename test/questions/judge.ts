import { readFileSync } from "node:fs";
import type { Asked, Citation, Digest, Reply, Turn } from "../../src/index.ts";
import { ask, toPlainText } from "../../src/index.ts";

/** A question of a set: the turns of one talk, and what the last reply must hold. */
export interface SetQuestion {
  readonly id: string;
  readonly kind: string;
  readonly lang: "zh" | "en";
  readonly turns: readonly string[];
  readonly answerable: boolean;
  /** Groups of alternatives: each group must be matched by one of its own. */
  readonly expect: readonly (readonly string[])[];
  /** The ordinal of the article that must be cited, or null for any. */
  readonly article?: number | null;
  /** Further articles that may be cited instead. */
  readonly also?: number | string | readonly number[];
  /** True where a refusal is as good as the answer. */
  readonly alt_refuse?: boolean;
  readonly issue?: string;
  /** The stories that may be cited, where the digest has many issues: each its issue's file name and words of its title. */
  readonly stories?: readonly (readonly [string, string])[];
}

/** right; wrong (answered, but not so); refused (though the digest says it); false (answered what the digest doesn't say). */
export type Judgement = "right" | "wrong" | "refused" | "false";

/** In these kinds the short answer alone must hold what is expected, and stay short. */
const SHORT_KINDS = new Set(["number", "person", "place", "date", "org", "author"]);
/** The longest short answer, in characters. */
const LONGEST_SHORT = { zh: 80, en: 160 };

/** Reads a question set: one JSON object a line. */
export function readQuestionSet(path: string): SetQuestion[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as SetQuestion);
}

/** Asks the turns of a question in one conversation and returns what came of the last. */
export async function askTurns(digest: Digest, turns: readonly string[]): Promise<Asked> {
  let asked: Asked | null = null;
  let last: Turn | null = null;
  for (const turn of turns) {
    asked = await ask(digest, turn, last);
    last = asked.turn;
  }
  if (asked === null) throw new Error("A question of the set has no turns");
  return asked;
}

/** Judges a reply by the rules of the question sets. */
export function judge(question: SetQuestion, reply: Reply): Judgement {
  if (!question.answerable) return reply.status === "unanswered" ? "right" : "false";
  if (reply.status === "unanswered") return question.alt_refuse === true ? "right" : "refused";
  const cited = reply.citations.slice(0, 3);
  const isShort = SHORT_KINDS.has(question.kind);
  const words = isShort ? reply.answer : [reply.answer, toPlainText(reply), ...cited.map((citation) => citation.quote)].join("\n");
  if (!question.expect.every((group) => group.some((alternative) => holds(words, alternative)))) return "wrong";
  if (isShort && Array.from(reply.answer).length > LONGEST_SHORT[question.lang]) return "wrong";
  const articles = articlesOf(question);
  if (articles.length > 0 && !cited.some((citation) => articles.includes(citation.ordinal))) return "wrong";
  const issue = question.issue?.replace(".md", "");
  if (issue !== undefined && !cited.some((citation) => citation.issue.split("/").at(-1) === issue)) return "wrong";
  if (question.stories !== undefined && !cited.some((citation) => isStory(citation, question.stories ?? []))) return "wrong";
  return "right";
}

function isStory(citation: Citation, stories: readonly (readonly [string, string])[]): boolean {
  const file = citation.issue.split("/").at(-1);
  return stories.some(([issue, words]) => file === issue && citation.article.includes(words));
}

function articlesOf({ article, also }: SetQuestion): (number | string)[] {
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
