import { stemmer } from "stemmer";
import { isHan, isWordUnit } from "./script.ts";
import type { Span } from "./span.ts";

/** Version of {@link terms}; an index built by another version is rebuilt. */
export const TERMS_VERSION = 2;

/** A spaced-script word of a folded text, with its stem. */
export interface Word extends Span {
  readonly stem: string;
}

/**
 * Cuts a folded text into index terms: single characters and bigrams of Chinese runs, stems of spaced words,
 * numbers whole. Measured as the best plain base (ARCHITECTURE.md); no segmenter can cut a word in the wrong place.
 */
export function terms(folded: string): string[] {
  const found: string[] = [];
  for (let i = 0; i < folded.length;) {
    const unit = folded.charCodeAt(i);
    if (isHan(unit)) {
      found.push(folded.charAt(i));
      if (i + 1 < folded.length && isHan(folded.charCodeAt(i + 1))) found.push(folded.slice(i, i + 2));
      i++;
    } else if (isWordUnit(unit)) {
      const end = wordEnd(folded, i);
      found.push(stem(folded.slice(i, end)));
      i = end;
    } else i++;
  }
  return found;
}

/** The pairs of neighbouring Chinese characters of a folded text, each once: index terms that say where it may stand. */
export function pairs(folded: string): string[] {
  return [...new Set(terms(folded))].filter((term) => /^\p{Script=Han}{2}$/u.test(term));
}

/** Finds the spaced words (Latin, Cyrillic, numbers) of a folded text. */
export function words(folded: string): Word[] {
  const found: Word[] = [];
  for (let word = wordFrom(folded, 0); word !== null; word = wordFrom(folded, word.end)) found.push(word);
  return found;
}

/** Finds the first spaced word from a place on, which is not inside a word; null where there is none. */
export function wordFrom(folded: string, from: number): Word | null {
  let start = from;
  while (start < folded.length && !isWordUnit(folded.charCodeAt(start))) start++;
  if (start >= folded.length) return null;
  const end = wordEnd(folded, start);
  return { start, end, stem: stem(folded.slice(start, end)) };
}

/** Finds the spaced words that have a stem, by the letters that they begin with: most words of a text are never stemmed. */
export function findStem(folded: string, wanted: string): Span[] {
  const found: Span[] = [];
  if (wanted === "") return found;
  const lead = leadOf(wanted);
  for (let at = folded.indexOf(lead); at >= 0; at = folded.indexOf(lead, at + 1)) {
    if (isInWord(folded, at)) continue;
    const end = wordEnd(folded, at);
    if (stem(folded.slice(at, end)) === wanted) found.push({ start: at, end });
  }
  return found;
}

/** Words that share so many letters, and all but so few of the shorter one, have the same root. */
const ROOT = { shared: 5, rest: 3 };

/** Finds the spaced words of a folded text that have the same root as a stem: invasion for invade. */
export function findRelatives(folded: string, stem: string): Span[] {
  if (stem.length <= ROOT.shared || /\d/u.test(stem)) return [];
  const found: Span[] = [];
  const root = stem.slice(0, ROOT.shared);
  for (let at = folded.indexOf(root); at >= 0; at = folded.indexOf(root, at + 1)) {
    if (at > 0 && isWordUnit(folded.charCodeAt(at - 1))) continue;
    const word = wordFrom(folded, at);
    if (word !== null && hasSameRoot(word.stem, stem)) found.push(word);
  }
  return found;
}

function hasSameRoot(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared >= ROOT.shared && shared >= Math.min(a.length, b.length) - ROOT.rest;
}

/** What every word with a stem begins with: all but the end of the stem, for stemming changes no more of it. */
function leadOf(wanted: string): string {
  return wanted.slice(0, /\d/u.test(wanted) ? 1 : Math.max(1, Math.min(LONGEST_LEAD, wanted.length - 2)));
}

const LONGEST_LEAD = 4;

