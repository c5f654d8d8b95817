import { fold } from "../src/text/fold.ts";
import { words } from "../src/text/term.ts";
import { otherForms } from "./english-forms.ts";

/** An English wording of a Chinese word, and how well it stands for it. */
export interface Gloss {
  /** Stems joined by spaces, as a question's words are looked up. */
  readonly key: string;
  /** The same with other forms of its words: win a prize, won a prize. */
  readonly variants: readonly string[];
  /** 1 for the first plain gloss; less for later, rare or descriptive ones. */
  readonly worth: number;
}

/** Longer wordings are explanations, which no question repeats. */
const LONGEST = 4;
/** Each further sense is less likely meant. */
const LATER_SENSE = 0.08;
const RARE = 0.6;
const DESCRIPTION = 0.5;
const BEGINNING = 0.8;
const SURNAME = 0.8;
const SUPPORT = 0.75;

/** Reads the glosses of a CC-CEDICT entry: "Joseph Stalin (1879-1953), Soviet dictator" → joseph stalin, stalin. */
export function readGlosses(english: readonly string[]): Gloss[] {
  const found = new Map<string, Gloss>();
  const add = (phrase: string, worth: number): void => {
    const [key = "", ...variants] = keysOf(phrase);
    if (key !== "" && (found.get(key)?.worth ?? 0) < worth) found.set(key, { key, variants, worth });
  };
  for (const [place, sense] of senses(english).entries()) {
    const worth = Math.max(0.4, 1 - LATER_SENSE * place) * (MARKED.test(sense) ? RARE : 1);
    const [first = "", ...rest] = plain(sense).split(",");
    add(first, worth);
    add(SUPPORTED.exec(first.trim())?.[1] ?? "", worth * SUPPORT);
    for (const name of beginnings(first.trim())) add(name, worth * BEGINNING);
    if (isPerson(sense, first)) add(first.trim().split(" ").at(-1) ?? "", worth * SURNAME);
    for (const further of rest) if (!/\p{Lu}/u.test(further)) add(further, worth * DESCRIPTION);
  }
  return [...found.values()];
}

/** The stems of all words in the glosses, explanations included. */
export function glossStems(english: readonly string[]): ReadonlySet<string> {
  const phrases = senses(english).map((sense) => words(fold(plain(sense))));
  return new Set(phrases.filter((found) => found.length <= 6).flatMap((found) => found.map((word) => word.stem)));
}

/** The senses that say what a word means and don't only point to another entry or say how a character is used. */
function senses(english: readonly string[]): string[] {
  return english
    .flatMap((sense) => sense.split(";"))
    .map((sense) => sense.trim())
    .filter((sense) => !REFERENCE.test(sense));
}

const REFERENCE =
  /^(?:\([^)]*\) )?(?:(?:old |archaic |erhua |Taiwan |Japanese )?variant of|see\b|also written|also pr|used in|surname |same as|CL:|(?:Tw|Taiwan) pr|erhua|(?:bound form|.*particle|component) in|equivalent to|radical|phonetic|Kangxi)/iu;
const MARKED = /\((?:archaic|old|literary|coll|slang|vulgar|dialect|derog|fig|idiom|classical|Tw|loanword|onom)/u;

/** Two capitalised words or more at the beginning: "Pacific War" of "Pacific War between Japan and the US". */
const NAME = /^\p{Lu}[\p{L}'.-]*(?: (?:of |the |and )*\p{Lu}[\p{L}'.-]*)+/u;

/**
 * Shorter names for what begins with a name: "Pacific War" of "Pacific War between Japan and the US", "Former Zhao" of
 * "Former Zhao of the Sixteen Kingdoms", "Changhua" of "Zhanghua or Changhua city", "Eastern Han" of "Eastern Han dynasty".
 */
function beginnings(gloss: string): string[] {
  const bare = gloss.replace(/^the /u, "");
  const either = /^(\p{Lu}[\p{L}']+) or (\p{L}[\p{L}']+)((?: \p{L}+)*)$/u.exec(bare);
  const [name = ""] = NAME.exec(bare) ?? [];
  const kind = KIND.exec(bare);
  const more =
    either === null ? [] : [`${either[1]}${either[3]}`, `${either[2]}${either[3]}`, either[1] ?? "", either[2] ?? ""];
  const eitherKind = more.flatMap((other) => KIND.exec(other)?.[1] ?? []);
  return [name, name.split(" of ")[0] ?? "", kind?.[1] ?? "", ...more, ...eitherKind].filter((other) =>
    /^\p{Lu}/u.test(other),
  );
}

/** A name with the kind of thing it is. */
const KIND =
  /^(\p{Lu}[\p{L}'.-]*(?: \p{Lu}[\p{L}'.-]*)*) (?:[Dd]ynasty|[Rr]iver|city|county|province|district|prefecture|town|state|island|islands|language|people|ethnic group|region|kingdom)\b/u;

/** "give a lecture" is mostly about the lecture. */
const SUPPORTED = /^(?:to )?(?:give|make|take|have|get|put|do|hold|carry out) (?:a |an |the |one's )?(.+)$/u;

/** Years of life tell people; empires and wars have years too. */
function isPerson(sense: string, name: string): boolean {
  return (
    /\((?:born |c\. )?\d{3,4}.*\)/u.test(sense) &&
    /^(?!the )\p{Lu}\p{L}+ .*\p{Lu}\p{L}+$/u.test(name.trim()) &&
    !EVENT.test(name)
  );
}

const EVENT =
  /(?:Empire|Dynasty|War|Wars|Movement|Republic|Kingdom|Revolution|Treaty|Conference|Party|Uprising|Rebellion|Incident|Battle|Period|Games|Cup|Union)$/iu;

/** A gloss without references, remarks and the words that only show how it is used. */
function plain(sense: string): string {
  return sense
    .replaceAll(/\p{Script=Han}+(?:\|\p{Script=Han}+)?(?:\[[^\]]*\])?/gu, "")
    .replaceAll(/\[[^\]]*\]/gu, "")
    .replaceAll(/\([^()]*\)/gu, " ")
    .replaceAll(/\([^()]*\)/gu, " ")
    .replaceAll(/\b(?:sb|sth|one's|oneself|etc)\b/gu, " ")
    .replace(/^\s*abbr\. for\s*,?/u, "")
    .trim();
}

/** A wording's stems, and those of its words' other forms; none where it is too long. */
export function keysOf(phrase: string): string[] {
  const bare = fold(phrase)
    .replaceAll(/[^\p{L}\p{N}' .&-]/gu, " ")
    .trim()
    .replace(/^(?:to be|to|a|an|the|be)\s+/u, "")
    .replace(/\s+(?:to|of|with|for|at|on|in|by|from|the|a)$/u, "");
  if (!/^[\p{Script=Latin}\p{N}' .&-]+$/u.test(bare) || !/[a-z]/u.test(bare)) return [];
  const found = words(bare).map((word) => bare.slice(word.start, word.end));
  if (found.length === 0 || found.length > LONGEST) return [];
  const variants = found.flatMap((word, i) => otherForms(word).map((form) => found.with(i, form)));
  return [
    ...new Set(
      [found, ...variants].map((list) =>
        words(list.join(" "))
          .map((word) => word.stem)
          .join(" "),
      ),
    ),
  ];
}
