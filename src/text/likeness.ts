import type { Sound } from "./sound.ts";

/** Codes of the letters that sounds are written with are below this. */
const LETTERS = 128;
/** A name in Chinese isn't longer than this many times the Latin one. */
const LONGEST = 1.4;

/** How far apart two classes are that stand for one sound more or less often; others are 1 apart. */
const NEAR = compileNear(`
  QS 0.05, QK 0.15, QG 0.1, QJ 0.1, QH 0.25, QY 0.4, QC 0.1, QD 0.2, QT 0.5, CS 0,
  CK 0.1, CH 0.3, GK 0.1, GS 0.2, GY 0.4, GH 0.4, JS 0.1, JY 0.1, JH 0.2, GR 0.3,
  JR 0.2, DT 0.1, DS 0.15, VW 0, VF 0.1, FW 0.4, VP 0.4, PF 0.5, PW 0.6, WH 0.3,
  FH 0.4, rL 0, rl 0, rR 0.3, lL 0, RL 0.3, RY 0.3, RS 0.4, MN 0.25, LN 0.7,
  KH 0.4, KS 0.6, TS 0.6, ZT 0, ZS 0.6, XS 0, YW 0.5, Yi 0.1, Wu 0.1, Wo 0.2,
  Vu 0.4, Ji 0.3, Hu 0.5, ai 0.3, ae 0.15, ao 0.15, au 0.2, ei 0.12, eo 0.18, eu 0.2,
  io 0.3, iu 0.25, ou 0.1, ya 0.15, ye 0.05, yi 0.08, yo 0.12, yu 0.08
`);

function compileNear(pairs: string): Float64Array {
  const table = new Float64Array(LETTERS * LETTERS).fill(1);
  for (let i = 0; i < LETTERS; i++) table[i * LETTERS + i] = 0;
  for (const [letters, cost] of readTable(pairs)) {
    const [a, b] = [letters.charCodeAt(0), letters.charCodeAt(1)];
    table[a * LETTERS + b] = table[b * LETTERS + a] = cost;
  }
  return table;
}

/** What it costs when one side doesn't have a sound; others cost {@link FOREIGN}. */
const FOREIGN = 0.9;
const COST = compileLetters(
  "a 0.3, e 0.3, i 0.3, o 0.3, u 0.3, y 0.03, r 0.2, H 0.25, W 0.4, V 0.6, Y 0.2, T 0.6, K 0.6, P 0.6, N 0.6, L 0.8, l 0.4, G 0.6, Z 0.35, X 0.5",
  FOREIGN,
);

/** How much a sound counts in the length of a name: vowels little, what may be left out half. */
const WEIGHT = compileLetters("a 0.35, e 0.35, i 0.35, o 0.35, u 0.35, y 0.1, r 0.5, l 0.5, Z 0.5, X 0.5", 1);

function compileLetters(values: string, others: number): Float64Array {
  const table = new Float64Array(LETTERS).fill(others);
  for (const [letter, value] of readTable(values)) table[letter.charCodeAt(0)] = value;
  return table;
}

function readTable(rows: string): (readonly [string, number])[] {
  return rows
    .trim()
    .split(/,\s*/u)
    .map((row) => row.split(" "))
    .map(([letters = "", value = ""]) => [letters, Number(value)]);
}

/** The stretch of syllables that is most like a name. */
export interface Likeness {
  /** 0 to 1. */
  readonly score: number;
  /** How many syllables it takes, from the first on. */
  readonly length: number;
}

const UNLIKE: Likeness = { score: 0, length: 0 };

/**
 * Prepares a Latin name to be compared with the beginnings of rows of syllables: by edit distance with weights, open
 * at the end.
 *
 * @param least - Rows that can't be so much alike are given up early, as {@link Likeness} 0.
 */
export function compareWith(latin: Sound, least: number): (syllables: readonly Sound[], from: number) => Likeness {
  const codes = Array.from(latin, (letter) => letter.charCodeAt(0));
  const own = codes.reduce((sum, code) => sum + (WEIGHT[code] ?? 1), 0);
  const begin = new Float64Array(codes.length + 1);
  for (const [j, code] of codes.entries()) begin[j + 1] = (begin[j] ?? 0) + (COST[code] ?? FOREIGN);
  // A longer row may cost more in all, but never so much more than this.
  const most = (1 - least) * own * LONGEST;
  let row = new Float64Array(codes.length + 1);
  let next = new Float64Array(codes.length + 1);
  const advance = (letter: number): number => {
    const extra = COST[letter] ?? FOREIGN;
    let before = (row[0] ?? 0) + extra;
    let smallest = before;
    next[0] = before;
    for (let j = 1; j <= codes.length; j++) {
      const code = codes[j - 1] ?? 0;
      const changed = (row[j - 1] ?? 0) + (NEAR[letter * LETTERS + code] ?? 1);
      before = Math.min((row[j] ?? 0) + extra, before + (COST[code] ?? FOREIGN), changed);
      next[j] = before;
      if (before < smallest) smallest = before;
    }
    [row, next] = [next, row];
    return smallest;
  };
  return (syllables, from) => {
    row.set(begin);
    let theirs = 0;
    let best = UNLIKE;
    for (let i = from; i < syllables.length && theirs < own * LONGEST; i++) {
      const syllable = syllables[i] ?? "";
      for (let k = 0; k < syllable.length; k++) {
        const letter = syllable.charCodeAt(k);
        theirs += WEIGHT[letter] ?? 1;
        if (advance(letter) > most) return best;
      }
      const score = 1 - (row[codes.length] ?? 0) / Math.max(own, theirs);
      if (score >= least && score > best.score) best = { score, length: i - from + 1 };
    }
    return best;
  };
}
