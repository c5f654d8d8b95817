import type { Asked } from "../ask.ts";
import { citeSpan } from "../answer/cite.ts";
import type { Citation } from "../answer/reply.ts";
import type { Issue } from "../digest/issue.ts";
import type { Fact } from "../fact/fact.ts";
import type { Interval } from "../fact/mention.ts";
import type { QueryTerm } from "../question/query.ts";
import { understand } from "../question/understand.ts";
import { vocabularyFor } from "../search/question-vocabulary.ts";
import type { Digest } from "../search/digest.ts";
import { repair } from "../search/repair.ts";
import { findOccurrences, toSearchedText } from "../search/occurrences.ts";
import { retrieve } from "../search/retrieve.ts";
import type { FoundFact } from "../search/retrieve.ts";
import { speaksOf } from "./asked-period.ts";
import { issuesIn } from "./issue-scope.ts";

/** The sentences that a question found, best first and each once, whether they answer it or not. */
export function foundBy({ trace }: Asked, digest: Digest): Citation[] {
  const citations = new Map<string, Citation>();
  for (const { reading, sentence } of trace.candidates) {
    const key = `${reading.article.id} ${sentence.start}`;
    if (!citations.has(key)) citations.set(key, citeSpan(digest, reading, sentence));
  }
  return [...citations.values()];
}

/** Of so many facts the best are kept: a reader looks at a few pages. */
const LOOKED_AT = 200;
/** A fact that scores less than this share of the best has only the lesser words of the search in it. */
const LEAST_SHARE = 0.4;

/** What limits a search. */
export interface SearchLimits {
  /** Only statements of issues published then, or about it. */
  readonly period?: Interval | null;
  /** Only statements of this issue. */
  readonly issue?: Issue | null;
  /** How many of the words an article must speak of, 0 to 1: all of them where it isn't said. */
  readonly share?: number;
  /** The id of an article that is left out. */
  readonly besides?: string;
}

/**
 * Finds statements by words, best first, one a sentence: words mean what they mean in a question, in both languages and
 * with slips mended.
 */
export async function searchFacts(
  words: string,
  digest: Digest,
  { period = null, issue = null, share = 1, besides = "" }: SearchLimits = {},
): Promise<Fact[]> {
  const vocabulary = await vocabularyFor(words, digest);
  const { query } = await repair(understand(words, digest.reference, digest.lexicon, vocabulary), digest);
  const anywhere = { ...query, issue: null };
  const isOn = ({ fact }: FoundFact): boolean =>
    fact.reading.article.id !== besides && holds(query.terms, fact, share, digest);
  const all = (await retrieve(anywhere, looking(digest, issue === null ? null : [issue.id]))).found;
  if (period === null) return bestOf(all.filter(isOn));
  const published = issuesIn(period, digest).flatMap(({ id }) => (issue === null || issue.id === id ? [id] : []));
  const then = published.length === 0 ? [] : (await retrieve(anywhere, looking(digest, published))).found;
  return bestOf([...then, ...all.filter(({ fact }) => speaksOf(fact, period))].filter(isOn));
}

/** Tells whether an article speaks of what is searched for, in some wording. */
function holds(terms: readonly QueryTerm[], { reading }: Fact, share: number, digest: Digest): boolean {
  const named = terms.filter(({ role }) => role !== "generic");
  const telling = named.length === 0 ? terms : named;
  const title = toSearchedText(reading.foldedTitle);
  const found = telling.filter((term) =>
    [digest.searched(reading), title].some((text) =>
      findOccurrences(term, text).some(({ parts, size }) => parts === 2 ** size - 1),
    ),
  );
  return found.length >= share * telling.length;
}

/** The digest with an index that gives more than a question needs, of some issues. */
function looking(digest: Digest, issueIds: readonly string[] | null): Digest {
  const { index } = digest;
  return {
    ...digest,
    index: {
      ...index,
      candidates: async (request) =>
        index.candidates({ ...request, limit: LOOKED_AT, ...(issueIds === null ? {} : { issueIds }) }),
    },
  };
}

function bestOf(found: readonly FoundFact[]): Fact[] {
  const sorted = [...found].sort((a, b) => b.score - a.score);
  const least = LEAST_SHARE * (sorted[0]?.score ?? 0);
  const sentences = new Map<string, Fact>();
  for (const { fact, score } of sorted) {
    const key = `${fact.reading.article.id} ${fact.sentence.start}`;
    if (score >= least && !sentences.has(key)) sentences.set(key, fact);
  }
  return [...sentences.values()];
}
