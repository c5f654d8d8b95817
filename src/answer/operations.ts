import type Big from "big.js";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Computation, Operand } from "./computation.ts";
import { bare, computed, isRough, rounded, withUnit } from "./computation.ts";
import { isLoss, signed } from "./loss.ts";
import { QUALIFIERS } from "./number-words.ts";

/** How much one figure is above another; a profit is above a loss by both together. */
export function differenceOf(a: Operand, b: Operand, query: Query, digest: Digest, confidence: number): Computation {
  const [more, less] = signed(a).gte(signed(b)) ? [a, b] : [b, a];
  const sign = isLoss(less) && !isLoss(more) ? "+" : "−";
  // Of two losses the greater is printed first, like any greater figure.
  const [first, second] = isLoss(more) ? [less, more] : [more, less];
  return computed(
    `${bare(first)} ${sign} ${bare(second)}`,
    aboutOf([a, b], query) + withUnit(signed(more).minus(signed(less)), more, query, digest, true),
    [first, second],
    confidence,
  );
}

/** What figures come to together. */
export function totalOf(
  operands: readonly [Operand, ...Operand[]],
  query: Query,
  digest: Digest,
  confidence: number,
): Computation {
  const [first] = operands;
  const total = operands.reduce((sum, [, quantity]) => sum.plus(quantity.value), first[1].value.times(0));
  return computed(
    operands.map((operand) => bare(operand)).join(" + "),
    aboutOf(operands, query) + withUnit(total, first, query, digest, false),
    operands,
    confidence,
  );
}

/** What is left of a whole without some of its parts; null where the parts come to as much or more. */
export function remainderOf(
  whole: Operand,
  parts: readonly Operand[],
  query: Query,
  digest: Digest,
  confidence: number,
): Computation | null {
  const rest = parts.reduce((left, [, quantity]) => left.minus(quantity.value), whole[1].value);
  if (rest.lte(0)) return null;
  const operands = [whole, ...parts];
  return computed(
    operands.map(bare).join(" − "),
    aboutOf(operands, query) + withUnit(rest, whole, query, digest, false),
    operands,
    confidence,
  );
}

/** 约 "about", where any of the figures is rough. */
function aboutOf(operands: readonly Operand[], { language }: Query): string {
  return operands.some(([, quantity]) => isRough(quantity)) ? QUALIFIERS.about[language] : "";
}

/** 出口是进口的几倍: the greater over the smaller, for no ratio asked for is below one. */
export function ratioOf(a: Operand, b: Operand, query: Query, confidence: number): Computation | null {
  const [over, under] = a[1].value.lt(b[1].value) ? [b, a] : [a, b];
  if (under[1].value.eq(0)) return null;
  const times = rounded(over[1].value.div(under[1].value), 2);
  return computed(
    `${bare(over)} ÷ ${bare(under)}`,
    `${QUALIFIERS.about[query.language]}${times}${query.language === "zh" ? "倍" : " times"}`,
    [over, under],
    confidence,
  );
}

/** A part of a whole: the smaller over the larger, in percent to one decimal; null of percentages, which are no parts of one another. */
export function shareOf(a: Operand, b: Operand, query: Query, confidence: number): Computation | null {
  const [part, whole] = a[1].value.lte(b[1].value) ? [a, b] : [b, a];
  if (whole[1].value.eq(0) || whole[1].dimension === "percent") return null;
  return computed(
    `${bare(part)} ÷ ${bare(whole)}`,
    `${QUALIFIERS.about[query.language]}${percent(part[1].value.div(whole[1].value))}`,
    [part, whole],
    confidence,
  );
}

/** By how many percent a figure went up or down; null from nothing or from a loss. */
export function growthOf(before: Operand, after: Operand, query: Query, confidence: number): Computation | null {
  if (before[1].value.eq(0) || isLoss(before) || isLoss(after)) return null;
  const isUp = after[1].value.gte(before[1].value);
  const [more, less] = isUp ? [after, before] : [before, after];
  return computed(
    `(${bare(more)} − ${bare(less)}) ÷ ${bare(before)}`,
    `${QUALIFIERS.about[query.language]}${percent(more[1].value.minus(less[1].value).div(before[1].value))}`,
    [more, less],
    confidence,
  );
}

function percent(part: Big): string {
  return `${rounded(part.times(100), 1)}%`;
}
