import type { Lexicon } from "../fact/lexicon.ts";
import type { Name } from "../fact/mention.ts";
import type { Sentence } from "../fact/reading.ts";
import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Query } from "../question/query.ts";
import { slice } from "../text/span.ts";
import type { RankedCandidate } from "./candidate.ts";
import { sentenceAfter, sentenceBefore } from "./neighbours.ts";
import { clauseAt } from "./proposal.ts";
import { isAsked } from "./propose-names.ts";
import { REASON } from "./propose-sentences.ts";
import { CandidateFeatures } from "./ranking-features.ts";
import { isQuestion } from "./text-question.ts";

/** How an answer fits that stands beside the sentence with the question's words: as well as one can. */
const BESIDE = REASON.sure;

/**
 * Finds the answer in the sentence beside the best one, where that only says what the question says already.
 *
 * It stands on the best one's evidence, for what is asked about stands there.
 */
export function answerBeside(query: Query, best: RankedCandidate, lexicon: Lexicon): RankedCandidate | null {
  if (best.mention === null) {
    const after = answeringAfter(query, best, lexicon);
    if (after !== null) return standingOn(query, best, after, null);
  }
  const [before, name] = namedBefore(query, best, lexicon) ?? [];
  return before === undefined || name === undefined ? null : standingOn(query, best, before, name);
}

/**
 * The sentence that the question restates, where the best one gives the reason after it and covers less: what happened
 * is told there.
 */
export function restatedBefore(
  query: Query,
  best: RankedCandidate,
  ranked: readonly RankedCandidate[],
): RankedCandidate {
  if (query.type !== "reason" || best.fit < REASON.sure) return best;
  const { reading, sentence, coverage } = best;
  const restated = ranked.find(
    (other) =>
      other.reading === reading &&
      other.sentence.index < sentence.index &&
      other.sentence.index >= sentence.index - RESTATED &&
      other.fit < REASON.sure &&
      other.coverage > coverage + MORE,
  );
  return restated ?? best;
}

/** So much more of the question it covers then. */
const MORE = 0.2;

/** How many sentences before its reason it may be told at most what happened. */
const RESTATED = 2;

/** The reason of what happened, what is done about a problem, the answer to a question that the text asks itself. */
function answeringAfter(query: Query, { reading, sentence }: RankedCandidate, { cues }: Lexicon): Sentence | null {
  const next = sentenceAfter(reading, sentence);
  if (next === null) return null;
  if (isQuestion(reading, sentence)) return next;
  const textOf = (some: Sentence): string => slice(reading.folded, some);
  if (query.type === "list") return ANNOUNCED.test(textOf(sentence)) && BEGINS_ROW.test(textOf(next)) ? next : null;
  if (query.type === "manner") return cues.opens.takesUp.test(textOf(next)) ? next : null;
  if (query.type !== "reason" || cues.reasons.test(textOf(sentence))) return null;
  return [next, sentenceAfter(reading, next)].find((some) => some !== null && cues.reasons.test(textOf(some))) ?? null;
}

/** 列出四类 "lists four kinds", and the sentence that begins to list them. */
const ANNOUNCED = /[两二三四五六七八九十\d][类项点条种款方步大][^。]{0,16}[。:：]?$|(?:如下|以下)[^。]{0,12}[。:：]?$/u;
const BEGINS_ROW = /^["“]?(?:一是|第一|其一|首先|一、|1[.、])/u;

/** Whom the sentence before names, where the best one says 她 or 该公司 and nobody of the kind asked for. */
function namedBefore(
  query: Query,
  { reading, sentence, mention }: RankedCandidate,
  lexicon: Lexicon,
): readonly [Sentence, Name] | null {
  const text = slice(reading.folded, sentence);
  const kind = WHO.has(query.type) ? NAMED.find((named) => lexicon.cues.opens[named].test(text)) : undefined;
  if (kind === undefined || mention?.kind === query.type) return null;
  const before = sentenceBefore(reading, sentence);
  const name = before?.mentions.find((other): other is Name => other.kind === kind && !isAsked(query, reading, other));
  return before === null || name === undefined ? null : [before, name];
}

/** 谁 "who" may ask for a person or for an organisation. */
const WHO = new Set<AnswerType>(["person", "organisation"]);
const NAMED = ["person", "organisation"] as const;

function standingOn(
  query: Query,
  { reading, score, coverage, evidence }: RankedCandidate,
  sentence: Sentence,
  mention: Name | null,
): RankedCandidate | null {
  const { start, end } = mention ?? sentence;
  const clause = clauseAt(sentence, { start, end });
  if (clause === undefined) return null;
  const moved = { reading, sentence, clause, span: { start, end }, mention, fit: BESIDE };
  return { ...moved, score, coverage, evidence, features: new CandidateFeatures(query, moved, evidence) };
}
