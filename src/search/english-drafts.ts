import { fold } from "../text/fold.ts";
import { chineseNumber, readNumeral } from "../text/numerals.ts";
import type { Word } from "../text/term.ts";
import { stem, words } from "../text/term.ts";
import type { Dictionary } from "../lexicon/dictionary.ts";
import type { Draft } from "./draft.ts";
import { asWordings, fromDictionary, keyOf } from "./draft.ts";
import type { NameSources } from "./name-drafts.ts";
import { namesIn } from "./name-drafts.ts";

/** Phrases of the dictionary aren't longer, in words. */
const LONGEST = 4;

/** Finds what the words of an English question may be in Chinese: by the dictionary, by spelling, by sound. */
export async function fromEnglish(question: string, sources: NameSources, stop: ReadonlySet<string>): Promise<Draft[]> {
  const { dictionary } = sources;
  const printed = question.normalize("NFC");
  const tokens = words(fold(printed));
  const named = await Promise.all(
    capitalisedRuns(printed, tokens, stop).map(async (run) => namesIn(run, printed, sources)),
  );
  return [
    ...tokens.flatMap((_, i) => phrasesFrom(tokens, i, printed, dictionary)),
    ...tokens.flatMap((token) => derived(token, printed, dictionary)),
    ...tokens.flatMap((token, i) => [...numbered(token, tokens[i + 1], printed, dictionary), ...ordinal(token)]),
    ...named.flat(),
  ];
}

/** The phrases that begin at a word, as far as the dictionary knows them. */
function phrasesFrom(tokens: readonly Word[], from: number, printed: string, dictionary: Dictionary): Draft[] {
  const isCapital = isCapitalised(printed, tokens[from]);
  return Array.from({ length: Math.min(LONGEST, tokens.length - from) }, (_, i) =>
    keyOf(tokens.slice(from, from + i + 1)),
  )
    .map((key) => ({ key, wordings: fromDictionary(dictionary.lookup(key), true, isCapital) }))
    .filter(({ wordings }) => wordings.length > 0);
}

/** "shoemakers" are who makes shoes, "assessors" who assess: what such a word is made of, where nothing better is held. */
function derived(token: Word, printed: string, dictionary: Dictionary): Draft[] {
  const word = printed.slice(token.start, token.end);
  const base = /^(?<base>[a-z]{3,}?)(?:(?:maker|seller|grower|owner|worker|farmer)s?|(?:er|or)s?)$/u.exec(word)
    ?.groups?.["base"];
  if (base === undefined) return [];
  const found = [base, `${base}e`].flatMap((made) => dictionary.lookup(stem(made)));
  const wordings = fromDictionary(found, true, false).map((wording) => ({
    ...wording,
    factor: wording.factor * DERIVED,
  }));
  return wordings.length === 0 ? [] : [{ key: token.stem, wordings }];
}

/** How surely a word is meant by what it is made of. */
const DERIVED = 0.75;

function isCapitalised(printed: string, token: Word | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(printed.slice(token.start, token.end));
}

/** "Louis XIV": 路易十四; "William I": 威廉一世. */
function numbered(name: Word, numeral: Word | undefined, printed: string, dictionary: Dictionary): Draft[] {
  const number = numeral === undefined ? null : readNumeral(printed.slice(numeral.start, numeral.end));
  if (numeral === undefined || number === null || !isCapitalised(printed, name) || !isCapitalised(printed, numeral))
    return [];
  const names = dictionary.lookup(name.stem).filter(({ isName }) => isName);
  const texts = names.flatMap(({ text }) => [`${text}${chineseNumber(number)}世`, `${text}${chineseNumber(number)}`]);
  return [{ key: keyOf([name, numeral]), wordings: asWordings(texts, true, true) }];
}

/** "17th" century: 17 or 十七. */
function ordinal(token: Word): Draft[] {
  const number = /^(\d+)(?:st|nd|rd|th)$/u.exec(token.stem)?.[1];
  return number === undefined
    ? []
    : [{ key: token.stem, wordings: asWordings([number, chineseNumber(Number(number))], true, false) }];
}

/** Stretches of capitalised words; what a hyphen joins belongs to them (Sheng-mao), question words don't. */
function capitalisedRuns(printed: string, tokens: readonly Word[], stop: ReadonlySet<string>): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const [i, token] of tokens.entries()) {
    const text = printed.slice(token.start, token.end);
    const gap = printed.slice(tokens[i - 1]?.end ?? 0, token.start);
    if (run.length > 0 && !/^[\s.'’-]*$/u.test(gap)) runs.push(run.splice(0));
    const isCapital = /^\p{Lu}\p{L}/u.test(text) && !stop.has(text.toLowerCase());
    if (isCapital || (run.length > 0 && /^[-'’]$/u.test(gap))) run.push(token);
    else if (run.length > 0) runs.push(run.splice(0));
  }
  return [...runs, run].filter((found) => found.length > 0);
}
