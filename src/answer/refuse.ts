import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { detectLanguage } from "../text/script.ts";
import type { RankedCandidate } from "./candidate.ts";
import { cite } from "./cite.ts";
import type { Composed } from "./compose.ts";
import { toThousandth } from "./compose.ts";
import { missingOf } from "./confidence.ts";
import { reasonWords } from "./refusal-words.ts";
import type { Missing, Refusal } from "./reply.ts";
import type { Selection } from "./selection.ts";
import { suggest } from "./suggest.ts";

/** What asking came to without an answer. */
export interface Refused {
  readonly question: string;
  /** The question as understood; null where it wasn't read. */
  readonly query: Query | null;
  /** Why it wasn't read; null where it was. */
  readonly unasked: Missing | null;
  readonly selection: Selection | null;
}

/**
 * Refuses with what is missing and the nearest thing that the digest does say.
 *
 * @param isAnswered - Whether a question that may be suggested has an answer; null where that can't be told.
 */
export async function refuse(
  digest: Digest,
  { question, query, unasked, selection }: Refused,
  isAnswered: (draft: string) => Promise<boolean | null>,
): Promise<Composed> {
  const language = query?.language ?? detectLanguage(question);
  const best = selection?.best;
  const missing = unasked ?? whatIsMissing(query, selection);
  const isNear = best !== undefined && best.coverage >= 0.35;
  const reply: Refusal = {
    status: "unanswered",
    question,
    language,
    missing,
    reason: reasonWords(missing, language),
    citations: isNear ? [cite(digest, best.reading, best.sentence, best.sentence)] : [],
    suggestions: await suggest(digest, language, isNear ? nearby(selection) : [], isAnswered),
    confidence: toThousandth(selection?.confidence ?? 0),
  };
  const turn = query === null ? null : { query, entity: null, articleId: isNear ? best.reading.article.id : null };
  return {
    reply,
    turn,
    trace: { query, candidates: selection?.ranked ?? [], confidence: selection?.confidence ?? 0, decision: "refused" },
  };
}

function whatIsMissing(query: Query | null, selection: Selection | null): Missing {
  if (query === null) return { kind: "nothing" };
  if (selection?.complete === false) return { kind: "unchecked" };
  return query.type === "author" ? { kind: "type", words: "" } : missingOf(query, selection?.best);
}

/** The best sentences that a question found, without repeats. */
function nearby(selection: Selection | null): RankedCandidate[] {
  const ranked = selection?.ranked.slice(0, 30) ?? [];
  return ranked
    .filter((candidate, i) => ranked.findIndex((other) => other.sentence === candidate.sentence) === i)
    .slice(0, 4);
}
