import type { Span } from "./span.ts";

/** Tells, for each place of a text, the length of the longest stretch that ends there and stands in a span of another text. */
export type FindRuns = (other: string, span: Span) => Uint16Array;

const BUCKETS = 256;
/** No place, nor the one before the first. */
const NEVER = -2;

/**
 * Prepares a text for {@link FindRuns}: its places are chained by their characters, so that a character of the other
 * text meets only its likes. The array that is returned is used again by the next call.
 */
export function commonRuns(text: string): FindRuns {
  const size = text.length;
  const last = new Int16Array(BUCKETS).fill(-1);
  const before = new Int16Array(size);
  for (let i = 0; i < size; i++) {
    const bucket = text.charCodeAt(i) % BUCKETS;
    before[i] = last[bucket] ?? -1;
    last[bucket] = i;
  }
  const units = Uint16Array.from({ length: size }, (_, i) => text.charCodeAt(i));
  const longest = new Uint16Array(size);
  const run = new Uint16Array(size);
  const endsAt = new Int32Array(size);
  return (other, { start, end }) => {
    longest.fill(0);
    endsAt.fill(NEVER);
    for (let j = start; j < end; j++) {
      const unit = other.charCodeAt(j);
      // From the last place to the first: what the place before has of the character before is still there.
      for (let i = last[unit % BUCKETS] ?? -1; i >= 0; i = before[i] ?? -1) {
        if (units[i] !== unit) continue;
        const length = i > 0 && endsAt[i - 1] === j - 1 ? (run[i - 1] ?? 0) + 1 : 1;
        run[i] = length;
        endsAt[i] = j;
        if (length > (longest[i] ?? 0)) longest[i] = length;
      }
    }
    return longest;
  };
}

/** Lays the longest stretches end to end over the text, from its end, and adds up their lengths to the power 1.5. */
export function tiled(runs: Uint16Array, shortest: number): number {
  let sum = 0;
  for (let i = runs.length - 1; i >= 0;) {
    const length = runs[i] ?? 0;
    if (length >= shortest) {
      sum += length ** 1.5;
      i -= length;
    } else i--;
  }
  return sum;
}
