import { FIELDS } from "./bm25.ts";
import { GrowingArray } from "./growing-array.ts";
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

/**
 * Merges the postings of facts that stayed with those of facts that came: the same index as of all facts read anew, in
 * a twentieth of the time. Terms that no fact has any more are left out.
 *
 * @param size How many facts the new order has; each is of one of the two.
 */
export async function carryPostings(
  stayed: MovedPostings,
  came: MovedPostings,
  size: number,
  pause: Pause,
): Promise<Postings> {
  const merged = new Merged();
  for (const [term, number] of stayed.postings.numbers) {
    merged.begin(term);
    const other = came.postings.numbers.get(term);
    if (other === undefined) merged.add(stayed, number);
    else merged.addBoth(stayed, number, came, other);
    await pause(1 + merged.end());
  }
  for (const [term, number] of came.postings.numbers) {
    if (stayed.postings.numbers.has(term)) continue;
    merged.begin(term);
    merged.add(came, number);
    await pause(1 + merged.end());
  }
  return merged.finish(lengthsOf([stayed, came], size));
}

/** The merged postings, term by term. */
class Merged {
  private readonly numbers = new Map<string, number>();
  private readonly starts = new GrowingArray((length) => new Uint32Array(length));
  private readonly facts = new GrowingArray((length) => new Uint32Array(length));
  private readonly counts = new GrowingArray((length) => new Uint16Array(length));
  private readonly frequencies = new GrowingArray((length) => new Uint32Array(length));
  private term = "";
  private first = 0;

  begin(term: string): void {
    this.term = term;
    this.first = this.facts.length;
  }

  add({ postings, moved }: MovedPostings, number: number): void {
    const end = postings.starts[number + 1] ?? 0;
    for (let at = postings.starts[number] ?? 0; at < end; at++) this.take(postings, moved, at);
  }

  addBoth(one: MovedPostings, oneNumber: number, other: MovedPostings, otherNumber: number): void {
    let at = one.postings.starts[oneNumber] ?? 0;
    const end = one.postings.starts[oneNumber + 1] ?? 0;
    const otherEnd = other.postings.starts[otherNumber + 1] ?? 0;
    for (let i = other.postings.starts[otherNumber] ?? 0; i < otherEnd; i++) {
      const next = placeOf(other, i);
      for (; at < end && (placeOf(one, at) === GONE || placeOf(one, at) < next); at++)
        this.take(one.postings, one.moved, at);
      this.take(other.postings, other.moved, i);
    }
    for (; at < end; at++) this.take(one.postings, one.moved, at);
  }

  /** Ends a term and tells how many postings it has; one without any is none. */
  end(): number {
    const held = this.facts.length - this.first;
    if (held === 0) return 0;
    this.numbers.set(this.term, this.numbers.size);
    this.starts.push(this.first);
    for (const field of FIELDS.keys()) this.frequencies.push(this.frequencyIn(field));
    return held;
  }

  finish(lengths: Uint16Array): Postings {
    this.starts.push(this.facts.length);
    return {
      numbers: this.numbers,
      starts: this.starts.trimmed(),
      facts: this.facts.trimmed(),
      counts: this.counts.trimmed(),
      frequencies: this.frequencies.trimmed(),
      lengths,
      meanLengths: meanLengthsOf(lengths),
    };
  }

  private take(postings: Postings, moved: Uint32Array, at: number): void {
    const fact = moved[postings.facts[at] ?? 0] ?? GONE;
    if (fact === GONE) return;
    this.facts.push(fact);
    this.counts.push(postings.counts[at] ?? 0);
  }

  private frequencyIn(field: number): number {
    let facts = 0;
    for (let at = this.first; at < this.facts.length; at++) if (countIn(this.counts.at(at), field) > 0) facts++;
    return facts;
  }
}

function placeOf({ postings, moved }: MovedPostings, at: number): number {
  return moved[postings.facts[at] ?? 0] ?? GONE;
}

function lengthsOf(parts: readonly MovedPostings[], size: number): Uint16Array {
  const lengths = new Uint16Array(size * FIELDS.length);
  for (const { postings, moved } of parts) {
    for (const [fact, place] of moved.entries()) {
      if (place === GONE) continue;
      const from = fact * FIELDS.length;
      lengths.set(postings.lengths.subarray(from, from + FIELDS.length), place * FIELDS.length);
    }
  }
  return lengths;
}
