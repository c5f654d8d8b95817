import type { Lexicon } from "../fact/lexicon.ts";
import { findCoinedNames } from "../fact/coined-name.ts";
import type { Reading } from "../fact/reading.ts";
import { fold } from "../text/fold.ts";
import { detectLanguage } from "../text/script.ts";
import type { Language } from "../text/script.ts";
import { countOf } from "../text/word-search.ts";

/** What an issue teaches about words: plain data, so that it can be kept and sent. Each list names a thing once. */
export interface IssueVocabulary {
  /** Folded names of people, organisations, places, works and quoted terms, in the order of the text. */
  readonly names: readonly string[];
  /** Folded names of people. */
  readonly people: readonly string[];
  /** A folded word, and another that is said for it. */
  readonly equals: readonly (readonly [string, string])[];
  /** The language of each article, but for very short ones. */
  readonly languages: readonly Language[];
}

/** A shorter article, in UTF-16 units, may be a list of names in any script. */
const SHORTEST_ARTICLE = 60;

const SHORTEST_NAME = 2;
const LONGEST_NAME = 24;

/** 澜州市 is called 澜州, too. */
const LOCALITY = /^(?<bare>\p{Script=Han}{2,4})[省市县区镇乡]$/u;

/** Collects what the readings of an issue's articles teach about words. */
export function issueVocabulary(readings: Iterable<Reading>, lexicon: Lexicon): IssueVocabulary {
  const names = new Set<string>();
  const people = new Set<string>();
  const equals = new Map<string, readonly [string, string]>();
  const languages: Language[] = [];
  const equate = (word: string, other: string): void => {
    equals.set(`${word}\n${other}`, [word, other]);
  };
  for (const reading of readings) {
    for (const { short, long } of reading.shortForms) {
      equate(short, long);
      equate(long, short);
    }
    if (reading.folded.length >= SHORTEST_ARTICLE) languages.push(detectLanguage(reading.article.text));
    const text = `${reading.foldedTitle}\n${reading.folded}`;
    for (const name of findCoinedNames(text, lexicon)) if (!isKnown(name, lexicon)) names.add(name);
    for (const author of reading.byline) names.add(fold(reading.article.text.slice(author.start, author.end)));
    for (const mention of reading.sentences.flatMap(({ mentions }) => mentions)) {
      if (mention.kind === "quantity" || mention.kind === "period" || mention.kind === "list") continue;
      const name = reading.folded.slice(mention.start, mention.end);
      if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME) continue;
      const isVerb = mention.kind === "organisation" && lexicon.cues.light.has(name);
      if (mention.kind !== "quoted" && !isVerb) names.add(name);
      const bare = mention.kind === "place" ? (LOCALITY.exec(name)?.groups?.["bare"] ?? null) : null;
      if (bare !== null && !lexicon.cues.light.has(bare)) names.add(bare);
      if (mention.kind === "organisation") {
        const short = contracted(name, lexicon.names.contractions);
        if (short !== null) equate(short, name);
        const brand = brandOf(name, text, lexicon);
        if (brand !== null) {
          names.add(brand);
          equate(brand, name);
        }
        const latin = LATIN.exec(reading.folded.slice(mention.end, mention.end + LONGEST_NAME))?.groups?.["latin"];
        if (latin !== undefined && name.length > SHORTEST_NAME) equate(latin, brand ?? name);
      }
      if (mention.kind === "person") {
        people.add(name);
        for (const part of name.split("·")) if (part.length > 1) names.add(part);
      }
    }
  }
  return copied({ names: [...names], people: [...people], equals: [...equals.values()], languages });
}

/** 冷链 is a word of the trade that the language data explains, and so no name. */
function isKnown(word: string, { glossary, wordings }: Lexicon): boolean {
  return glossary.byChinese.has(word) || wordings.byChinese.has(word);
}

/** The longest beginning of a company's full name, after its place, that the text calls it by: 米多多 of 安徽米多多食品连锁股份有限公司. */
function brandOf(name: string, folded: string, { names }: Lexicon): string | null {
  if (!name.endsWith(COMPANY)) return null;
  const place = names.leadingPlace.exec(name)?.[0];
  const bare = place === undefined ? name : name.slice(place.length).replace(/^[省市]/u, "");
  for (let length = LONGEST_BRAND; length >= 2; length--) {
    const brand = bare.slice(0, length);
    if (brand.length === length && countOf(brand, folded) > countOf(bare, folded)) return brand;
  }
  return null;
}

/** 汇桥支付科技有限公司(paybridge): what a company is called in Latin letters stands right after its name. */
const LATIN = /^["」]?[(（](?<latin>[a-z][a-z\d .&'-]{2,30})[)）]/u;

const COMPANY = "有限公司";
const LONGEST_BRAND = 4;

/** The same in strings of their own: a piece of a text keeps all of the text in memory. */
function copied(vocabulary: IssueVocabulary): IssueVocabulary {
  return JSON.parse(JSON.stringify(vocabulary)) as IssueVocabulary;
}

/** 国务院新闻办公室 → 国务院新闻办; null where nothing is shortened or little is left. */
function contracted(name: string, contractions: ReadonlyMap<string, string>): string | null {
  for (const [long, short] of contractions) {
    if (name.endsWith(long) && name.length - long.length + short.length >= 4)
      return name.slice(0, -long.length) + short;
  }
  return null;
}
