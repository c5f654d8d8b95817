import periodsJson from "../../lexicon/periods.json" with { type: "json" };
import qualifiersJson from "../../lexicon/qualifiers.json" with { type: "json" };
import unitsJson from "../../lexicon/units.json" with { type: "json" };
import type { PeriodLexicon } from "../../src/fact/period-lexicon.ts";
import { compilePeriodLexicon } from "../../src/fact/period-lexicon.ts";
import { periodSchema } from "../../src/fact/period-schema.ts";
import type { QuantityLexicon } from "../../src/fact/quantity-lexicon.ts";
import { compileQuantityLexicon } from "../../src/fact/quantity-lexicon.ts";
import { qualifiersSchema, unitsSchema } from "../../src/fact/quantity-schema.ts";

/** Holds data to its schema and compiles it. */
export function parseQuantityLexicon(units: unknown, qualifiers: unknown): QuantityLexicon {
  return compileQuantityLexicon(unitsSchema.parse(units), qualifiersSchema.parse(qualifiers));
}

/** Holds data to its schema and compiles it. */
export function parsePeriodLexicon(periods: unknown): PeriodLexicon {
  return compilePeriodLexicon(periodSchema.parse(periods));
}

/** The lexicons that ship with the product. */
export const quantityLexicon = parseQuantityLexicon(unitsJson, qualifiersJson);
export const periodLexicon = parsePeriodLexicon(periodsJson);
