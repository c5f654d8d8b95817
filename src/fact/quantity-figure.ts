import Big from "big.js";
import type { Span } from "../text/span.ts";
import { readLead, readTail } from "./change.ts";
import type { Dimension, Qualifier } from "./mention.ts";
import type { NumberReading } from "./number.ts";
import { readNumber } from "./number.ts";
import { countsSomething, isPartOfName, isYearLike } from "./quantity-context.ts";
import type { FoundCue } from "./quantity-cue.ts";
import { cueBefore } from "./quantity-cue.ts";
import type { QuantityLexicon } from "./quantity-lexicon.ts";
import { matchAt } from "./quantity-pattern.ts";
import type { Ratio, Unit, UnitReading } from "./quantity-unit.ts";
import { readUnit, timesRatio } from "./quantity-unit.ts";

/** A number with its unit, without the words around it. */
export interface Figure {
  readonly bare: Span;
  readonly value: Big;
  readonly dimension: Dimension;
  readonly unit: string;
  /** What the number itself says of its exactness. */
  readonly hedge: Qualifier | null;
  /** The scale that the number begins with where its digits are missing, or 0. */
  readonly leadingScale: number;
}

/** The figures that a number makes, none or one, and where reading goes on. */
interface FigureReading {
  readonly figures: readonly Figure[];
  readonly end: number;
}

const HALF = new Big("0.5");

/** Reads the figure whose number starts at a place; `floor` is where the figure before ends. */
export function readFigures(folded: string, at: number, floor: number, lexicon: QuantityLexicon): FigureReading {
  const number = readNumber(folded, at, lexicon.numerals);
  // A number too long to be one is skipped as a whole.
  if (number === null) return { figures: [], end: at + (matchAt(lexicon.numerals.run, folded, at)?.[0].length ?? 1) };
  const figure = readFigure(folded, number, floor, lexicon);
  return figure === null ? { figures: [], end: number.end } : { figures: [figure], end: figure.bare.end };
}

function readFigure(folded: string, number: NumberReading, floor: number, lexicon: QuantityLexicon): Figure | null {
  const ordinal = readOrdinal(folded, number, floor, lexicon);
  if (ordinal !== undefined) return ordinal;
  const fraction = readFraction(folded, number, lexicon);
  if (fraction !== null) return fraction;
  const currency = number.notation === "arabic" ? cueBefore(folded, number.start, floor, lexicon.currencies) : null;
  if (currency !== null) return readPrice(folded, number, currency, lexicon);
  if (isPartOfName(folded, number, lexicon) || matchAt(lexicon.denied, folded, number.end) !== null) return null;
  const unit = matchAt(lexicon.noun, folded, number.end) === null ? readUnit(folded, number, lexicon) : null;
  if (unit !== null)
    return isDenied(folded, number, unit.unit, floor, lexicon) ? null : figureOf(number, number.value, unit);
  if (folded.startsWith(lexicon.numerals.hanHalf, number.start)) return null;
  return (
    readRangeStart(folded, number, lexicon) ??
    readCount(folded, number, floor, lexicon) ??
    readIndex(folded, number, lexicon)
  );
}

/** 第五届, 3rd; undefined where the number is no ordinal, null where it is one of a date or period. */
function readOrdinal(
  folded: string,
  number: NumberReading,
  floor: number,
  lexicon: QuantityLexicon,
): Figure | null | undefined {
  const mark = number.notation === "english" ? null : cueBefore(folded, number.start, floor, lexicon.ordinalMarks);
  if (mark === null && !number.isOrdinal) return undefined;
  if (matchAt(lexicon.denied, folded, number.end) !== null || (mark === null && isPartOfName(folded, number, lexicon)))
    return null;
  const form =
    mark === null || matchAt(lexicon.noun, folded, number.end) !== null
      ? null
      : matchAt(lexicon.ordinalForm, folded, number.end);
  const bare = { start: mark?.start ?? number.start, end: number.end + (form?.[0].length ?? 0) };
  if (
    mark === null &&
    lexicon.labels.has(/([a-z]+) $/u.exec(folded.slice(Math.max(0, bare.start - 12), bare.start))?.[1] ?? "")
  )
    return null;
  return { bare, value: number.value, dimension: "ordinal", unit: form?.[1] ?? "", hedge: null, leadingScale: 0 };
}

/** 百分之五点七 is a percentage, 三分之一 a fraction. */
function readFraction(folded: string, number: NumberReading, lexicon: QuantityLexicon): Figure | null {
  const { numerals } = lexicon;
  if (!folded.startsWith(numerals.hanFraction, number.end) || number.value.eq(0)) return null;
  const part = readNumber(folded, number.end + numerals.hanFraction.length, numerals);
  if (part === null || part.isOrdinal || part.notation === "english") return null;
  const isPercent = number.leadingScale > 10;
  const ratio: Ratio = { numerator: new Big(isPercent ? 100 : 1), denominator: number.value };
  const unit = lexicon.unit(isPercent ? "percent" : "fraction");
  return {
    bare: { start: number.start, end: part.end },
    value: timesRatio(part.value, ratio),
    dimension: unit?.dimension ?? "ratio",
    unit: unit?.key ?? "",
    hedge: part.hedge,
    leadingScale: 0,
  };
}

