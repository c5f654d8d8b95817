import cuesJson from "../../lexicon/cues.json" with { type: "json" };
import glossaryJson from "../../lexicon/glossary.json" with { type: "json" };
import lightWordsJson from "../../lexicon/light-words.json" with { type: "json" };
import namesJson from "../../lexicon/names.json" with { type: "json" };
import periodsJson from "../../lexicon/periods.json" with { type: "json" };
import placeNamesJson from "../../lexicon/place-names.json" with { type: "json" };
import placesJson from "../../lexicon/places.json" with { type: "json" };
import qualifiersJson from "../../lexicon/qualifiers.json" with { type: "json" };
import rankingJson from "../../lexicon/ranking-weights.json" with { type: "json" };
import unitsJson from "../../lexicon/units.json" with { type: "json" };
import wordingsJson from "../../lexicon/wordings.json" with { type: "json" };
import type { PeriodLexicon } from "./period-lexicon.ts";
import { compilePeriodLexicon } from "./period-lexicon.ts";
import type { QuantityLexicon } from "./quantity-lexicon.ts";
import { compileQuantityLexicon } from "./quantity-lexicon.ts";
import type { CuesJson } from "../lexicon/lexicon-schema.ts";
import type { PeriodsJson } from "./period-schema.ts";
import type { QualifiersJson, UnitsJson } from "./quantity-schema.ts";
import type { CueLexicon } from "../lexicon/cue-lexicon.ts";
import { compileCueLexicon } from "../lexicon/cue-lexicon.ts";
import type { Concept, Glossary, Wordings } from "../lexicon/glossary.ts";
import { indexGlossary, indexWordings } from "../lexicon/glossary.ts";
import type { RankingWeights } from "../lexicon/ranking-weights.ts";
import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { compileNameLexicon } from "../lexicon/name-lexicon.ts";

/** All the language knowledge that the core reads with; data, never answers. */
export interface Lexicon {
  readonly names: NameLexicon;
  readonly quantities: QuantityLexicon;
  readonly periods: PeriodLexicon;
  readonly cues: CueLexicon;
  /** What words mean; questions are cut by it. */
  readonly glossary: Glossary;
  /** How else everyday words are said: looked up for words that are cut already, for their edges are no word's. */
  readonly wordings: Wordings;
  readonly ranking: RankingWeights;
}

/**
 * Opens the language data that ships with the product, with the editor's own concepts before it.
 *
 * The data is held to its schemas by the tests and not at each start: that would cost a tenth of a second and 13 MB.
 */
export function openLexicon(editorConcepts: readonly Concept[] = []): Lexicon {
  return {
    names: compileNameLexicon(namesJson, placesJson, placeNamesJson),
    quantities: compileQuantityLexicon(unitsJson as UnitsJson, qualifiersJson as QualifiersJson),
    periods: compilePeriodLexicon(periodsJson as unknown as PeriodsJson),
    cues: compileCueLexicon(cuesJson as CuesJson, lightWordsJson),
    glossary: indexGlossary(editorConcepts, glossaryJson),
    wordings: indexWordings(wordingsJson),
    ranking: rankingJson,
  };
}

/** The same lexicon with other concepts of the editor's. */
export function withConcepts(lexicon: Lexicon, editorConcepts: readonly Concept[]): Lexicon {
  return { ...lexicon, glossary: indexGlossary(editorConcepts, glossaryJson) };
}
