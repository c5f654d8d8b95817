import type { Sentence } from "../fact/reading.ts";
import type { Span } from "../text/span.ts";
import { nearnessInSentence } from "./nearness.ts";
import type { Occurrence } from "./occurrences.ts";
import { remembered } from "../text/remembered.ts";

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

/** What is known of a term at a sentence. */
interface AtSentence {
  readonly own: readonly Occurrence[];
  readonly around: readonly Place[];
  readonly supports: Map<Span, number>;
}

const NOTHING: readonly Occurrence[] = [];
const NOWHERE: TermPlaces = { inText: NOTHING, inSentence: () => NOTHING, support: () => 0 };

/**
 * Weighs the places of a term.
 *
 * @param aroundText Where it stands outside the article's text: in its title, in the issue's.
 * @param nearnessTo How near places are to a sentence that they aren't in.
 */
export function placesIn(
  inText: readonly Occurrence[],
  aroundText: readonly Place[],
  nearnessTo: (sentence: Sentence) => (at: number) => number,
): TermPlaces {
  if (inText.length === 0 && aroundText.length === 0) return NOWHERE;
  const known = new Map<Sentence, AtSentence>();
  const at = (sentence: Sentence): AtSentence =>
    remembered(known, sentence, () => {
      const own: Occurrence[] = [];
      const around: Place[] = [];
      const nearness = nearnessTo(sentence);
      for (const occurrence of inText) {
        if (occurrence.at >= sentence.start && occurrence.at < sentence.end) own.push(occurrence);
        else around.push({ occurrence, nearness: nearness(occurrence.at) });
      }
      return { own, around: bestOfEachPart([...around, ...aroundText]), supports: new Map() };
    });
  return {
    inText,
    inSentence: (sentence) => at(sentence).own,
    support: (sentence, clause) => {
      const { own, around, supports } = at(sentence);
      return remembered(supports, clause, () =>
        addUp([
          ...own.map((occurrence) => ({
            occurrence,
            nearness: nearnessInSentence(sentence, clause, { start: occurrence.at, end: occurrence.end }),
          })),
          ...around,
        ]),
      );
    },
  };
}

/** Of the places of the same part of a wording, the best: the others add nothing to it. */
function bestOfEachPart(places: readonly Place[]): readonly Place[] {
  if (places.length < 2) return places;
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
  const [only] = places;
  if (only === undefined) return 0;
  if (places.length === 1) return (bits(only.occurrence.parts) / only.occurrence.size) * worthOf(only);
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
