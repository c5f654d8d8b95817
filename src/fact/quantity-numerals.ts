import { alternation } from "./quantity-pattern.ts";
import type { Numerals } from "./number.ts";
import type { UnitsJson } from "./quantity-schema.ts";

/**
 * Compiles the number words.
 *
 * @param unitForms - Keep 千 of 千克 out of numbers.
 * @param currencies - English words for currencies: before one, or before a plural, m is a million (7.1m users).
 */
export function compileNumerals(
  json: UnitsJson["numerals"],
  unitForms: readonly string[],
  currencies: readonly string[],
): Numerals {
  const digits = Object.keys(json.hanDigits).join("");
  const scales = Object.keys(json.hanScales);
  const guarded = scales.map((scale) => scale + guardOf(scale, unitForms));
  const [ten = "", hundred = "", thousand = "", myriad = "", yi = ""] = guarded;
  return {
    hanDigits: new Map(Object.entries(json.hanDigits)),
    hanScales: bigints(json.hanScales),
    hanPoint: json.hanPoint,
    hanHalf: json.hanHalf,
    hanFraction: json.hanFraction,
    hanRun: new RegExp(
      `(?:[${digits}]|${guarded.join("|")})+(?:${json.hanPoint}[${digits}]+(?![${scales.slice(0, 3).join("")}]))?`,
      "uy",
    ),
    run: new RegExp(`[0-9][0-9,.]*|[${digits}${scales.join("")}]+`, "uy"),
    hanScale: new RegExp(
      ` ?((?:${ten}|${hundred}|${thousand})?${myriad}(?:${yi})?|(?:${ten}|${hundred}|${thousand})?${yi}|${thousand}|${hundred})`,
      "uy",
    ),
    hedge: new RegExp(Object.keys(json.hedges).join("|"), "uy"),
    hedges: new Map(
      Object.entries(json.hedges).map(([pattern, qualifier]) => [pattern.replace("\\", "").charAt(0), qualifier]),
    ),
    words: bigints(json.words),
    wordScales: bigints(json.wordScales),
    shortScales: bigints(json.shortScales),
    wordPlurals: bigints(json.wordPlurals),
    ordinalWords: bigints(json.ordinalWords),
    wordRun: new RegExp(wordRun(json), "uy"),
    wordScale: new RegExp(
      `(?:[ -]?(${alternation(Object.keys(json.wordScales))})| ?(${alternation(Object.keys(json.shortScales))})|(${alternation(Object.keys(json.moneyScales))})(?= (?:${alternation(currencies)}|${PLURAL})(?![a-z])))(?![a-z0-9])`,
      "uy",
    ),
    moneyScale: new RegExp(` ?(${alternation(Object.keys(json.moneyScales))})(?![a-z0-9])`, "uy"),
    moneyScales: bigints(json.moneyScales),
  };
}

/** A word that is most likely a plural. */
const PLURAL = "[a-z]{3,}[^su]s";

/** 千(?!克|米|瓦): what follows a scale where both together begin a unit. */
function guardOf(scale: string, unitForms: readonly string[]): string {
  const rests = unitForms.filter((form) => form.startsWith(scale) && form.length > 1).map((form) => form.slice(1));
  return rests.length === 0 ? "" : `(?!${alternation(rests)})`;
}

/** three hundred and fifty, twenty-five, twenty-first, a dozen, hundreds of, million. */
function wordRun(json: UnitsJson["numerals"]): string {
  const tens = alternation(Object.keys(json.words).filter((word) => (json.words[word] ?? 0) >= 20));
  const small = alternation(Object.keys(json.words).filter((word) => (json.words[word] ?? 0) < 20));
  const scale = alternation(Object.keys(json.wordScales));
  const ordinal = alternation(Object.keys(json.ordinalWords));
  const number = `(?:(?:${tens})(?:[ -](?:${small}))?|${small})(?![a-z])`;
  const scaled = `(?:${number}|an?)(?:[ -](?:${scale})(?![a-z])){1,3}(?:(?: and |[ -])${number}(?:[ -](?:${scale})(?![a-z])){0,3}){0,4}`;
  return `(?:${alternation(Object.keys(json.wordPlurals))}|${scaled}|(?:${tens})-(?:${ordinal})|${number}|${scale}|${ordinal})(?![a-z])`;
}

function bigints(values: Readonly<Record<string, number | string>>): ReadonlyMap<string, bigint> {
  return new Map(Object.entries(values).map(([word, value]) => [word, BigInt(value)]));
}