/** $4.2 billion, CNY 67.97 billion, ¥100元. */
function readPrice(
  folded: string,
  number: NumberReading,
  { start, meaning }: FoundCue<Unit>,
  lexicon: QuantityLexicon,
): Figure {
  const short = number.scale.eq(1) ? matchAt(lexicon.numerals.moneyScale, folded, number.end) : null;
  const value = number.value.times(String(lexicon.numerals.moneyScales.get(short?.[1] ?? "") ?? 1));
  const end = number.end + (short?.[0].length ?? 0);
  const after = readUnit(folded, { ...number, end }, lexicon);
  const bare = { start, end: after?.unit.key === meaning.key ? after.end : end };
  return { bare, value, dimension: meaning.dimension, unit: meaning.key, hedge: number.hedge, leadingScale: 0 };
}

/** A year (2024年), digits that are no amount (二〇二四), and the duration of a period (前5个月) are no quantities. */
function isDenied(folded: string, number: NumberReading, unit: Unit, floor: number, lexicon: QuantityLexicon): boolean {
  if (number.notation === "han" && number.isDigits) return true;
  if (unit.dimension !== "duration") return false;
  return (
    isYearLike(number) ||
    isAncientYear(number, unit) ||
    cueBefore(folded, number.start, floor, lexicon.durationDenied) !== null
  );
}

/** 971年 is a year, 100年 a duration: few durations of centuries are told to the year. */
function isAncientYear(number: NumberReading, unit: Unit): boolean {
  return (
    unit.key === "year" &&
    number.isDigits &&
    number.notation === "arabic" &&
    number.end - number.start === 3 &&
    !number.value.mod(10).eq(0)
  );
}

function figureOf(number: NumberReading, printed: Big, unit: UnitReading): Figure {
  const value = timesRatio(unit.halves === 1 ? printed.plus(HALF) : printed, unit.ratio);
  return {
    bare: { start: number.start, end: unit.end },
    value,
    dimension: unit.unit.dimension,
    unit: unit.unit.key,
    hedge: unit.hasMore ? "over" : number.hedge,
    leadingScale: number.leadingScale,
  };
}

/** 10 of 10至20万个 "100,000 to 200,000": unit and scale stand after the range's end only. */
function readRangeStart(folded: string, number: NumberReading, lexicon: QuantityLexicon): Figure | null {
  const joint = matchAt(lexicon.ranges, folded, number.end);
  const last = joint === null ? null : readNumber(folded, number.end + joint[0].length, lexicon.numerals);
  if (
    last === null ||
    last.isOrdinal ||
    isYearLike(number) ||
    isPartOfName(folded, { ...last, start: number.start }, lexicon)
  )
    return null;
  if (matchAt(lexicon.denied, folded, last.end) !== null || matchAt(lexicon.noun, folded, last.end) !== null)
    return null;
  const unit = readUnit(folded, last, lexicon);
  if (unit === null || (unit.unit.dimension === "duration" && isYearLike(last))) return null;
  const sharesScale = number.scale.eq(1) && last.scale.gt(1) && number.value.lt(last.value.div(last.scale));
  const printed = sharesScale ? number.value.times(last.scale) : number.value;
  return {
    ...figureOf(number, printed, { ...unit, halves: 0, hasMore: false }),
    bare: { start: number.start, end: number.end },
  };
}

/** 230万主播, 3,400 jobs: what is counted follows without a measure word. */
function readCount(folded: string, number: NumberReading, floor: number, lexicon: QuantityLexicon): Figure | null {
  const { qualifier } = readLead(folded, number.start, floor, number.leadingScale, lexicon);
  const isQualified = qualifier !== null || readTail(folded, number.end, true, lexicon) !== null;
  if (!countsSomething(folded, number, isQualified, lexicon)) return null;
  const { start, end, value, hedge, leadingScale } = number;
  return { bare: { start, end }, value, dimension: "count", unit: "", hedge, leadingScale };
}

/** How far before a number the word may stand that makes it an index, in UTF-16 units. */
const INDEX_LEAD = 16;

/** 指数为55.0 "the index was 55.0": points, though it doesn't say so; whole numbers may be part of an index's name. */
function readIndex(folded: string, number: NumberReading, lexicon: QuantityLexicon): Figure | null {
  const { start, end, value, hedge } = number;
  const lead = folded.slice(Math.max(0, start - INDEX_LEAD), start);
  if (!folded.slice(start, end).includes(".") || !lexicon.indexLead.test(lead)) return null;
  return { bare: { start, end }, value, dimension: "point", unit: "point", hedge, leadingScale: 0 };
}
