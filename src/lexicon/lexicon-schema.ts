import { z } from "zod";
import { ANSWER_TYPES } from "./cue-lexicon.ts";

const words = z.array(z.string().min(1));
const dictionary = z.record(z.string(), z.string());

/** lexicon/names.json: what tells names of people and organisations from other words. */
export const namesSchema = z.object({
  surnames: z.string(),
  compoundSurnames: words,
  transliteration: z.string(),
  titles: words,
  organisationSuffixes: words,
  organisationKinds: z.array(z.array(z.string())),
  shortOrganisations: words,
  contractions: dictionary,
  leftBoundaries: words,
  speechVerbs: words,
  personActs: words,
  nameFollowers: words,
  publicBodies: words,
  notPeople: words,
  plainTitles: words,
  brandSuffixes: words,
  notInBrands: z.string(),
  /** What stands before the name of who goes by another: 本名 "whose name is". */
  realNames: words,
  /** What gives somebody a post: 聘任…为 "appoint as". */
  appointVerbs: words,
  postVerbs: words,
  /** What says what kind of organisation it is, right before its name: 运营商 "operator". */
  appositions: words,
  /** What a company's posts may be for: 质量 in 质量总监 "director of quality". */
  departments: words,
  /** What kind of company it is, and no name of one: 物业公司 "property manager". */
  trades: words,
  /** What kind of thing a name may be of, right before it: 平台, maker. */
  namedKinds: words,
  /** What a company does, before 的 and its name: 做仓储机器人的. */
  introductions: words,
  dealVerbs: words,
  /** What anybody may be charged with: 由…承担 "borne by"; a word that a dictionary knows is no name there. */
  dutyVerbs: words,
  releaseVerbs: words,
  releaseDates: words,
  sourceVerbs: words,
  genericActors: words,
  englishTitles: words,
  englishSpeechVerbs: words,
  /** What people do in Chinese text right after their name in Latin letters. */
  latinNameVerbs: words,
  /** The last words of names that people don't have: Bitcoin Core, Stack Exchange. */
  englishProductWords: words,
  englishOrganisationSuffixes: words,
});

/** lexicon/places.json: places by name and by their last word. */
export const placesSchema = z.object({
  provinces: words,
  cities: words,
  abbreviations: dictionary,
  regions: words,
  suffixes: words,
  localities: words,
  /** What takes place somewhere, said after it: 举行 "hold". */
  hostVerbs: words,
  /** What says where something is, right before the place: 位于 "lie in". */
  siteVerbs: words,
  home: words,
  english: dictionary,
});

/** lexicon/place-names.json: counties of China, separated by spaces, and cities abroad with their English names. */
export const placeNamesSchema = z.strictObject({
  china: z.string().regex(/^[\u4e00-\u9fff]{2,6}(?: [\u4e00-\u9fff]{2,6})*$/u),
  abroad: z.record(z.string().regex(/^[\u4e00-\u9fff]{2,8}$/u), z.string().regex(/^[A-Za-z][A-Za-z' .-]+$/u)),
});

const cue = z.object({ type: z.enum(ANSWER_TYPES), pattern: z.string().min(1) });
const perLanguage = <T extends z.ZodType>(schema: T) => z.object({ zh: schema, en: schema });

/** What asks for a time or place in a role, and what stands before and after such a one. */
const role = z.strictObject({ asked: words, before: words, after: words });

/** How one thing is asked for, and how a text tells it. */
const askedAndTold = z.strictObject({ asked: words, told: words });

/** lexicon/cues.json: the words of questions. */
export const cuesSchema = z.object({
  zh: z.array(cue),
  en: z.array(cue),
  stop: perLanguage(z.array(z.string())),
  issues: z.strictObject({
    newest: z.array(z.string()),
    previous: z.array(z.string()),
    afterDate: z.array(z.string()),
    beforeDate: z.array(z.string()),
  }),
  interrogatives: perLanguage(z.array(z.string())),
  generic: perLanguage(z.array(z.string())),
  contrasts: z.array(z.array(words)),
  events: words,
  flows: z.strictObject({ came: words, went: words }),
  outcomes: z.array(askedAndTold),
  superlatives: z.array(askedAndTold),
  succession: z.strictObject({ comes: words, goes: words }),
  corrections: askedAndTold,
  perUnits: z.array(words),
  things: words,
  lone: z.string(),
  times: z.strictObject({ start: role, end: role, told: role }),
  journeys: z.strictObject({ from: role, to: role }),
  indefinite: words,
  separable: words,
  changes: z.strictObject({
    year: words,
    start: words,
    open: words,
    beyond: words,
    against: words,
    links: words,
    now: words,
  }),
  directions: z.object({ up: z.array(z.string()), down: z.array(z.string()) }),
  reasons: z.array(z.string()),
  reasonHints: z.array(z.string()),
  manners: z.array(z.string()),
  rows: z.array(z.string()),
  definitions: z.array(z.string()),
  discourse: z.strictObject({
    takesUp: z.array(z.string()),
    goesOn: z.array(z.string()),
    people: z.array(z.string()),
    organisations: z.array(z.string()),
  }),
  acts: z.array(z.string()),
});

/** lexicon/light-words.json: words separated by spaces, for each language. */
export const lightWordsSchema = perLanguage(z.string());

const wordList = z.array(z.string().min(1));

/** lexicon/glossary.json: concepts with their words in both languages. */
export const glossarySchema = z.array(z.strictObject({ zh: wordList, en: wordList, narrower: wordList.optional() }));

/** knowledge/glossary.json, the editor's own: a concept may leave a language out. */
export const editorGlossarySchema = z.array(
  z.strictObject({ zh: wordList.default([]), en: wordList.default([]), narrower: wordList.optional() }),
);

const weights = z.record(z.string(), z.number());

/** lexicon/ranking-weights.json: what training learned, a weight by feature. */
export const rankingWeightsSchema = z.strictObject({
  candidates: weights,
  spans: perLanguage(weights),
  confidence: z.strictObject({ dated: weights, undated: weights }),
});

export type NamesJson = z.infer<typeof namesSchema>;
export type PlacesJson = z.infer<typeof placesSchema>;
export type PlaceNamesJson = z.infer<typeof placeNamesSchema>;
export type CuesJson = z.infer<typeof cuesSchema>;
export type LightWordsJson = z.infer<typeof lightWordsSchema>;
