import type { Citation, Reply } from "../../src/index.ts";
import { toPlainText } from "../../src/index.ts";
import type { Line } from "../read-lines.ts";

/** A question as a line of JSON asks it. */
export interface AskedLine {
  /** As given, to be given back; null where there was none. */
  readonly id: Id | null;
  readonly question: string;
  /** The talk that it goes on; null where it stands alone. */
  readonly conversation: string | null;
}

/** A line that asks nothing that could be answered. */
export interface InvalidLine {
  readonly id: Id | null;
  readonly error: string;
}

type Id = string | number;

/** Reads `{"question": "…", "id"?: "…", "conversation"?: "…"}`; other members are left alone, null is none. */
export function readAskedLine({ text, isCut }: Line): AskedLine | InvalidLine {
  if (isCut) return { id: null, error: `the line is longer than ${text.length} characters` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, error: 'the line isn\'t valid JSON; write {"question": "…"}' };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { id: null, error: 'the line isn\'t a JSON object; write {"question": "…"}' };
  const { id: givenId = null, question, conversation = null } = value as Readonly<Record<string, unknown>>;
  const id = isId(givenId) ? givenId : null;
  if (givenId !== null && id === null) return { id, error: "id isn't a string" };
  if (typeof question !== "string")
    return { id, error: question === undefined ? "question is missing" : "question isn't a string" };
  if (conversation !== null && !isId(conversation)) return { id, error: "conversation isn't a string" };
  return { id, question, conversation: conversation === null ? null : String(conversation) };
}

function isId(value: unknown): value is Id {
  return typeof value === "string" || typeof value === "number";
}

/** Writes a reply as the JSON object of `ask --json`, on one line; the members keep this order. */
export function replyLine(reply: Reply, id: Id | null, ms: number): string {
  const isAnswered = reply.status === "answered";
  return JSON.stringify({
    ...(id === null ? {} : { id }),
    question: reply.question,
    language: reply.language,
    status: reply.status,
    answer: isAnswered ? reply.answer : null,
    text: toPlainText(reply),
    citations: [...reply.citations, ...(isAnswered ? reply.others.map(({ citation }) => citation) : [])].map(
      citationMembers,
    ),
    derivation:
      isAnswered && reply.derivation !== null
        ? { expression: reply.derivation.expression, result: reply.derivation.result }
        : null,
    reason: isAnswered ? null : reply.reason,
    suggestions: reply.suggestions,
    confidence: reply.confidence,
    ms: Math.round(ms * 100) / 100,
  });
}

function citationMembers({ issue, article, ordinal, quote, span }: Citation): object {
  return { issue, article, ordinal, quote, start: span.start, end: span.end };
}
