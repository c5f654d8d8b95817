import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import { slice } from "../text/span.ts";
import type { RankedCandidate } from "./candidate.ts";
import { CandidateFeatures } from "./ranking-features.ts";
import { isQuestion } from "./text-question.ts";

/** How a sentence fits that takes up what the one before it says, as the question does. */
const TAKING_UP = 1;

/**
 * Finds the sentence that answers where the best one only says what the question says already: the reason of what
 * happened, what is done about a problem, the answer to a question that the text asks itself.
 *
 * It stands on the best one's evidence, for what it goes on about stands there.
 */
export function answeringAfter(query: Query, best: RankedCandidate, lexicon: Lexicon): RankedCandidate | null {
  if (best.mention !== null) return null;
  const next = sentenceAfter(best.reading, best.sentence);
  if (next === null) return null;
  const { opens, reasons } = lexicon.cues;
  const said = slice(best.reading.folded, best.sentence);
  const goesOn = slice(best.reading.folded, next);
  const answers =
    isQuestion(best.reading, best.sentence) ||
    (query.type === "reason" && !reasons.test(said) && reasons.test(goesOn)) ||
    (query.type === "manner" && opens.takesUp.test(goesOn));
  return answers ? standingOn(query, best, next) : null;
}

/** The sentence after one, where it is under the same heading. */
export function sentenceAfter({ sentences }: Reading, { index, heading }: Sentence): Sentence | null {
  const next = sentences[index + 1];
  return next !== undefined && next.heading?.start === heading?.start ? next : null;
}

/** The sentence before one, where it is under the same heading. */
export function sentenceBefore({ sentences }: Reading, { index, heading }: Sentence): Sentence | null {
  const before = sentences[index - 1];
  return before !== undefined && before.heading?.start === heading?.start ? before : null;
}

function standingOn(query: Query, best: RankedCandidate, sentence: Sentence): RankedCandidate | null {
  const [clause] = sentence.clauses;
  if (clause === undefined) return null;
  const { start, end } = sentence;
  const moved = { reading: best.reading, sentence, clause, span: { start, end }, mention: null, fit: TAKING_UP };
  return {
    ...moved,
    score: best.score,
    coverage: best.coverage,
    evidence: best.evidence,
    features: new CandidateFeatures(query, moved, best.evidence),
  };
}
