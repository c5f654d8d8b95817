import { describe, expect, it } from "vitest";
import cuesJson from "../../lexicon/cues.json" with { type: "json" };
import glossaryJson from "../../lexicon/glossary.json" with { type: "json" };
import lightWordsJson from "../../lexicon/light-words.json" with { type: "json" };
import namesJson from "../../lexicon/names.json" with { type: "json" };
import periodsJson from "../../lexicon/periods.json" with { type: "json" };
import printCuesJson from "../../lexicon/print-cues.json" with { type: "json" };
import placeNamesJson from "../../lexicon/place-names.json" with { type: "json" };
import placesJson from "../../lexicon/places.json" with { type: "json" };
import qualifiersJson from "../../lexicon/qualifiers.json" with { type: "json" };
import rankingWeightsJson from "../../lexicon/ranking-weights.json" with { type: "json" };
import unitsJson from "../../lexicon/units.json" with { type: "json" };
import wordingsJson from "../../lexicon/wordings.json" with { type: "json" };
import { printCuesSchema } from "../../import/print-cues.ts";
import { toIssue } from "../../eval/set-issue.ts";
import { confidenceFeatures } from "../../src/answer/confidence.ts";
import { periodSchema } from "../../src/fact/period-schema.ts";
import { qualifiersSchema, unitsSchema } from "../../src/fact/quantity-schema.ts";
import {
  cuesSchema,
  glossarySchema,
  lightWordsSchema,
  namesSchema,
  placeNamesSchema,
  placesSchema,
  rankingWeightsSchema,
} from "../../src/lexicon/lexicon-schema.ts";
import { ask, createDigest } from "../../src/index.ts";
import { ARTICLES } from "../eval/small-set.ts";

describe("the language data that ships with the product", () => {
  it.each([
    { file: "cues.json", schema: cuesSchema, data: cuesJson },
    { file: "glossary.json", schema: glossarySchema, data: glossaryJson },
    { file: "light-words.json", schema: lightWordsSchema, data: lightWordsJson },
    { file: "names.json", schema: namesSchema, data: namesJson },
    { file: "periods.json", schema: periodSchema, data: periodsJson },
    { file: "place-names.json", schema: placeNamesSchema, data: placeNamesJson },
    { file: "places.json", schema: placesSchema, data: placesJson },
    { file: "print-cues.json", schema: printCuesSchema, data: printCuesJson },
    { file: "qualifiers.json", schema: qualifiersSchema, data: qualifiersJson },
    { file: "ranking-weights.json", schema: rankingWeightsSchema, data: rankingWeightsJson },
    { file: "units.json", schema: unitsSchema, data: unitsJson },
    { file: "wordings.json", schema: glossarySchema, data: wordingsJson },
  ])("has the form of its schema in $file", ({ schema, data }) => {
    expect(schema.safeParse(data).error?.issues).toBeUndefined();
  });

  it("holds only cues that match something but not everything", () => {
    for (const { pattern } of [...cuesJson.zh, ...cuesJson.en])
      expect(new RegExp(`^(?:${pattern})$`, "u").test("")).toBe(false);
  });
});

describe("the names of places", () => {
  const china = placeNamesJson.china.split(" ");
  const abroad = Object.keys(placeNamesJson.abroad);

  it("stand in order, each once", () => {
    for (const names of [china, abroad]) expect(names).toEqual([...new Set(names)].sort());
    expect(abroad.filter((name) => china.includes(name))).toEqual([]);
  });

  it("are none of the words that texts say for something else", () => {
    const words = new Set([...lightWordsJson.zh.split(" "), ...wordingsJson.flatMap(({ zh }) => zh)]);
    expect([...china, ...abroad].filter((name) => words.has(name))).toEqual([]);
    expect(
      ["公安", "平和", "大城", "通道", "花卷", "杰克逊"].filter((word) => [...china, ...abroad].includes(word)),
    ).toEqual([]);
  });
});

describe("the learned weights", () => {
  it("are of the features that the code makes, no more and no fewer; npm run train learns them again", async () => {
    const made = await featuresMade();
    expect(Object.keys(rankingWeightsJson.candidates).sort()).toEqual(made.candidates);
    expect(Object.keys(rankingWeightsJson.confidence.dated).sort()).toEqual(made.confidence);
    expect(Object.keys(rankingWeightsJson.confidence.undated).sort()).toEqual(made.confidence);
  });
});

/** One question for each group of answer types that has features of its own, the last for all that have none. */
const QUESTIONS = [
  "上半年跨境电商出口多少？",
  "Who opened the fourth terminal?",
  "When did Ningbo handle 3,400 containers?",
  "Why did the port of Ningbo open the fourth terminal?",
  "How did the port of Ningbo handle the containers?",
  "How did Jane Doe react to the fourth terminal?",
  "Which containers did the port of Ningbo handle?",
  "What does the fourth terminal mean?",
  "What is the port of Ningbo?",
];

/** The names of all features of the candidates and of the confidence, sorted. */
async function featuresMade(): Promise<{ candidates: string[]; confidence: string[] }> {
  const digest = await createDigest([toIssue(ARTICLES)]);
  const candidates = new Set<string>();
  const confidence = new Set<string>();
  for (const question of QUESTIONS) {
    const { query, candidates: ranked } = (await ask(digest, question)).trace;
    for (const name of Object.keys(ranked[0]!.features.named())) candidates.add(name);
    for (const name of Object.keys(confidenceFeatures(query!, ranked[0]!, ranked, digest))) confidence.add(name);
  }
  return { candidates: [...candidates].sort(), confidence: [...confidence].sort() };
}
