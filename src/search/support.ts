import type { Reading, Sentence } from "../fact/reading.ts";
import type { QueryTerm } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import { NEARNESS, nearnessAround } from "./nearness.ts";
import type { Occurrence, SearchedText } from "./occurrences.ts";
import { findOccurrences, toSearchedText } from "./occurrences.ts";
import { remembered } from "../text/remembered.ts";
import type { TermPlaces } from "./term-places.ts";
import { placesIn } from "./term-places.ts";

/** Looks up, for one article, how well each term of a question is supported at a place of it. */
export interface ArticleSupport {
  readonly reading: Reading;
  /** Support of a term for an answer in a clause, 0 to 1. */
  readonly support: (term: QueryTerm, sentence: Sentence, clause: Span) => number;
  /** Distance in UTF-16 units from a place to the term's nearest occurrence in the sentence; null where there is none. */
  readonly distance: (term: QueryTerm, sentence: Sentence, place: Span) => number | null;
  /** Tells whether a term stands, whole, within a span. */
  readonly holds: (term: QueryTerm, span: Span) => boolean;
}

/** Finds each term in an article once, when it is first looked up; the lookups are cheap after that. */
export function supportIn(reading: Reading, searched: SearchedText, issueTitle: string): ArticleSupport {
  const title = toSearchedText(reading.foldedTitle);
  const issue = toSearchedText(issueTitle);
  const known = new Map<QueryTerm, TermPlaces>();
  const nearness = new Map<Sentence, (at: number) => number>();
  const nearnessTo = (sentence: Sentence): ((at: number) => number) =>
    remembered(nearness, sentence, () => nearnessAround(reading, sentence));
  const placesOf = (term: QueryTerm): TermPlaces =>
    remembered(known, term, () =>
      placesIn(
        findOccurrences(term, searched),
        [
          ...findOccurrences(term, title).map((occurrence) => ({ occurrence, nearness: NEARNESS.title })),
          ...findOccurrences(term, issue).map((occurrence) => ({ occurrence, nearness: NEARNESS.issue })),
        ],
        nearnessTo,
      ),
    );
  return {
    reading,
    support: (term, sentence, clause) => placesOf(term).support(sentence, clause),
    distance: (term, sentence, place) => {
      let best: number | null = null;
      for (const occurrence of placesOf(term).inSentence(sentence)) {
        if (!isWhole(occurrence)) continue;
        const gap =
          occurrence.at >= place.end ? (occurrence.at - place.end) * 1.5 : Math.max(0, place.start - occurrence.end);
        best = best === null ? gap : Math.min(best, gap);
      }
      return best;
    },
    holds: (term, span) =>
      placesOf(term).inText.some(
        (occurrence) => isWhole(occurrence) && contains(span, { start: occurrence.at, end: occurrence.end }),
      ),
  };
}

function isWhole(occurrence: Occurrence): boolean {
  return occurrence.parts === 2 ** occurrence.size - 1;
}
