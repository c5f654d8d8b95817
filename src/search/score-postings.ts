import { BM25, FIELD_BOOST, FIELDS } from "./bm25.ts";
import { COUNT_BITS, MOST } from "./postings.ts";
import type { Postings } from "./postings.ts";

/** Scores of facts for one search after another; its arrays are made once for an index. */
export interface Scorer {
  /** Adds what a term is worth to every fact that holds it. */
  readonly addTerm: (term: string, weight: number) => void;
  /** Adds what a term is worth to those of some facts that hold it. */
  readonly addTermTo: (facts: readonly number[], term: string, weight: number) => void;
  /** The best facts with a score, best first; equals in the order of the index. */
  readonly best: (limit: number, isWanted: (fact: number) => boolean) => ScoredFact[];
  /** Forgets all scores: another search begins. */
  readonly clear: () => void;
}

/** A fact by its ordinal, with its score. */
export interface ScoredFact {
  readonly fact: number;
  readonly score: number;
}

/**
 * Scores facts as minisearch does: BM25+ summed over terms and fields, times the number of asked terms that the fact
 * holds. The sums are made in the same order, so that scores are the same to the last bit.
 */
export function createScorer(postings: Postings): Scorer {
  const size = postings.lengths.length / FIELDS.length;
  const scores = new Float64Array(size);
  const held = new Uint16Array(size);
  const touched = new Uint32Array(size);
  let touchedCount = 0;

  const add = (fact: number, worth: number): void => {
    const times = held[fact] ?? 0;
    if (times === 0) touched[touchedCount++] = fact;
    held[fact] = times + 1;
    scores[fact] = (scores[fact] ?? 0) + worth;
  };
  const worthOf = createWorth(postings);

  return {
    addTerm: (term, weight) => {
      const found = findTerm(postings, term, weight, size);
      for (let at = found.start; at < found.end; at++) add(postings.facts[at] ?? 0, worthOf(at, found));
    },
    addTermTo: (facts, term, weight) => {
      const found = findTerm(postings, term, weight, size);
      for (const fact of facts) {
        const at = placeOf(postings.facts, fact, found.start, found.end);
        if (at < found.end && postings.facts[at] === fact) add(fact, worthOf(at, found));
      }
    },
    best: (limit, isWanted) => {
      const best: ScoredFact[] = [];
      let least = 0;
      for (let i = 0; i < touchedCount; i++) {
        const fact = touched[i] ?? 0;
        const score = (scores[fact] ?? 0) * (held[fact] ?? 0);
        if (score < least || !isWanted(fact)) continue;
        insert(best, { fact, score });
        if (best.length > limit) best.pop();
        if (best.length === limit) least = best[limit - 1]?.score ?? 0;
      }
      return best;
    },
    clear: () => {
      for (let i = 0; i < touchedCount; i++) {
        const fact = touched[i] ?? 0;
        scores[fact] = 0;
        held[fact] = 0;
      }
      touchedCount = 0;
    },
  };
}

/** A term's postings, with its weight and its rarity in each field. */
interface FoundTerm {
  readonly start: number;
  readonly end: number;
  readonly weights: Float64Array;
  readonly rarities: Float64Array;
}

function findTerm({ numbers, starts, frequencies }: Postings, term: string, weight: number, size: number): FoundTerm {
  const number = numbers.get(term) ?? starts.length;
  return {
    start: starts[number] ?? 0,
    end: starts[number + 1] ?? 0,
    weights: Float64Array.from(FIELDS, (field) => weight * FIELD_BOOST[field]),
    rarities: Float64Array.from(FIELDS, (_, field) => {
      const matching = frequencies[number * FIELDS.length + field] ?? 0;
      return Math.log(1 + (size - matching + 0.5) / (matching + 0.5));
    }),
  };
}

/**
 * Makes the function that tells what a posting adds to its fact. Nearly all the time of a search is spent in it: what
 * counts and lengths are worth is worked out before, for a table without branches takes a third of the time.
 */
function createWorth({ facts, counts, lengths, meanLengths }: Postings): (at: number, term: FoundTerm) => number {
  const row = lengths.reduce((longest, length) => Math.max(longest, length), 0) + 1;
  const [inStatement, inContext, inTitle] = FIELDS.map((_, field) => oftenness(row, meanLengths[field] ?? 0));
  if (inStatement === undefined || inContext === undefined || inTitle === undefined) throw new RangeError("No fields");
  return (at, { weights, rarities }) => {
    const count = counts[at] ?? 0;
    const place = (facts[at] ?? 0) * FIELDS.length;
    const statement = inStatement[(count & MOST) * row + (lengths[place] ?? 0)] ?? 0;
    const context = inContext[((count >> COUNT_BITS) & MOST) * row + (lengths[place + 1] ?? 0)] ?? 0;
    const title = inTitle[(count >> (2 * COUNT_BITS)) * row + (lengths[place + 2] ?? 0)] ?? 0;
    return (
      (weights[0] ?? 0) * ((rarities[0] ?? 0) * statement) +
      (weights[1] ?? 0) * ((rarities[1] ?? 0) * context) +
      (weights[2] ?? 0) * ((rarities[2] ?? 0) * title)
    );
  };
}

/** How much it counts that a term stands so often in a field of such a length: a row of all lengths for each count, none first. */
function oftenness(row: number, meanLength: number): Float64Array {
  const table = new Float64Array((MOST + 1) * row);
  for (let count = 1; count <= MOST; count++) {
    for (let length = 0; length < row; length++) {
      const norm = BM25.k * (1 - BM25.b + (BM25.b * length) / meanLength);
      table[count * row + length] = BM25.d + (count * (BM25.k + 1)) / (count + norm);
    }
  }
  return table;
}

/** The first place from `start` on whose fact isn't before the given one. */
function placeOf(facts: Uint32Array, fact: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((facts[middle] ?? 0) < fact) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a fact where it belongs among the best: before lesser ones, and before equals that stand later in the index. */
function insert(best: ScoredFact[], scored: ScoredFact): void {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = best[middle];
    if (other !== undefined && isBefore(scored, other)) high = middle;
    else low = middle + 1;
  }
  best.splice(low, 0, scored);
}

function isBefore(a: ScoredFact, b: ScoredFact): boolean {
  return a.score > b.score || (a.score === b.score && a.fact < b.fact);
}
