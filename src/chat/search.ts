import type { Asked } from "../ask.ts";
import { citeSpan } from "../answer/cite.ts";
import type { Citation } from "../answer/reply.ts";
import type { Fact } from "../fact/fact.ts";
import type { Interval } from "../fact/mention.ts";
import type { QueryTerm } from "../question/query.ts";
import { understand } from "../question/understand.ts";
import { crossLanguages } from "../search/crossing.ts";
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

/**
 * Finds statements by words, best first, one a sentence: words mean what they mean in a question, in both languages and
 * with slips mended.
 *
 * @param period - Only statements of issues published then, or about it; null for all.
 */
export async function searchFacts(words: string, period: Interval | null, digest: Digest): Promise<Fact[]> {
  const vocabulary = await crossLanguages(words, digest);
  const query = await repair(understand(words, digest.reference, digest.lexicon, vocabulary), digest);
  const anywhere = { ...query, issue: null };
  const isOn = ({ fact }: FoundFact): boolean => holdsAll(query.terms, fact, digest);
  const all = (await retrieve(anywhere, looking(digest, null))).found;
  if (period === null) return bestOf(all.filter(isOn));
  const published = issuesIn(period, digest).map(({ id }) => id);
  const then = published.length === 0 ? [] : (await retrieve(anywhere, looking(digest, published))).found;
  return bestOf([...then, ...all.filter(({ fact }) => speaksOf(fact, period))].filter(isOn));
}

/** Tells whether an article speaks of all that is searched for, in some wording. */
function holdsAll(terms: readonly QueryTerm[], { reading }: Fact, digest: Digest): boolean {
  const telling = terms.filter(({ role }) => role !== "generic");
  const title = toSearchedText(reading.foldedTitle);
  return (telling.length === 0 ? terms : telling).every((term) =>
    [digest.searched(reading), title].some((text) =>
      findOccurrences(term, text).some(({ parts, size }) => parts === 2 ** size - 1),
    ),
  );
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
  const sentences = new Map<string, Fact>();
  for (const { fact, score } of [...found].sort((a, b) => b.score - a.score)) {
    const key = `${fact.reading.article.id} ${fact.sentence.start}`;
    if (score >= LEAST_SHARE && !sentences.has(key)) sentences.set(key, fact);
  }
  return [...sentences.values()];
}
