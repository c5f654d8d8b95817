import Big from "big.js";
import { fold } from "../text/fold.ts";
import { isHan } from "../text/script.ts";
import type { Dimension } from "./mention.ts";
import type { NumberReading } from "./number.ts";
import type { QuantityLexicon } from "./quantity-lexicon.ts";
import { matchAt } from "./quantity-pattern.ts";
import type { UnitsJson } from "./quantity-schema.ts";

/** A unit of lexicon/units.json, as a quantity reports it. */
export interface Unit {
  readonly key: string;
  readonly dimension: Dimension;
  /** What one unit is in the base unit; `value.div(factor)` is the number in this unit. */
  readonly factor: Big;
  /** Printed forms in Chinese; the first is the usual one. */
  readonly zh: readonly string[];
  /** Printed forms in English: first the plural, then the singular. Empty for measure words. */
  readonly en: readonly string[];
  readonly symbol: string | null;
}

/** A wording of a unit, with the conditions of its JSON entry. */
export interface UnitForm {
  readonly unit: Unit;
  readonly ratio: Ratio;
  readonly near: readonly string[] | null;
  readonly isAlone: boolean;
  readonly then: readonly string[] | null;
  readonly max: number;
  readonly hourUnless: readonly string[] | null;
}

/** An exact factor, kept as a fraction: an hour is 1/24 of a day. */
export interface Ratio {
  readonly numerator: Big;
  readonly denominator: Big;
}

/** The unit after a number. */
export interface UnitReading {
  readonly unit: Unit;
  readonly ratio: Ratio;
  readonly end: number;
  /** What 半 and 多 inside or after the unit add: 三个半月, 两年半. */
  readonly halves: 0 | 1;
  readonly hasMore: boolean;
}

/** 40 places: a value divided by its unit's factor gives back the printed number. */
const PRECISE = Big();
PRECISE.DP = 40;
const NEAR = 12;

/** Reads "1609.344" or "2000/3". */
export function parseRatio(text: string): Ratio {
  const [numerator = "0", denominator = "1"] = text.split("/");
  return { numerator: new Big(numerator), denominator: new Big(denominator) };
}

/** Multiplies by a ratio, exact to 40 decimal places; equal fractions give equal values. */
export function timesRatio(number: Big, ratio: Ratio): Big {
  return new Big(new PRECISE(number.times(ratio.numerator)).div(ratio.denominator).toFixed());
}

/** Makes the units of the JSON, by key. */
export function compileUnits(json: UnitsJson): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const entry of json.units) {
    const en = wordsOf(entry.en);
    units.set(entry.key, {
      key: entry.key,
      dimension: entry.dimension,
      factor: timesRatio(new Big(1), parseRatio(entry.factor)),
      zh: wordsOf(entry.zh),
      en: entry.print === undefined ? en : [entry.print, ...en],
      symbol: entry.symbol ?? null,
    });
  }
  for (const key of json.counters) {
    if (!units.has(key))
      units.set(key, { key, dimension: "count", factor: new Big(1), zh: [key], en: [], symbol: null });
  }
  return units;
}

/** Makes the lookup from a folded form to what it may stand for, in the order of the JSON. */
export function compileForms(
  json: UnitsJson,
  units: ReadonlyMap<string, Unit>,
): ReadonlyMap<string, readonly UnitForm[]> {
  const forms = new Map<string, UnitForm[]>();
  const add = (form: UnitsJson["units"][number]["zh"][number], key: string, factor: string): void => {
    const unit = units.get(key);
    if (unit === undefined) throw new RangeError(`lexicon/units.json: no unit has the key "${key}"`);
    const entry = typeof form === "string" ? { form } : form;
    const compiled = {
      unit,
      ratio: parseRatio(factor),
      near: entry.near ?? null,
      isAlone: entry.alone ?? false,
      then: entry.then ?? null,
      max: entry.max ?? Infinity,
      hourUnless: entry.hourUnless ?? null,
    };
    const word = fold(entry.form);
    forms.set(word, [...(forms.get(word) ?? []), compiled]);
  };
  for (const entry of json.units)
    for (const form of [...entry.zh, ...entry.en]) add(form, entry.as ?? entry.key, entry.factor);
  for (const key of json.counters) add(key, key, "1");
  return forms;
}

/** Reads the unit after a number; null where none stands there. */
export function readUnit(folded: string, number: NumberReading, lexicon: QuantityLexicon): UnitReading | null {
  const split = matchAt(lexicon.splitPiece, folded, number.end);
  if (split !== null) {
    const rest =
      lexicon.piece + folded.slice(number.end + split[0].length, number.end + split[0].length + lexicon.longestForm);
    const found = unitAt(rest, 0, number, lexicon);
    if (found !== null && found.end > 1) {
      const isHalf = split[0].endsWith(lexicon.numerals.hanHalf);
      return { ...found, end: number.end + split[0].length + found.end - 1, halves: isHalf ? 1 : 0, hasMore: !isHalf };
    }
  }
  const found = unitAt(folded, number.end, number, lexicon);
  if (found === null || !folded.startsWith(lexicon.numerals.hanHalf, found.end) || COUNTED.has(found.unit.dimension))
    return found;
  return { ...found, end: found.end + 1, halves: 1 };
}

const COUNTED: ReadonlySet<Dimension> = new Set(["count", "money", "ordinal", "ratio"]);

function unitAt(folded: string, at: number, number: NumberReading, lexicon: QuantityLexicon): UnitReading | null {
  const match = matchAt(lexicon.unitForm, folded, at);
  if (match === null) return null;
  const word = match[1] ?? match[2] ?? "";
  const end = at + match[0].length;
  const form = lexicon.forms.get(word)?.find((candidate) => holds(candidate, folded, number, end));
  return form === undefined ? null : { unit: form.unit, ratio: form.ratio, end, halves: 0, hasMore: false };
}

function holds(form: UnitForm, folded: string, number: NumberReading, end: number): boolean {
  if (number.value.gt(form.max === Infinity ? number.value : form.max)) return false;
  if (form.isAlone && isHan(folded.charCodeAt(end)) && !form.unit.zh.some((word) => word.endsWith(folded.charAt(end))))
    return false;
  if (form.then !== null && !form.then.some((word) => folded.startsWith(word, end + 1))) return false;
  const before = folded.slice(Math.max(0, number.start - NEAR), number.start);
  if (form.near !== null && !form.near.some((word) => before.includes(word) || folded.startsWith(word, end)))
    return false;
  const isHour = form.hourUnless !== null && number.value.lte(24) && number.value.mod(1).eq(0);
  return !isHour || form.hourUnless.some((word) => before.includes(word));
}

/** The words of forms, without their conditions. */
function wordsOf(forms: UnitsJson["units"][number]["zh"]): string[] {
  return forms.map((form) => (typeof form === "string" ? form : form.form));
}
