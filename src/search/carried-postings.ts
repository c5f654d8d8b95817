import { FIELDS } from "./bm25.ts";
import type { Pause } from "./pauses.ts";
import { countIn, meanLengthsOf } from "./postings.ts";
import type { Postings } from "./postings.ts";

/** Postings, and where each of their facts stands in the new order: its ordinal there, or {@link GONE}. */
export interface MovedPostings {
  readonly postings: Postings;
  /** Ascending but for {@link GONE}. */
  readonly moved: Uint32Array;
}

/** The new ordinal of a fact that isn't there any more. */
export const GONE = 0xffff_ffff;

/** What a term costs beside its postings, counted in postings. */
const TERM_STEPS = 20;

/**
 * Merges the postings of facts that stayed with those of facts that came: the same index as of all facts read anew, in
 * a hundredth of the time. Terms that no fact has any more are left out.
 *
 * @param size How many facts the new order has; each is of one of the two.
 */
export async function carryPostings(
  stayed: MovedPostings,
  came: MovedPostings,
  size: number,
  pause: Pause,
): Promise<Postings> {
  const merged = new Merged(stayed, came);
  for (const [term, number] of stayed.postings.numbers) {
    const pausing = pause(TERM_STEPS + merged.add(term, number, came.postings.numbers.get(term)));
    if (pausing !== null) await pausing;
  }
  for (const [term, number] of came.postings.numbers) {
    if (stayed.postings.numbers.has(term)) continue;
    const pausing = pause(TERM_STEPS + merged.add(term, undefined, number));
    if (pausing !== null) await pausing;
  }
  return merged.finish(lengthsOf([stayed, came], size));
}

/** The merged postings, term by term. */
class Merged {
  private readonly stayed: MovedPostings;
  private readonly came: MovedPostings;
  private readonly numbers = new Map<string, number>();
  private readonly starts: Uint32Array;
  private readonly frequencies: Uint32Array;
  private readonly facts: Uint32Array;
  private readonly counts: Uint16Array;
  /** How many postings there are so far. */
  private length = 0;

  constructor(stayed: MovedPostings, came: MovedPostings) {
    this.stayed = stayed;
    this.came = came;
    const terms = stayed.postings.numbers.size + came.postings.numbers.size;
    const postings = stayed.postings.facts.length + came.postings.facts.length;
    this.starts = new Uint32Array(terms + 1);
    this.frequencies = new Uint32Array(terms * FIELDS.length);
    this.facts = new Uint32Array(postings);
    this.counts = new Uint16Array(postings);
  }

  /** Adds a term by its numbers and tells how many postings it has; one without any is none. */
  add(term: string, stayed: number | undefined, came: number | undefined): number {
    const first = this.length;
    const number = this.numbers.size;
    this.frequencies.fill(0, number * FIELDS.length, (number + 1) * FIELDS.length);
    if (stayed !== undefined) this.copy(this.stayed, stayed);
    if (came !== undefined) {
      const middle = this.length;
      this.copy(this.came, came);
      this.merge(first, middle);
    }
    if (this.length === first) return 0;
    this.numbers.set(term, number);
    this.starts[number] = first;
    return this.length - first;
  }

  finish(lengths: Uint16Array): Postings {
    const terms = this.numbers.size;
    this.starts[terms] = this.length;
    return {
      numbers: this.numbers,
      starts: this.starts.slice(0, terms + 1),
      facts: this.facts.slice(0, this.length),
      counts: this.counts.slice(0, this.length),
      frequencies: this.frequencies.slice(0, terms * FIELDS.length),
      lengths,
      meanLengths: meanLengthsOf(lengths),
    };
  }

  /** Copies the postings of a term, without those of facts that are gone. */
  private copy({ postings, moved }: MovedPostings, number: number): void {
    const { facts, counts } = this;
    const { facts: fromFacts, counts: fromCounts } = postings;
    const end = postings.starts[number + 1] ?? 0;
    let to = this.length;
    for (let field = 0; field < FIELDS.length; field++)
      this.count(field, postings.frequencies[number * FIELDS.length + field] ?? 0);
    for (let at = postings.starts[number] ?? 0; at < end; at++) {
      const fact = moved[fromFacts[at] ?? 0] ?? GONE;
      const count = fromCounts[at] ?? 0;
      if (fact === GONE) this.uncount(count);
      else {
        facts[to] = fact;
        counts[to++] = count;
      }
    }
    this.length = to;
  }

  /** Puts two ascending runs that follow each other in order: from `first` to `middle`, and from there to the end. */
  private merge(first: number, middle: number): void {
    const { facts, counts } = this;
    const laterFacts = facts.slice(middle, this.length);
    const laterCounts = counts.slice(middle, this.length);
    let to = this.length - 1;
    let before = middle - 1;
    for (let later = laterFacts.length - 1; later >= 0; to--) {
      const isBefore = before >= first && (facts[before] ?? 0) > (laterFacts[later] ?? 0);
      facts[to] = (isBefore ? facts[before] : laterFacts[later]) ?? 0;
      counts[to] = (isBefore ? counts[before--] : laterCounts[later--]) ?? 0;
    }
  }

  /** Counts facts that hold the term in a field. */
  private count(field: number, facts: number): void {
    const at = this.numbers.size * FIELDS.length + field;
    this.frequencies[at] = (this.frequencies[at] ?? 0) + facts;
  }

  /** Takes back what was counted of a fact that is gone. */
  private uncount(counts: number): void {
    for (let field = 0; field < FIELDS.length; field++) if (countIn(counts, field) > 0) this.count(field, -1);
  }
}

function lengthsOf(parts: readonly MovedPostings[], size: number): Uint16Array {
  const lengths = new Uint16Array(size * FIELDS.length);
  for (const { postings, moved } of parts) {
    for (const [fact, place] of moved.entries()) {
      if (place === GONE) continue;
      const from = fact * FIELDS.length;
      for (let field = 0; field < FIELDS.length; field++)
        lengths[place * FIELDS.length + field] = postings.lengths[from + field] ?? 0;
    }
  }
  return lengths;
}
