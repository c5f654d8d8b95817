import { terms } from "../text/term.ts";
import { FIELDS } from "./bm25.ts";
import type { IndexedFact } from "./fact-index.ts";
import { GrowingArray } from "./growing-array.ts";
import type { Pause } from "./pauses.ts";

/**
 * An inverted index as flat arrays: for each term the ordinals of the facts that hold it, ascending, and how often.
 *
 * About 6 bytes a posting, where a posting in a tree of maps takes ten times as much.
 */
export interface Postings {
  /** Each term's number; its postings are {@link facts} from `starts[number]` to `starts[number + 1]`. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  /** The ordinal of a posting's fact. */
  readonly facts: Uint32Array;
  /** How often a posting's term stands in each field of its fact, {@link COUNT_BITS} bits a field. */
  readonly counts: Uint16Array;
  /** In how many facts a term stands in each field: three numbers a term. */
  readonly frequencies: Uint32Array;
  /** How many different terms each field of a fact holds, at most {@link LONGEST}: three numbers a fact. */
  readonly lengths: Uint16Array;
  /** The mean of {@link lengths} by field. */
  readonly meanLengths: readonly number[];
}

/** A field's count takes so many bits; a term that stands oftener counts as if it stood {@link MOST} times. */
export const COUNT_BITS = 5;
export const MOST = 2 ** COUNT_BITS - 1;
/** A field of more different terms counts as if it had so many. */
export const LONGEST = 1023;

/** Indexes facts in their order. */
export async function buildPostings(indexed: Iterable<IndexedFact>, pause: Pause): Promise<Postings> {
  const draft = new Draft();
  for (const fact of indexed) {
    draft.add(fact);
    const pausing = pause();
    if (pausing !== null) await pausing;
  }
  return draft.finish();
}

/** How often a term stands in a field of a fact, of its {@link Postings.counts}. */
export function countIn(counts: number, field: number): number {
  return (counts >> (field * COUNT_BITS)) & MOST;
}

/** The mean length of each field, summed in the order of minisearch's sums, so that scores are the same to the last bit. */
export function meanLengthsOf(lengths: Uint16Array): number[] {
  return FIELDS.map((_, field) => {
    let mean = 0;
    for (let at = field, facts = 0; at < lengths.length; at += FIELDS.length, facts++)
      mean = (mean * facts + (lengths[at] ?? 0)) / (facts + 1);
    return mean;
  });
}

/** The index fact by fact; {@link finish} turns it over to term by term. */
class Draft {
  private readonly numbers = new Map<string, number>();
  /** The last fact that each term was seen in, plus one, and its entry there. */
  private readonly seenIn = new GrowingArray(uint32);
  private readonly seenAt = new GrowingArray(uint32);
  private readonly frequencies = new GrowingArray(uint32);
  /** The entries: fact by fact, the different terms of each. */
  private readonly entryTerms = new GrowingArray(uint32);
  private readonly entryCounts = new GrowingArray(uint16);
  /** Where the entries of each fact end. */
  private readonly ends = new GrowingArray(uint32);
  private readonly lengths = new GrowingArray(uint16);

  add(fact: IndexedFact): void {
    const ordinal = this.ends.length;
    for (const [field, name] of FIELDS.entries()) {
      const length = this.addField(fact[name], field, ordinal);
      this.lengths.push(Math.min(length, LONGEST));
    }
    this.ends.push(this.entryTerms.length);
  }

  /** Adds a field's terms and tells how many different ones it has. */
  private addField(text: string, field: number, ordinal: number): number {
    const one = 1 << (field * COUNT_BITS);
    let different = 0;
    for (const term of terms(text)) {
      const number = this.numberOf(term);
      if (this.seenIn.at(number) !== ordinal + 1) this.begin(number, ordinal);
      const entry = this.seenAt.at(number);
      const counts = this.entryCounts.at(entry);
      const count = countIn(counts, field);
      if (count === 0) {
        different++;
        this.frequencies.set(number * FIELDS.length + field, this.frequencies.at(number * FIELDS.length + field) + 1);
      }
      if (count < MOST) this.entryCounts.set(entry, counts + one);
    }
    return different;
  }

  private numberOf(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(term, number);
    this.seenIn.push(0);
    this.seenAt.push(0);
    for (const _ of FIELDS) this.frequencies.push(0);
    return number;
  }

  private begin(number: number, ordinal: number): void {
    this.seenIn.set(number, ordinal + 1);
    this.seenAt.set(number, this.entryTerms.length);
    this.entryTerms.push(number);
    this.entryCounts.push(0);
  }

  finish(): Postings {
    const entryTerms = this.entryTerms.trimmed();
    const entryCounts = this.entryCounts.trimmed();
    const starts = new Uint32Array(this.numbers.size + 1);
    for (const number of entryTerms) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const next = starts.slice();
    const facts = new Uint32Array(entryTerms.length);
    const counts = new Uint16Array(entryTerms.length);
    let entry = 0;
    for (let fact = 0; fact < this.ends.length; fact++) {
      for (const end = this.ends.at(fact); entry < end; entry++) {
        const number = entryTerms[entry] ?? 0;
        const place = next[number] ?? 0;
        next[number] = place + 1;
        facts[place] = fact;
        counts[place] = entryCounts[entry] ?? 0;
      }
    }
    const lengths = this.lengths.trimmed();
    return {
      numbers: this.numbers,
      starts,
      facts,
      counts,
      frequencies: this.frequencies.trimmed(),
      lengths,
      meanLengths: meanLengthsOf(lengths),
    };
  }
}

function uint16(length: number): Uint16Array {
  return new Uint16Array(length);
}

function uint32(length: number): Uint32Array {
  return new Uint32Array(length);
}
