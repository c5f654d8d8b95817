import { z } from "zod";

const words = z.array(z.string().min(1));
const natural = z.number().int().nonnegative();
const scale = z.string().regex(/^\d+$/u);
/** A decimal or a fraction of two decimals: "1609.344", "2000/3". */
const rational = z.string().regex(/^-?\d+(?:\.\d+)?(?:\/\d+(?:\.\d+)?)?$/u);
const qualifier = z.enum(["about", "over", "nearly", "atMost", "atLeast"]);
const direction = z.enum(["up", "down"]);
const dimension = z.enum([
  "money",
  "count",
  "percent",
  "area",
  "length",
  "mass",
  "volume",
  "energy",
  "power",
  "duration",
  "point",
  "age",
  "speed",
  "temperature",
  "ratio",
]);

/** A unit as printed, alone or with the condition under which it is that unit. */
const form = z.union([
  z.string().min(1),
  z.strictObject({
    form: z.string().min(1),
    /** One of these stands within 12 characters before it or right after it: 度 is a kilowatt-hour near 电. */
    near: words.optional(),
    /** No Chinese character follows: 10块。but not 10块屏幕. */
    alone: z.boolean().optional(),
    /** One of these words follows: "3 times as". */
    then: words.optional(),
    /** The largest number it stands with: 成 "tenths" up to 10. */
    max: z.number().optional(),
    /** A whole number up to 24 is an hour of the day, unless one of these stands within 12 characters before: 指数…8点. */
    hourUnless: words.optional(),
  }),
]);

/** lexicon/units.json: numbers, units, counters, and what only looks like a quantity. */
export const unitsSchema = z.strictObject({
  numerals: z.strictObject({
    hanDigits: z.record(z.string(), natural),
    /** The decimal point, as spoken: 五点七. */
    hanPoint: z.string(),
    hanHalf: z.string(),
    /** The measure word that 半 and 多 split from its unit: 三个半月. */
    hanPiece: z.string(),
    hanMore: z.string(),
    hanFraction: z.string(),
    /** 十, 百, 千, 万, 亿, in this order. */
    hanScales: z.record(z.string(), scale),
    /** Patterns of one character each, right after a round number: 100多家, 100+. */
    hedges: z.record(z.string(), qualifier),
    words: z.record(z.string(), natural),
    wordScales: z.record(z.string(), scale),
    shortScales: z.record(z.string(), scale),
    moneyScales: z.record(z.string(), scale),
    wordPlurals: z.record(z.string(), scale),
    ordinalWords: z.record(z.string(), natural),
  }),
  units: z.array(
    z.strictObject({
      key: z.string().min(1),
      /** The unit that a quantity reports instead, in whose base the factor is: 成 reports percent. */
      as: z.string().optional(),
      dimension,
      /** What one unit is in the dimension's base unit (for money: in the currency itself). */
      factor: rational,
      /** What it is printed as in Chinese; the first is used for printing. */
      zh: z.array(form),
      /** The same in English: first the plural, then the singular. */
      en: z.array(form),
      /** What may stand before the number: $, CNY. */
      before: words.optional(),
      symbol: z.string().optional(),
      /** How the plural prints in English where no form does. */
      print: z.string().optional(),
    }),
  ),
  /** Measure words that count: 家, 个. */
  counters: words,
  /** What before a number makes it an ordinal: 第. */
  ordinalMarks: words,
  /** Further words after an ordinal: 第五届. */
  ordinals: words,
  /** Nouns that begin like a unit (patterns): 人才 after 10万 is no 人. */
  nouns: words,
  /** What after a number says that it counts nothing (patterns): 月, 年代. */
  denied: words,
  /** What before a number says so (patterns): GPT-4, 8点30分. */
  deniedBefore: words,
  /** What stands right before an index that is printed without a unit: 指数为55.0. */
  indexLeads: words,
  /** What before a duration makes it a period: 前5个月. */
  durationDenied: words,
  /** Whole phrases with their value: 翻番, half. */
  phrases: z.array(
    z.strictObject({
      zh: words.optional(),
      en: words.optional(),
      value: rational,
      unit: z.string(),
      change: direction.optional(),
    }),
  ),
  /** Wordings with a number that count nothing (patterns): 统一, 第三方, 5G. */
  idioms: z.strictObject({ zh: words, en: words }),
  /** English words before a number that make it a name: iPhone 15. */
  labels: words,
  /** English words at which the search for a counted noun ends. */
  functionWords: words,
  /** Plurals without s: people. */
  plurals: words,
});

/** Words of both languages; signs are neither. */
const cue = { zh: words.optional(), en: words.optional(), signs: words.optional() };

/** lexicon/qualifiers.json: what stands around a figure and says how exact it is and how it moved. */
export const qualifiersSchema = z.strictObject({
  /** `leadingScale`: only before a number that begins with a scale of at least this: 数十, 上百. Null means no qualifier: 通过. */
  before: z.array(z.strictObject({ ...cue, means: qualifier.nullable(), leadingScale: z.number().optional() })),
  /** Patterns; `measuresOnly`: not after counted things, where 多 may begin a noun. */
  after: z.array(z.strictObject({ ...cue, means: qualifier, measuresOnly: z.boolean().optional() })),
  /** Null is no movement although it ends like one: 新增. */
  movements: z.array(z.strictObject({ ...cue, direction: direction.nullable() })),
  movementsAfter: z.array(z.strictObject({ ...cue, direction })),
  /** Adjectives that say how a figure compares, after what it is compared with: 比去年多31个. */
  comparatives: z.array(z.strictObject({ ...cue, direction })),
  /** What may stand between a movement and its figure: 了, by. */
  fillers: words,
  bases: z.array(z.strictObject({ ...cue, base: z.enum(["year", "period"]) })),
  /** Words after which a sign is a movement: 同比-3.2%. */
  signedAfter: words,
  /** What joins figures that share a movement: 分别增长4.7%和9.3%. */
  joins: words,
  /** What joins the ends of a range that share a unit: 10至20个. */
  ranges: words,
});

export type UnitsJson = z.infer<typeof unitsSchema>;
export type QualifiersJson = z.infer<typeof qualifiersSchema>;
