import { describe, expect, it } from "vitest";
import cuesJson from "../../lexicon/cues.json" with { type: "json" };
import glossaryJson from "../../lexicon/glossary.json" with { type: "json" };
import lightWordsJson from "../../lexicon/light-words.json" with { type: "json" };
import namesJson from "../../lexicon/names.json" with { type: "json" };
import periodsJson from "../../lexicon/periods.json" with { type: "json" };
import placesJson from "../../lexicon/places.json" with { type: "json" };
import qualifiersJson from "../../lexicon/qualifiers.json" with { type: "json" };
import unitsJson from "../../lexicon/units.json" with { type: "json" };
import { periodSchema } from "../../src/fact/period-schema.ts";
import { qualifiersSchema, unitsSchema } from "../../src/fact/quantity-schema.ts";
import {
  cuesSchema,
  glossarySchema,
  lightWordsSchema,
  namesSchema,
  placesSchema,
} from "../../src/lexicon/lexicon-schema.ts";

describe("the language data that ships with the product", () => {
  it.each([
    { file: "cues.json", schema: cuesSchema, data: cuesJson },
    { file: "glossary.json", schema: glossarySchema, data: glossaryJson },
    { file: "light-words.json", schema: lightWordsSchema, data: lightWordsJson },
    { file: "names.json", schema: namesSchema, data: namesJson },
    { file: "periods.json", schema: periodSchema, data: periodsJson },
    { file: "places.json", schema: placesSchema, data: placesJson },
    { file: "qualifiers.json", schema: qualifiersSchema, data: qualifiersJson },
    { file: "units.json", schema: unitsSchema, data: unitsJson },
  ])("has the form of its schema in $file", ({ schema, data }) => {
    expect(schema.safeParse(data).error?.issues).toBeUndefined();
  });

  it("holds only cues that match something but not everything", () => {
    for (const { pattern } of [...cuesJson.zh, ...cuesJson.en])
      expect(new RegExp(`^(?:${pattern})$`, "u").test("")).toBe(false);
  });
});
