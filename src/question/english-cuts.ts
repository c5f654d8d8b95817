import type { Lexicon } from "../fact/lexicon.ts";
import { englishKey } from "../lexicon/glossary.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/term.ts";
import type { Cut } from "./cut.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Phrases of the dictionary aren't longer. */
const LONGEST_TRANSLATED = 4;

export function englishCuts(
  printed: string,
  folded: string,
  run: Span,
  lexicon: Lexicon,
  { translations }: Vocabulary,
): Cut[] {
  const tokens = words(folded.slice(run.start, run.end)).map((word) => ({
    start: run.start + word.start,
    end: run.start + word.end,
    stem: word.stem,
  }));
  const cuts: Cut[] = [];
  for (let i = 0; i < tokens.length;) {
    let used = 0;
    const body = joinsCapitals(printed, tokens, i + 1, 1) ? nameLength(printed, tokens, i, lexicon) : 0;
    const longest = Math.max(lexicon.glossary.longestEnglish, LONGEST_TRANSLATED);
    for (let n = Math.min(longest, tokens.length - i); n >= Math.max(1, body); n--) {
      const span = { start: tokens[i]?.start ?? 0, end: tokens[i + n - 1]?.end ?? 0 };
      const phrase = folded.slice(span.start, span.end);
      if (n === 1 && lexicon.cues.stop.has(phrase) && !/^\p{Lu}{2}/u.test(printed.slice(span.start, span.end))) break;
      const concepts = lexicon.glossary.byEnglish.get(englishKey(phrase)) ?? [];
      const isReworded = n > 1 && lexicon.wordings.byEnglish.has(englishKey(phrase));
      const places = placesOf(phrase, printed.slice(span.start, span.end), lexicon);
      const translation = n > 1 && isLoose(phrase, lexicon) ? undefined : translations.get(englishKey(phrase));
      if (concepts.length === 0 && places.length === 0 && translation === undefined && !isReworded) continue;
      if (n > 1 && endsInStopWord(phrase, lexicon) && !phrase.includes("-")) continue;
      const named = places.length === 0 ? concepts : [{ zh: places, en: [phrase], narrower: [] }, ...concepts];
      cuts.push({ ...span, concepts: named, isName: places.length > 0 || translation?.isName === true });
      used = n;
      break;
    }
    const name = used === 0 ? nameLength(printed, tokens, i, lexicon) : 0;
    if (name > 0)
      cuts.push({ start: tokens[i]?.start ?? 0, end: tokens[i + name - 1]?.end ?? 0, concepts: [], isName: true });
    else if (used === 0)
      cuts.push({ start: tokens[i]?.start ?? 0, end: tokens[i]?.end ?? 0, concepts: [], isName: false });
    i += Math.max(1, used, name);
  }
  return cuts.filter(
    (cut) =>
      cut.isName ||
      cut.concepts.length > 0 ||
      !lexicon.cues.stop.has(folded.slice(cut.start, cut.end).replace(/'s$/u, "")),
  );
}

/** The Chinese names of a place, also by the word for its people: Kenyan, Chinese. */
function placesOf(phrase: string, printed: string, { names }: Lexicon): readonly string[] {
  const bare = phrase.replace(/'s$/u, "");
  const known = names.englishPlaces.get(bare);
  if (known !== undefined) return [known];
  const cities = /^\p{Lu}/u.test(printed) ? names.foreignCities.get(bare) : undefined;
  if (cities !== undefined || bare.includes(" ")) return cities ?? [];
  const stem = PEOPLE.exec(bare)?.groups?.["stem"];
  if (stem === undefined) return [];
  const country = [...names.englishPlaces].find(([name]) => name.startsWith(stem) && name.length <= stem.length + 3);
  return country === undefined ? [] : [country[1]];
}

/** Kenya|n, Hungar|ian, Viet nam|ese: the beginning of a country's name with an ending for its people. */
const PEOPLE = /^(?<stem>[a-z]{4,}?)(?:ese|i?an|n|i)$/u;

/** "trade in" at the end of a phrase is trade and a preposition, not the trade-in of the glossary. */
function endsInStopWord(phrase: string, lexicon: Lexicon): boolean {
  return lexicon.cues.stop.has(phrase.split(" ").at(-1) ?? "");
}

/** A phrase that begins or ends in a word without content, or is of such as carry little, isn't looked up whole. */
function isLoose(phrase: string, lexicon: Lexicon): boolean {
  const parts = phrase.split(/[\s-]+/u);
  const { stop, generic } = lexicon.cues;
  return (
    stop.has(parts[0] ?? "") ||
    stop.has(parts.at(-1) ?? "") ||
    parts.every((part) => stop.has(part) || generic.has(englishKey(part)))
  );
}

/** How many capitalised words in a row begin at a token; 0 at the question's first word or where the glossary knows one. */
function nameLength(printed: string, tokens: readonly Span[], from: number, lexicon: Lexicon): number {
  let n = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (joinsCapitals(printed, tokens, i, n)) {
      n++;
      continue;
    }
    if (!/^\p{Lu}/u.test(printed.slice(token.start, token.end))) break;
    const isStop = lexicon.cues.stop.has(printed.slice(token.start, token.end).toLowerCase());
    if (
      isStop &&
      (n === 0 || token.end - token.start === 1) &&
      !/^\p{Lu}{2}/u.test(printed.slice(token.start, token.end))
    )
      break;
    const previous = tokens[i - 1];
    if (n > 0 && previous !== undefined && /[^\s.'’-]/u.test(printed.slice(previous.end, token.start))) break;
    if (n > 0 && lexicon.glossary.byEnglish.has(englishKey(printed.slice(token.start, token.end)))) break;
    n++;
  }
  return n;
}

/** The "of" of "Ministry of Foreign Affairs" stands inside a name. */
function joinsCapitals(printed: string, tokens: readonly Span[], at: number, length: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (length === 0 || before === undefined || token === undefined || after === undefined) return false;
  return (
    printed.slice(token.start, token.end) === "of" &&
    INSTITUTION.test(printed.slice(before.start, before.end)) &&
    /^\p{Lu}/u.test(printed.slice(after.start, after.end))
  );
}

const INSTITUTION =
  /^(?:Ministry|Department|Bureau|Bank|University|Academy|Institute|Chamber|Association|Office|Administration|Council|School|Court|Federation|Board|Committee)$/u;
