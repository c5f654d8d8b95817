import periodsJson from "../../lexicon/periods.json" with { type: "json" };
import qualifiersJson from "../../lexicon/qualifiers.json" with { type: "json" };
import unitsJson from "../../lexicon/units.json" with { type: "json" };
import { parsePeriodLexicon } from "../../src/fact/period-lexicon.ts";
import { parseQuantityLexicon } from "../../src/fact/quantity-lexicon.ts";

/** The lexicons that ship with the product. */
export const quantityLexicon = parseQuantityLexicon(unitsJson, qualifiersJson);
export const periodLexicon = parsePeriodLexicon(periodsJson);
