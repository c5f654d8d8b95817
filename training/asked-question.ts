import { rank } from "../src/answer/rank.ts";
import type { RankedCandidate } from "../src/answer/candidate.ts";
import type { Digest } from "../src/index.ts";
import type { Weights } from "../src/lexicon/ranking-weights.ts";
import type { Query } from "../src/question/query.ts";
import { understand } from "../src/question/understand.ts";
import { vocabularyFor } from "../src/search/question-vocabulary.ts";
import { repair } from "../src/search/repair.ts";
import type { Retrieved } from "../src/search/retrieve.ts";
import { retrieve } from "../src/search/retrieve.ts";
import type { Half } from "./cross-validation.ts";
import { halfOf } from "./cross-validation.ts";
import type { TrainingQuestion, TrainingSet } from "./training-sets.ts";

/** A question that was understood and searched for, the part of answering that no learned weight touches. */
export interface AskedQuestion extends TrainingQuestion {
  readonly set: TrainingSet;
  readonly half: Half;
  readonly query: Query;
  readonly retrieved: Retrieved;
}

/** Question types that are answered by the digest itself or by computing: no candidate of theirs is an answer. */
const UNRANKED_TYPES = new Set<Query["type"]>([
  "author",
  "compare",
  "contents",
  "difference",
  "people",
  "ratio",
  "sum",
  "summary",
]);

/** Understands and searches a question; null where nothing would be ranked for it. */
export async function askQuestion(question: TrainingQuestion, set: TrainingSet): Promise<AskedQuestion | null> {
  const { digest } = set;
  const vocabulary = await vocabularyFor(question.question, digest);
  const understood = understand(question.question, digest.reference, digest.lexicon, vocabulary);
  const { query } = await repair(understood, digest);
  if (!set.hasExactAnswers && (query.isYesNo || UNRANKED_TYPES.has(query.type))) return null;
  return { ...question, set, half: halfOf(question.splitBy), query, retrieved: await retrieve(query, digest) };
}

/** Ranks the candidates of a question by given weights, as the product ranks them by those that ship. */
export function rankWith(weights: Weights, { query, retrieved, set }: AskedQuestion): RankedCandidate[] {
  return rank(query, retrieved, withWeights(set.digest, weights));
}

function withWeights(digest: Digest, candidates: Weights): Digest {
  return { ...digest, lexicon: { ...digest.lexicon, ranking: { ...digest.lexicon.ranking, candidates } } };
}
