import cuesJson from "../../lexicon/cues.json" with { type: "json" };
import glossaryJson from "../../lexicon/glossary.json" with { type: "json" };
import lightWordsJson from "../../lexicon/light-words.json" with { type: "json" };
import namesJson from "../../lexicon/names.json" with { type: "json" };
import periodsJson from "../../lexicon/periods.json" with { type: "json" };
import placesJson from "../../lexicon/places.json" with { type: "json" };
import qualifiersJson from "../../lexicon/qualifiers.json" with { type: "json" };
import unitsJson from "../../lexicon/units.json" with { type: "json" };
import type { PeriodLexicon } from "./period-lexicon.ts";
import { parsePeriodLexicon } from "./period-lexicon.ts";
import type { QuantityLexicon } from "./quantity-lexicon.ts";
import { parseQuantityLexicon } from "./quantity-lexicon.ts";
import type { CueLexicon } from "../lexicon/cue-lexicon.ts";
import { parseCueLexicon } from "../lexicon/cue-lexicon.ts";
import type { Concept, Glossary } from "../lexicon/glossary.ts";
import { glossarySchema, indexGlossary } from "../lexicon/glossary.ts";
import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { parseNameLexicon } from "../lexicon/name-lexicon.ts";

/** All the language knowledge that the core reads with; data, never answers. */
export interface Lexicon {
  readonly names: NameLexicon;
  readonly quantities: QuantityLexicon;
  readonly periods: PeriodLexicon;
  readonly cues: CueLexicon;
  readonly glossary: Glossary;
}

/**
 * Opens the language data that ships with the product, with the editor's own concepts before it.
 *
 * @throws ZodError when a file under lexicon/ is malformed: a defect of the product, not of its use.
 */
export function openLexicon(editorConcepts: readonly Concept[] = []): Lexicon {
  return {
    names: parseNameLexicon(namesJson, placesJson),
    quantities: parseQuantityLexicon(unitsJson, qualifiersJson),
    periods: parsePeriodLexicon(periodsJson),
    cues: parseCueLexicon(cuesJson, lightWordsJson),
    glossary: indexGlossary(editorConcepts, glossarySchema.parse(glossaryJson)),
  };
}
