import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import type { Name } from "./mention.ts";

/**
 * Finds organisations in an English text by their capitals: names of several words (Seagull Air Logistics), acronyms,
 * and single words inside a sentence (Ostara in "made by Ostara").
 */
export function findEnglishOrganisations(printed: string, lexicon: NameLexicon): Name[] {
  return [...longNames(printed, lexicon), ...loneCapitals(printed, lexicon)];
}

const WORD = String.raw`\p{Lu}[\p{L}\d&'’-]*`;
const NAME = new RegExp(String.raw`${WORD}(?: (?:(?:of|and|for|&|the) )*${WORD}){0,6}`, "gu");

function longNames(printed: string, lexicon: NameLexicon): Name[] {
  return [...printed.matchAll(NAME)].flatMap(([text], i, all) => {
    const start = (all[i]?.index ?? 0) + (LEAD.exec(text)?.[0].length ?? 0);
    const name = text.replace(LEAD, "").replace(/['’]s?$/u, "");
    return isName(name, lexicon) ? [organisation(start, start + name.length)] : [];
  });
}

function isName(name: string, lexicon: NameLexicon): boolean {
  const words = name.split(" ");
  if (words.length === 1) return /^[\p{Lu}\d&]{2,8}$/u.test(name) && !CURRENCIES.has(name);
  if (words.some((word) => lexicon.englishOrganisationSuffixes.has(word.toLowerCase()))) return true;
  return (
    !words.some((word) => CALENDAR.test(word) || CURRENCIES.has(word)) &&
    !NUMBERED.test(name) &&
    !isPlace(name, lexicon)
  );
}

/** Series A, Phase II, Gate 4: one of several, told by its letter or number. */
const NUMBERED =
  /^(?:Series|Phase|Round|Class|Grade|Gate|Hall|Terminal|Stage|Tier|Category|Level) (?:[A-Z]|[IVX]+|\d+)\b/u;

/** A capitalised word inside a sentence. Months, places and peoples aren't organisations. */
function loneCapitals(printed: string, lexicon: NameLexicon): Name[] {
  const lone = /(?<=[a-z,;)] )\p{Lu}\p{Ll}[\p{L}]*(?![\p{L}-]|['’]\p{L}{2})(?:'s)?(?! \p{Lu})/gu;
  return [...printed.matchAll(lone)].flatMap(({ 0: text, index }) => {
    const name = text.replace(/'s$/u, "");
    const isInside = /\p{Lu}[\p{L}.-]* $/u.test(printed.slice(Math.max(0, index - 20), index));
    return isInside || CALENDAR.test(name) || isPlace(name, lexicon) || isPeople(name, lexicon)
      ? []
      : [organisation(index, index + name.length)];
  });
}

function organisation(start: number, end: number): Name {
  return { kind: "organisation", start, end, title: null };
}

const LEAD =
  /^(?:The|A|An|In|At|By|For|From|On|As|But|And|If|When|While|After|Its|Their|His|Her|This|That|Under|According) /u;

const CURRENCIES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("currency"), "RMB"]);

const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|Mrs|Ms|Dr|I)\b/u;

function isPlace(name: string, { englishPlaces, foreignCities }: NameLexicon): boolean {
  return englishPlaces.has(name.toLowerCase()) || foreignCities.has(name.toLowerCase());
}

/** American, Kazakh, English: the beginning of a country's name, with an ending for its people or language. */
function isPeople(name: string, { englishPlaces }: NameLexicon): boolean {
  if (/^(?:English|French|Dutch|British|Chinese|Spanish|Danish|Swiss|Greek|Welsh|Scottish|Irish)$/u.test(name))
    return true;
  const stem = /^(?<stem>\p{L}{3,}?)(?:ese|i?an|n|ish|i)$/u.exec(name)?.groups?.["stem"]?.toLowerCase();
  return stem !== undefined && [...englishPlaces.keys()].some((place) => place.startsWith(stem.slice(0, 5)));
}
