import { fold } from "../text/fold.ts";
import { isHan } from "../text/script.ts";
import type { Change } from "./mention.ts";
import type { Numerals } from "./number.ts";
import type { Cues } from "./quantity-cue.ts";
import { cuesOf } from "./quantity-cue.ts";
import { compileNumerals } from "./quantity-numerals.ts";
import { alternation, anyOf, isLatin } from "./quantity-pattern.ts";
import { monthNames } from "./period-month.ts";
import type { QualifiersJson, UnitsJson } from "./quantity-schema.ts";
import type { Surroundings } from "./quantity-surroundings.ts";
import { compileSurroundings } from "./quantity-surroundings.ts";
import type { Ratio, Unit, UnitForm } from "./quantity-unit.ts";
import { compileForms, compileUnits, parseRatio } from "./quantity-unit.ts";

/** A phrase that is a quantity as a whole: 翻番 "doubled". */
export interface Phrase {
  readonly ratio: Ratio;
  readonly unit: Unit;
  readonly direction: Change["direction"] | null;
}

/** Units, numbers and the words around them, compiled. Patterns are sticky, but `scan` and the bases are global. */
export interface QuantityLexicon extends Surroundings {
  readonly numerals: Numerals;
  readonly units: ReadonlyMap<string, Unit>;
  /** Looks up a unit by its key. */
  readonly unit: (key: string) => Unit | undefined;
  /** Where something may be a quantity: an idiom (group 1), a phrase (group 2) or the begin of a number. */
  readonly scan: RegExp;
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly forms: ReadonlyMap<string, readonly UnitForm[]>;
  readonly longestForm: number;
  /** A unit in Chinese or a symbol (group 1), or in English (group 2). */
  readonly unitForm: RegExp;
  /** 个半, 个多. */
  readonly splitPiece: RegExp;
  readonly piece: string;
  readonly ordinalMarks: Cues<true>;
  readonly ordinalForm: RegExp;
  readonly noun: RegExp;
  readonly denied: RegExp;
  readonly deniedBefore: RegExp;
  /** What stands right before an index that is printed without a unit. */
  readonly indexLead: RegExp;
  readonly durationDenied: Cues<true>;
  readonly currencies: Cues<Unit>;
  readonly labels: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
  readonly plurals: ReadonlySet<string>;
}

/**
 * Compiles lexicon/units.json and lexicon/qualifiers.json.
 *
 * @throws RangeError when an entry names a unit that isn't there.
 */
export function compileQuantityLexicon(units: UnitsJson, qualifiers: QualifiersJson): QuantityLexicon {
  const compiled = compileUnits(units);
  const forms = compileForms(units, compiled);
  return { ...compileReading(units, compiled, forms), ...compileSurroundings(qualifiers) };
}

function compileReading(
  json: UnitsJson,
  units: ReadonlyMap<string, Unit>,
  forms: ReadonlyMap<string, readonly UnitForm[]>,
) {
  const words = [...forms.keys()];
  const money = words.filter(
    (word) => isLatin(word) && forms.get(word)?.some(({ unit }) => unit.dimension === "money"),
  );
  const numerals = compileNumerals(json.numerals, words, money);
  const phrases = compilePhrases(json, units);
  const piece = json.numerals.hanPiece;
  const months = monthNames();
  return {
    numerals,
    units,
    unit: (key: string) => units.get(key),
    scan: new RegExp(scanPattern(json, numerals, [...phrases.keys()]), "gu"),
    phrases,
    forms,
    longestForm: Math.max(...words.map((word) => word.length)),
    unitForm: new RegExp(
      ` ?(${alternation(words.filter((word) => !isLatin(word)))})|[ -]?(${alternation(words.filter(isLatin))})(?![a-z0-9])`,
      "uy",
    ),
    splitPiece: new RegExp(` ?${piece}(?:${json.numerals.hanHalf}|${json.numerals.hanMore})`, "uy"),
    piece,
    ordinalMarks: cuesOf(json.ordinalMarks.map((word) => [word, true] as const)),
    ordinalForm: new RegExp(
      ` ?(${alternation([...json.counters, ...json.ordinals, ...words.filter((word) => word.length === 1 && isHan(word.charCodeAt(0)))])})`,
      "uy",
    ),
    noun: new RegExp(` ?(?:${anyOf(json.nouns)})`, "uy"),
    denied: new RegExp(` ?(?:${anyOf(json.denied)}|(?:of )?(?:${alternation([...months.keys()])})(?![a-z]))`, "uy"),
    deniedBefore: new RegExp(`(?:${anyOf(json.deniedBefore)})$`, "u"),
    indexLead: new RegExp(`(?:${anyOf(json.indexLeads)})$`, "u"),
    durationDenied: cuesOf(json.durationDenied.map((word) => [fold(word), true] as const)),
    currencies: cuesOf(
      json.units.flatMap(({ key, before }) => (before ?? []).map((word) => [fold(word), unitOf(units, key)] as const)),
    ),
    labels: new Set([...json.labels, ...months.keys()]),
    functionWords: new Set(json.functionWords),
    plurals: new Set(json.plurals),
  };
}

function compilePhrases(json: UnitsJson, units: ReadonlyMap<string, Unit>): ReadonlyMap<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const { zh = [], en = [], value, unit, change } of json.phrases) {
    for (const word of [...zh, ...en])
      phrases.set(fold(word), { ratio: parseRatio(value), unit: unitOf(units, unit), direction: change ?? null });
  }
  return phrases;
}

function unitOf(units: ReadonlyMap<string, Unit>, key: string): Unit {
  const unit = units.get(key);
  if (unit === undefined) throw new RangeError(`lexicon/units.json: no unit has the key "${key}"`);
  return unit;
}

/** Idioms first, for they hide the numbers in them. */
function scanPattern(json: UnitsJson, numerals: Numerals, phrases: readonly string[]): string {
  const latin = (patterns: string): string => String.raw`(?<![a-z0-9])(?:${patterns})(?![a-z0-9])`;
  const idioms = `${anyOf(json.idioms.zh)}|${latin(anyOf(json.idioms.en))}`;
  const wholes = `${alternation(phrases.filter((phrase) => !isLatin(phrase)))}|${latin(alternation(phrases.filter(isLatin)))}`;
  const han = [...numerals.hanDigits.keys(), ...numerals.hanScales.keys(), numerals.hanHalf].join("");
  return String.raw`(${idioms})|(${wholes})|[0-9${han}]|(?<![a-z0-9])${numerals.wordRun.source}`;
}
