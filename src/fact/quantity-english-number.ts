import Big from "big.js";
import type { NumberReading, Numerals } from "./number.ts";
import { matchAt } from "./quantity-pattern.ts";

const THOUSAND = 1000n;

/** Reads spelled numbers: three hundred and fifty, twenty-five, hundreds of, a dozen, twenty-first. */
export function readEnglishNumber(folded: string, at: number, numerals: Numerals): NumberReading | null {
  const printed = matchAt(numerals.wordRun, folded, at)?.[0];
  if (printed === undefined) return null;
  const words = printed.split(/[ -]/u).filter((word) => word !== "and");
  const plural = numerals.wordPlurals.get(printed);
  const value = plural ?? sumOf(words, numerals);
  return {
    start: at,
    end: at + printed.length,
    value: new Big(String(value)),
    notation: "english",
    scale: new Big(String(words.reduce((scale, word) => scale * (numerals.wordScales.get(word) ?? 1n), 1n))),
    leadingScale: plural === undefined ? Number(numerals.wordScales.get(words[0] ?? "") ?? 0n) : 0,
    isDigits: false,
    hedge: plural === undefined ? null : "over",
    isOrdinal: words.some((word) => numerals.ordinalWords.has(word)),
  };
}

function sumOf(words: readonly string[], numerals: Numerals): bigint {
  let sum = 0n;
  let section = 0n;
  for (const word of words) {
    const scale = numerals.wordScales.get(word);
    if (scale === undefined) section += numerals.words.get(word) ?? numerals.ordinalWords.get(word) ?? 0n;
    else if (scale < THOUSAND) section = (section === 0n ? 1n : section) * scale;
    else [sum, section] = [sum + (section === 0n ? 1n : section) * scale, 0n];
  }
  return sum + section;
}
