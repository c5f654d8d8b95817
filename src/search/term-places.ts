import type { Reading, Sentence } from "../fact/reading.ts";
import type { Span } from "../text/span.ts";
import { nearnessAround, nearnessInSentence } from "./nearness.ts";
import type { Occurrence } from "./occurrences.ts";
import { remembered } from "./remembered.ts";

/** Where a term or a part of it stands, and how near that is. */
export interface Place {
  readonly occurrence: Occurrence;
  readonly nearness: number;
}

/** Where one term stands in an article. What is the same for all clauses of a sentence is worked out once for it. */
export interface TermPlaces {
  readonly inText: readonly Occurrence[];
  readonly inSentence: (sentence: Sentence) => readonly Occurrence[];
  readonly support: (sentence: Sentence, clause: Span) => number;
}

/**
 * Weighs the places of a term.
 *
 * @param aroundText Where it stands outside the article's text: in its title, in the issue's.
 */
export function placesIn(reading: Reading, inText: readonly Occurrence[], aroundText: readonly Place[]): TermPlaces {
  const own = new Map<Sentence, readonly Occurrence[]>();
  const around = new Map<Sentence, readonly Place[]>();
  const supports = new Map<Span, number>();
  const inSentence = (sentence: Sentence): readonly Occurrence[] =>
    remembered(own, sentence, () => inText.filter(({ at }) => at >= sentence.start && at < sentence.end));
  const outside = (sentence: Sentence): readonly Place[] =>
    remembered(around, sentence, () =>
      bestOfEachPart([
        ...inText
          .filter(({ at }) => at < sentence.start || at >= sentence.end)
          .map((occurrence) => ({ occurrence, nearness: nearnessAround(reading, sentence, occurrence.at) })),
        ...aroundText,
      ]),
    );
  return {
    inText,
    inSentence,
    support: (sentence, clause) =>
      remembered(supports, clause, () =>
        addUp([
          ...inSentence(sentence).map((occurrence) => ({
            occurrence,
            nearness: nearnessInSentence(sentence, clause, { start: occurrence.at, end: occurrence.end }),
          })),
          ...outside(sentence),
        ]),
      ),
  };
}

/** Of the places of the same part of a wording, the best: the others add nothing to it. */
function bestOfEachPart(places: readonly Place[]): readonly Place[] {
  const best = new Map<number, Place>();
  for (const place of places) {
    const part = place.occurrence.parts * 1024 + place.occurrence.size;
    const other = best.get(part);
    if (other === undefined || worthOf(place) > worthOf(other)) best.set(part, place);
  }
  return [...best.values()];
}

function worthOf({ occurrence, nearness }: Place): number {
  return nearness * occurrence.factor;
}

/** Adds up the parts of a term, each at the best place where it stands; parts of one wording don't complete another. */
function addUp(places: readonly Place[]): number {
  let best = 0;
  for (const size of new Set(places.map(({ occurrence }) => occurrence.size))) {
    const own = places.filter(({ occurrence }) => occurrence.size === size).sort((a, b) => worthOf(b) - worthOf(a));
    let covered = 0;
    let total = 0;
    for (const { occurrence, nearness } of own) {
      const fresh = bits(occurrence.parts & ~covered);
      if (fresh === 0) continue;
      total += (fresh / size) * nearness * occurrence.factor;
      covered |= occurrence.parts;
    }
    best = Math.max(best, total);
  }
  return best;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
