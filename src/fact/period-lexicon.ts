import type { Period } from "./mention.ts";
import { monthNames } from "./period-month.ts";
import type { PeriodsJson } from "./period-schema.ts";
import { alternation } from "./quantity-pattern.ts";

/** A time told from the day of publication: 去年 is the year at offset −1. */
export interface Relative {
  readonly unit: "year" | "quarter" | "month" | "week" | "day";
  /** Null where the time is told from another date of the text: 同年 "the same year". */
  readonly offset: number | null;
}

/** A part of a year, by its first and last month. */
interface YearPart {
  readonly from: number;
  readonly to: number;
  readonly precision: Period["precision"];
}

/** A range of years or of a month's days, both ends included. */
interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** The slots of a period's template with what they matched. */
export type Slots = Readonly<Partial<Record<SlotName, string>>>;

/** Wordings of periods, compiled. */
export interface PeriodLexicon {
  /** All templates as one global pattern. */
  readonly scan: RegExp;
  /** The slot of each capturing group of `scan`. */
  readonly slots: readonly SlotName[];
  readonly digits: ReadonlyMap<string, number>;
  readonly ten: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly relative: Lookup<Relative>;
  readonly parts: Lookup<YearPart>;
  readonly monthDays: Lookup<NumberRange>;
  readonly plans: Lookup<NumberRange>;
  readonly unresolved: Lookup<Period["precision"]>;
}

/** Finds what a matched wording means. */
type Lookup<Meaning> = (word: string) => Meaning | null;

const SLOT_NAMES = [
  "Y",
  "Y2",
  "YB",
  "YD",
  "M",
  "M2",
  "MM",
  "D",
  "D2",
  "N",
  "EN",
  "C",
  "DEC",
  "EDEC",
  "MN",
  "MN2",
  "MU",
  "R",
  "R2",
  "U",
  "P",
  "PE",
  "T",
  "F",
  "REL",
  "WD",
  "THIS",
  "V",
  "SAME",
] as const;
type SlotName = (typeof SLOT_NAMES)[number];

/**
 * Compiles lexicon/periods.json.
 *
 * @throws RangeError when a template names a slot or pattern that isn't there.
 */
export function compilePeriodLexicon(json: PeriodsJson): PeriodLexicon {
  const months = monthNames();
  const slots: SlotName[] = [];
  const patterns = slotPatterns(json, months);
  const sources = json.templates.map((template) => compileTemplate(template, json.patterns, patterns, slots));
  return {
    scan: new RegExp(sources.join("|"), "gu"),
    slots,
    digits: new Map(Object.entries(json.digits)),
    ten: json.ten,
    counts: new Map(Object.entries(json.counts)),
    months,
    weekdays: new Map(Object.entries(json.weekdays)),
    relative: lookup(json.relative.map(({ words, unit, offset }) => [words, { unit, offset }] as const)),
    parts: lookup(
      [...json.parts, ...json.yearParts].map(
        ({ words, months: [from, to], precision }) => [words, { from, to, precision }] as const,
      ),
    ),
    monthDays: lookup(json.monthDays.map(({ zh, from, to }) => [zh, { from, to }] as const)),
    plans: lookup(json.plans.map(({ words, from, to }) => [words, { from, to }] as const)),
    unresolved: lookup(json.unresolved.map(({ words, precision }) => [words, precision] as const)),
  };
}

/** Writes a template as a regular expression: {M} is a slot, <TO> a shared pattern, _ a space that may be missing. */
function compileTemplate(
  template: string,
  shared: Readonly<Record<string, string>>,
  slotPattern: Readonly<Record<SlotName, string>>,
  slots: SlotName[],
): string {
  const spaced = inline(template, shared).replaceAll("_", " ?");
  return spaced.replaceAll(/\{([A-Z]+2?)\}/gu, (_, name: string) => {
    const slot = SLOT_NAMES.find((known) => known === name);
    if (slot === undefined) throw new RangeError(`lexicon/periods.json: no slot is named "${name}" (in ${template})`);
    slots.push(slot);
    return `(${inline(slotPattern[slot], shared)})`;
  });
}

function inline(pattern: string, shared: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/<([A-Z]+)>/gu, (_, name: string) => {
    const named = shared[name];
    if (named === undefined)
      throw new RangeError(`lexicon/periods.json: no pattern is named "${name}" (in ${pattern})`);
    return named;
  });
}

function slotPatterns(json: PeriodsJson, months: ReadonlyMap<string, number>): Record<SlotName, string> {
  const names = [...months.keys()];
  const month = `(?<![a-z])(?:${alternation(names)})(?![a-z])`;
  const isClear = (name: string): boolean =>
    !json.ambiguousMonths.includes(name) && !json.monthAbbreviations.includes(name);
  const patternOf = (entries: readonly { readonly words: readonly string[] }[]): string =>
    bounded(entries.flatMap(({ words }) => words));
  const years = json.relative.filter(({ unit }) => unit === "year");
  const englishYears = years.map(({ words }) => ({ words: words.filter(isEnglish) }));
  return {
    ...json.slots,
    EN: alternation(Object.keys(json.counts)),
    MN: month,
    MN2: month,
    MU: `(?<![a-z])(?:${alternation(names.filter(isClear))})`,
    R: patternOf(years),
    R2: patternOf(englishYears),
    U: json.unreadYears.join("|"),
    P: patternOf(json.parts),
    PE: patternOf(json.yearParts),
    T: json.monthDays.flatMap(({ zh }) => zh).join("|"),
    F: patternOf(json.plans),
    REL: patternOf(json.relative),
    WD: `[${Object.keys(json.weekdays).join("")}]`,
    THIS: bounded(json.thisYear),
    V: patternOf(json.unresolved),
    SAME: "",
  };
}

function isEnglish(word: string): boolean {
  return /[a-z]/u.test(word);
}

/** Joins wordings; English ones must not be part of a longer word. */
function bounded(words: readonly string[]): string {
  const english = words.filter(isEnglish);
  const others = words.filter((word) => !isEnglish(word)).join("|");
  return english.length === 0
    ? others
    : `${others === "" ? "" : `${others}|`}(?<![a-z])(?:${english.join("|")})(?![a-z])`;
}

function lookup<Meaning>(entries: readonly (readonly [readonly string[], Meaning])[]): Lookup<Meaning> {
  const withoutContext = (word: string): string => word.replaceAll(/\(\?<?[!=](?:[^()]|\([^()]*\))*\)/gu, "");
  const compiled = entries.map(
    ([words, meaning]) => [new RegExp(`^(?:${words.map(withoutContext).join("|")})$`, "u"), meaning] as const,
  );
  return (word) => compiled.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