/** Tells whether a word goes on at a place rather than begins there. */
function isInWord(folded: string, at: number): boolean {
  return at > 0 && (isWordUnit(folded.charCodeAt(at - 1)) || isJoiner(folded, at - 1));
}

/** Reduces an English word to its stem (Porter 1980, with exceptions as in Porter 2001); words with digits stay as they are. */
export function stem(word: string): string {
  if (/\d/u.test(word)) return word.replaceAll(",", "");
  const bare = word.replace(/'s$|'$/u, "");
  return bare.length > 3 ? (OWN_STEMS.get(bare) ?? stemmer(bare)) : bare;
}

/**
 * Words that Porter's rules take for others of another meaning (important for import, customs for custom), each family after
 * the stem that it has instead.
 */
const OWN_STEMS: ReadonlyMap<string, string> = new Map(
  `
  important importance importantly; general generally generals; generous generously generosity; generic generics;
  university universities; universe universes; international internationally; internal internally; news;
  organization organizations organisation organisations organize organizes organized organizing organizer organizers
  organise organises organised organising organiser organisers; organic organically; organism organisms;
  experiment experiments experimental experimenting; emergency emergencies; several; severance;
  securities; positive positively; publication publications; publicity; conversion conversions; animation animations animated;
  community communities; communism; physics; objective objectives objectively; rating ratings; celebrity celebrities;
  authority authorities; defendant defendants; designate designated designates designation; statue statues;
  literal literally; literary; minority minorities; majority majorities; production productions; productivity; productive;
  executive executives; reservation reservations; relative relatives relatively; applicant applicants; candidate candidates;
  competent competence; liquidate liquidated liquidation liquidator; liquidity; terminal terminals; initiative initiatives;
  mechanism mechanisms; customer customers; customs; customize customized customise customised; accountant accountants;
  department departments departmental; witness witnesses witnessed; audition auditions; principle principles; proceeds;
  vacation vacations; seasoning seasonings; stockings; expensive; business businesses; hospitality; informal informally;
  suite suites; earring earrings; polite politely; ironic ironically; civilization civilizations civilisation; heroine heroines;
  unite united unites uniting; paste pastes; author authors
  `
    .split(";")
    .map((family) => family.trim().split(/\s+/u))
    .flatMap((family) => family.map((word) => [word, family[0] ?? word] as const)),
);

/** An English word and what it may be an inflection of: "signed" → signed, sign, signe; "planning" → …, plan. */
export function lemmas(word: string): string[] {
  const found = [word];
  for (const [ending, replacements] of INFLECTIONS) {
    if (!word.endsWith(ending) || word.length < ending.length + 3) continue;
    const bare = word.slice(0, -ending.length);
    found.push(...replacements.map((replacement) => bare + replacement));
    if (bare.at(-1) === bare.at(-2)) found.push(bare.slice(0, -1));
  }
  return found;
}

const INFLECTIONS = [
  ["ied", ["y"]],
  ["ies", ["y"]],
  ["ed", ["", "e"]],
  ["ing", ["", "e"]],
  ["es", ["", "e"]],
  ["s", [""]],
  ["ly", [""]],
] as const;

/** Ends a word at the first unit that is no part of it; 1,234.5 and don't are one word, end. is not. */
function wordEnd(folded: string, start: number): number {
  let end = start + 1;
  while (end < folded.length) {
    const unit = folded.charCodeAt(end);
    if (isWordUnit(unit)) end++;
    else if (isJoiner(folded, end)) end += 2;
    else break;
  }
  return end;
}

function isJoiner(folded: string, at: number): boolean {
  const char = folded.charAt(at);
  const before = folded.charCodeAt(at - 1);
  const after = folded.charCodeAt(at + 1);
  if (char === "," || char === ".") return isDigit(before) && isDigit(after);
  return char === "'" && isWordUnit(before) && isWordUnit(after);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
