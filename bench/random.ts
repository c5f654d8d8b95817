/** Draws that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, and without, the limit. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** A place in a list of a size by Zipf's law: what stands first is drawn most. */
  readonly rank: (size: number) => number;
}

/** How much less than the first the next ones are drawn (Mandelbrot's shift): no word of news is a tenth of it. */
const SHIFT = 8;

/** Makes a source of draws (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError("Nothing can be picked from an empty list");
      return picked;
    },
    // The inverse of the integral of 1 / (rank + shift).
    rank: (size) => Math.min(size - 1, Math.floor(SHIFT * ((size + SHIFT) / SHIFT) ** next() - SHIFT)),
  };
}
