import type { Quantity } from "../fact/mention.ts";
import type { Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
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

/** A result, with the figures and the sum that it came of. */
export function computed(
  expression: string,
  result: string,
  operands: readonly Operand[],
  confidence: number,
): Computation {
  return { answer: result, expression, result, operands: operands.map(([candidate]) => candidate), confidence };
}

export function quantityOf(candidate: RankedCandidate): Quantity | null {
  return candidate.mention?.kind === "quantity" ? candidate.mention : null;
}

/**
 * Figures add up or compare in one unit; companies, schools and people do whatever their measure words (家, 所). A price and a
 * year's sales don't, though both are in yuan.
 */
export function isComparable(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== b.dimension || isFarAbove(a, b) || isFarAbove(b, a)) return false;
  return a.unit === b.unit || (a.dimension === "count" && [a, b].every(({ unit }) => PARTIES.has(unit)));
}

/** So many times as much is of another kind. */
const FAR_ABOVE = 100_000;

function isFarAbove(a: Quantity, b: Quantity): boolean {
  return b.value.gt(0) && a.value.gt(b.value.times(FAR_ABOVE));
}

/** Measure words of people and organisations, and of what has no other. */
const PARTIES: ReadonlySet<string> = new Set(["", "个", "家", "所", "名", "位", "人", "户"]);

/** Tells whether a figure counts in the measure word that a question asks by: 名 counts people as 人 does. */
export function countsIn({ unit, dimension }: Quantity, counter: string): boolean {
  if (dimension !== "count" || unit === counter || unit === "" || counter === "个") return true;
  return PEOPLE.has(unit) && PEOPLE.has(counter);
}

const PEOPLE: ReadonlySet<string> = new Set(["人", "名", "位"]);

/** A figure to reckon with, and the candidate that quotes it. */
export type Operand = readonly [RankedCandidate, Quantity];

/** Another figure of a candidate's sentence, quoted as the candidate is. */
export function operandAt(candidate: RankedCandidate, quantity: Quantity): Operand {
  return [{ ...candidate, span: { start: quantity.start, end: quantity.end }, mention: quantity }, quantity];
}

/** The figures of a sentence that say how much there is, not how far it moved. */
export function levelsIn({ mentions }: Sentence): Quantity[] {
  return mentions.filter((mention): mention is Quantity => mention.kind === "quantity" && mention.change === null);
}

/** Tells whether the word that names what is asked for stands by a candidate: in its clause or one that it leans on. */
export function isByFocus({ evidence }: Pick<RankedCandidate, "evidence">): boolean {
  return (evidence.focus ?? 1) >= BY_FOCUS;
}

const BY_FOCUS = 0.8;

/** How many candidates of a question for one figure are tried. */
export const TRIED = 4;

export function bare([candidate, quantity]: Operand): string {
  return candidate.reading.article.text.slice(quantity.bare.start, quantity.bare.end);
}

export function isRough(quantity: Quantity): boolean {
  return quantity.qualifier !== null;
}

export function rounded(value: Big, digits: number): string {
  return plain(value.round(digits));
}

/** Digits of a value in its unit that mean something: an hour is 1/24 of a day, which no decimal is. */
const PRECISION = 10;

/** Writes a computed value in the operands' unit, as printed where it can be; the difference of two percentages is in points. */
export function withUnit(
  value: Big,
  operand: Operand,
  { language }: Pick<Query, "language">,
  { lexicon }: Pick<Digest, "lexicon">,
  isDifference: boolean,
): string {
  const { dimension, unit: key } = operand[1];
  if (dimension === "percent") {
    const sign = language === "zh" ? "个百分点" : " percentage points";
    return `${plain(value)}${isDifference ? sign : "%"}`;
  }
  const unit = lexicon.quantities.unit(key);
  const number = scaled(unit === undefined ? value : value.div(unit.factor).round(PRECISION), language);
  if (language === "zh") return `${number}${printedUnit(operand) ?? unit?.zh[0] ?? ""}`;
  return dimension === "money" ? `${key} ${number}` : `${number} ${unit?.en[0] ?? ""}`.trim();
}

/** The Chinese unit after digits and their scale: 元 of 1.03万亿元; null of 五毛 and of other scripts. */
function printedUnit(operand: Operand): string | null {
  return (
    /^[\d.,]+\s*(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?(?<unit>\p{Script=Han}*)$/u.exec(bare(operand))
      ?.groups?.["unit"] ?? null
  );
}
