import { ask } from "../ask.ts";
import type { Asked } from "../ask.ts";
import type { Turn } from "../question/follow-up.ts";
import type { Digest } from "../search/digest.ts";

/** What a chat needs of an answer: the reply, and the turn that a follow-up goes on from. */
export type Answered = Pick<Asked, "reply" | "turn">;

/** An answer and the turn that it came after. */
interface Given {
  readonly answered: Answered;
  /** Null where the turn before had no part in it. */
  readonly leansOn: { readonly turn: Turn | null } | null;
}

/** At some 5 kB an answer, about a megabyte at most. */
const MOST_ANSWERS = 200;

/** The answers given from each version of the digest, by question, the most recently asked last. */
const givenFrom = new WeakMap<Digest, Map<string, Given>>();

/**
 * Asks, unless the same was answered from the same version before: many chats ask what the greeting and the buttons
 * offer, and what today's issue makes everybody ask. A question that leans on the turn before is the same after the same
 * turn alone.
 */
export async function askOnce(digest: Digest, question: string, last: Turn | null): Promise<Answered> {
  const answers = givenFrom.get(digest) ?? new Map<string, Given>();
  givenFrom.set(digest, answers);
  const known = answers.get(question);
  if (known !== undefined && (known.leansOn === null || known.leansOn.turn === last)) {
    keep(answers, question, known);
    return known.answered;
  }
  const { reply, turn, standsAlone } = await ask(digest, question, last);
  const answered = { reply, turn };
  // An index that was in a hurry may find more another time.
  const isFinal = reply.status === "answered" || reply.missing.kind !== "unchecked";
  if (isFinal) keep(answers, question, { answered, leansOn: standsAlone ? null : { turn: last } });
  return answered;
}

function keep(answers: Map<string, Given>, question: string, given: Given): void {
  answers.delete(question);
  answers.set(question, given);
  const [oldest] = answers.keys();
  if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest);
}
