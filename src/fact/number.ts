import Big from "big.js";
import type { Span } from "../text/span.ts";
import type { Qualifier } from "./mention.ts";
import { readEnglishNumber } from "./quantity-english-number.ts";
import { readHanNumber } from "./quantity-han-number.ts";
import { matchAt } from "./quantity-pattern.ts";

/** The number words of both languages, compiled; all patterns are sticky. */
export interface Numerals {
  readonly hanDigits: ReadonlyMap<string, number>;
  readonly hanScales: ReadonlyMap<string, bigint>;
  /** 多, 余 after a round number: 100多家 "over 100". */
  readonly hedge: RegExp;
  readonly hedges: ReadonlyMap<string, Qualifier>;
  /** 点 of 五点七 "5.7". */
  readonly hanPoint: string;
  /** 半 "half". */
  readonly hanHalf: string;
  /** 分之 of 三分之一 "a third". */
  readonly hanFraction: string;
  /** A run of Chinese numerals with its decimals: 三千五百, 五点七. A 千 that begins 千克 is no part of it. */
  readonly hanRun: RegExp;
  /** Any run of digits or Chinese numerals, however long. */
  readonly run: RegExp;
  /** A scale after digits: 万亿, 千万, 百. */
  readonly hanScale: RegExp;
  readonly words: ReadonlyMap<string, bigint>;
  readonly wordScales: ReadonlyMap<string, bigint>;
  readonly wordPlurals: ReadonlyMap<string, bigint>;
  readonly ordinalWords: ReadonlyMap<string, bigint>;
  readonly wordRun: RegExp;
  /** A scale after digits: " billion", "bn", "m" before a currency or a plural. */
  readonly wordScale: RegExp;
  readonly shortScales: ReadonlyMap<string, bigint>;
  /** Short scales that only money and what is counted have: $5m. */
  readonly moneyScale: RegExp;
  readonly moneyScales: ReadonlyMap<string, bigint>;
}

/** A number as printed, before any unit. */
export interface NumberReading extends Span {
  readonly value: Big;
  readonly notation: "arabic" | "han" | "english";
  /** What a scale word multiplies by (1.32万亿: 10¹²), or 1. */
  readonly scale: Big;
  /** The scale that the number begins with, digits missing: 100 in 近百家, 10 in 数十个; else 0. */
  readonly leadingScale: number;
  /** Digit by digit, as years are written: 2024, 二〇二四. */
  readonly isDigits: boolean;
  /** What the number itself says of its exactness: 100多, 两三. */
  readonly hedge: Qualifier | null;
  readonly isOrdinal: boolean;
}

/** Numbers of more characters are identifiers or noise. */
const LONGEST_NUMBER = 30;
const ONE = new Big(1);
const ARABIC = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/uy;
const ORDINAL_ENDING = /(?:st|nd|rd|th)(?![a-z])/uy;

/** Reads the number that starts at a place of a folded text; null where none does, or none with a sensible value. */
export function readNumber(folded: string, at: number, numerals: Numerals): NumberReading | null {
  const unit = folded.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) return readArabic(folded, at, numerals);
  return unit < 0x80 ? readEnglishNumber(folded, at, numerals) : readHan(folded, at, numerals);
}

function readArabic(folded: string, at: number, numerals: Numerals): NumberReading | null {
  const printed = matchAt(ARABIC, folded, at)?.[0] ?? "";
  if (printed.length > LONGEST_NUMBER) return null;
  const digits = new Big(printed.replaceAll(",", ""));
  const end = at + printed.length;
  const isDigits = !/[,.]/u.test(printed);
  const ordinal = isDigits ? matchAt(ORDINAL_ENDING, folded, end) : null;
  if (ordinal !== null) return { ...plain(at, end + ordinal[0].length, digits), isOrdinal: true };
  return { ...withScale(folded, plain(at, end, digits), numerals), isDigits };
}

function readHan(folded: string, at: number, numerals: Numerals): NumberReading | null {
  if (folded.startsWith(numerals.hanHalf, at)) return { ...plain(at, at + 1, new Big("0.5")), notation: "han" };
  const printed = matchAt(numerals.hanRun, folded, at)?.[0] ?? "";
  if (printed.length === 0 || printed.length > LONGEST_NUMBER) return null;
  const han = readHanNumber(printed, numerals);
  if (han === null) return null;
  const bare: NumberReading = {
    ...plain(at, at + printed.length, new Big(han.value)),
    ...han,
    value: new Big(han.value),
    notation: "han",
  };
  const read = printed.includes(numerals.hanPoint)
    ? withScale(folded, bare, numerals)
    : withHedge(folded, bare, numerals);
  return { ...read, hedge: read.hedge ?? (han.isRough ? "about" : null) };
}

function plain(start: number, end: number, value: Big): NumberReading {
  return {
    start,
    end,
    value,
    notation: "arabic",
    scale: ONE,
    leadingScale: 0,
    isDigits: false,
    hedge: null,
    isOrdinal: false,
  };
}

/** Reads what multiplies the digits: 万亿 in 1.32万亿, " billion" in 4.2 billion; and 5000万 after 3亿. */
function withScale(folded: string, number: NumberReading, numerals: Numerals): NumberReading {
  const word = matchAt(numerals.wordScale, folded, number.end);
  if (word !== null) {
    const scale =
      numerals.wordScales.get(word[1] ?? "") ??
      numerals.shortScales.get(word[2] ?? "") ??
      numerals.moneyScales.get(word[3] ?? "");
    return scaledBy(number, new Big(String(scale ?? 1)), number.end + word[0].length);
  }
  let read = withHanScale(folded, number, numerals);
  while (read.scale.gt(1) && read.hedge === null) {
    const digits = matchAt(ARABIC, folded, read.end)?.[0];
    if (digits === undefined || digits.length > LONGEST_NUMBER) break;
    const next = withHanScale(
      folded,
      plain(read.end, read.end + digits.length, new Big(digits.replaceAll(",", ""))),
      numerals,
    );
    if (next.scale.eq(1) || next.scale.gte(read.scale)) break;
    read = { ...read, end: next.end, value: read.value.plus(next.value), scale: next.scale, hedge: next.hedge };
  }
  return read;
}

function withHanScale(folded: string, number: NumberReading, numerals: Numerals): NumberReading {
  const hedged = withHedge(folded, number, numerals);
  const match = matchAt(numerals.hanScale, folded, hedged.end);
  if (match === null) return hedged;
  let scale = ONE;
  for (const char of match[1] ?? "") scale = scale.times(String(numerals.hanScales.get(char) ?? 1));
  return withHedge(folded, scaledBy(hedged, scale, hedged.end + match[0].length), numerals);
}

function scaledBy(number: NumberReading, scale: Big, end: number): NumberReading {
  return { ...number, end, value: number.value.times(scale), scale, isDigits: false };
}

/** 100多家, 三十余个: the hedge belongs to a round number only (三多 is none). */
function withHedge(folded: string, number: NumberReading, numerals: Numerals): NumberReading {
  const isRound = number.scale.gt(1) || (number.value.gte(10) && number.value.mod(10).eq(0));
  const printed = isRound ? matchAt(numerals.hedge, folded, number.end)?.[0] : undefined;
  return printed === undefined
    ? number
    : { ...number, end: number.end + 1, hedge: numerals.hedges.get(printed) ?? null };
}
