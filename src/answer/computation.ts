import type { Quantity } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
import type Big from "big.js";
import type { RankedCandidate } from "./candidate.ts";
import { plain, scaled } from "./number-words.ts";

/** A figure computed from figures of the text. */
export interface Computation {
  /** The short answer, in the reply's language. */
  readonly answer: string;
  readonly expression: string;
  readonly result: string;
  /** The cited operands, in the order of the expression. */
  readonly operands: readonly RankedCandidate[];
  readonly confidence: number;
}

export function quantityOf(candidate: RankedCandidate): Quantity | null {
  return candidate.mention?.kind === "quantity" ? candidate.mention : null;
}

/** Figures add up or compare in one unit; counts do whatever their measure words (家, 所). */
export function isComparable(a: Quantity, b: Quantity): boolean {
  return a.dimension === b.dimension && (a.unit === b.unit || a.dimension === "count");
}

export type Operand = readonly [RankedCandidate, Quantity];

export function bare([candidate, quantity]: Operand): string {
  return candidate.reading.article.text.slice(quantity.bare.start, quantity.bare.end);
}

export function isRough(quantity: Quantity): boolean {
  return quantity.qualifier !== null;
}

export function rounded(value: Big, digits: number): string {
  return plain(value.round(digits));
}

/** Writes a computed value with the operands' unit as printed; the difference of two percentages is in points. */
export function withUnit(value: Big, operand: Operand, query: Query, isDifference: boolean): string {
  const quantity = operand[1];
  if (quantity.dimension === "percent") {
    const digits = plain(value);
    return isDifference
      ? query.language === "zh"
        ? `${digits}个百分点`
        : `${digits} percentage points`
      : `${digits}%`;
  }
  if (quantity.dimension === "money")
    return query.language === "zh"
      ? `${scaled(value, "zh")}${unitTail(operand)}`
      : `${quantity.unit} ${scaled(value, "en")}`;
  return `${scaled(value, query.language)}${query.language === "zh" ? unitTail(operand) : ""}`;
}

/** The printed unit without number and scale: 元 of 1.03万亿元. */
function unitTail(operand: Operand): string {
  return bare(operand).replace(/^[\d.,]+\s*(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?/u, "");
}
