import type { Lexicon } from "../fact/lexicon.ts";
import { englishKey } from "../lexicon/glossary.ts";
import type { Concept } from "../lexicon/glossary.ts";
import { isHan } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import { segment } from "../text/segmenter.ts";
import { lemmas, words } from "../text/term.ts";
import type { Alternative, QueryTerm } from "./query.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How surely another word of the same concept, and its translation, mean the same. */
const SYNONYM = 0.88;
const TRANSLATION = 0.95;
const NARROWER = 0.82;
/** How much hangs on a term: most on names, little on words that a text may leave out or say otherwise. */
const WEIGHT = { name: 1.2, concept: 1, content: 0.8, light: 0.4, generic: 0.25 };
/** Single characters joined for want of a word, and English words that no list knows, asked of a Chinese digest. */
const DOUBTFUL = 0.5;
/** A light word that the glossary knows: its synonyms are tried too. */
const KNOWN_LIGHT = 0.7;

/**
 * Cuts what a question speaks of into terms, without its question words, periods and empty words.
 *
 * Words that the glossary or the digest itself knows are taken whole, longest first; the rest is cut by
 * `Intl.Segmenter`, whose leftover single characters are joined again (夸|境 → 夸境).
 *
 * @param taken - Spans of the question that are already understood: question words, periods.
 */
export function contentTerms(printed: string, folded: string, taken: readonly Span[], lexicon: Lexicon, vocabulary: Vocabulary): QueryTerm[] {
  const cut: Cut[] = [];
  for (const run of runsOf(folded, taken)) {
    if (isHan(folded.charCodeAt(run.start))) cut.push(...chineseCuts(folded, run, lexicon, vocabulary));
    else cut.push(...englishCuts(printed, folded, run, lexicon));
  }
  return cut.map((piece) => toTerm(printed, folded, piece, lexicon, vocabulary)).filter((term) => term !== null);
}

interface Cut extends Span {
  readonly concepts: readonly Concept[];
  readonly isName: boolean;
  /** Made of single characters that the segmenter left over. */
  readonly isJoined?: boolean;
}

/** Stretches of one script outside the taken spans. */
function runsOf(folded: string, taken: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const match of folded.matchAll(/[\u3400-\u9fff·]+|[^\u3400-\u9fff，。？！、；：“”「」《》()?!;"\n]+/gu)) {
    let start = match.index;
    const end = start + match[0].length;
    for (const span of [...taken].sort((a, b) => a.start - b.start)) {
      if (span.end <= start || span.start >= end) continue;
      if (span.start > start) runs.push({ start, end: span.start });
      start = Math.max(start, span.end);
    }
    if (start < end) runs.push({ start, end });
  }
  return runs.filter((run) => folded.slice(run.start, run.end).trim() !== "");
}

function chineseCuts(folded: string, run: Span, lexicon: Lexicon, vocabulary: Vocabulary): Cut[] {
  const known = knownWords(folded, run, lexicon, vocabulary);
  const cuts: Cut[] = [...known];
  let single: Span | null = null;
  const flush = (): void => {
    if (single !== null && !isEmpty(folded.slice(single.start, single.end), lexicon)) cuts.push({ ...single, concepts: [], isName: false, isJoined: true });
    single = null;
  };
  for (const { segment: text, index } of segment(folded.slice(run.start, run.end))) {
    const word = { start: run.start + index, end: run.start + index + text.length };
    const free = withoutAspect(folded, freePart(word, known));
    if (free === null || isEmpty(folded.slice(free.start, free.end), lexicon)) {
      flush();
      continue;
    }
    const previous = cuts.at(-1);
    if (free.end - free.start === 1 && MEASURES.test(folded.charAt(free.start)) && previous?.end === free.start && previous.concepts.length === 0 && !previous.isName) {
      cuts[cuts.length - 1] = { ...previous, end: free.end };
      continue;
    }
    if (free.end - free.start > 1) {
      // A single character before a word begins it more often than it stands alone: 吕|大良, 夸|境.
      flush();
      cuts.push({ ...free, concepts: [], isName: false });
    } else {
      single = single !== null && single.end === free.start ? { start: single.start, end: free.end } : (flush(), free);
    }
  }
  flush();
  return cuts.sort((a, b) => a.start - b.start);
}

/** Characters that make a measure of the word before: 零售|额, 客流|量. */
const MEASURES = /[率额量数费价值]/u;

/** A word made of nothing but stop words carries nothing either: 那份, 只看. */
function isEmpty(word: string, lexicon: Lexicon): boolean {
  const { stop } = lexicon.cues;
  return stop.has(word) || Array.from(word).every((character) => stop.has(character));
}

/** 花了, 去过: the particle after a verb is no part of it. */
function withoutAspect(folded: string, word: Span | null): Span | null {
  if (word === null || word.end - word.start < 2 || !/[了过着]/u.test(folded.charAt(word.end - 1))) return word;
  return { start: word.start, end: word.end - 1 };
}

/** The part of a segment that no known word covers; null where nothing is left. */
function freePart(word: Span, known: readonly Span[]): Span | null {
  let { start, end } = word;
  for (const other of known) {
    if (!overlaps(other, { start, end })) continue;
    if (other.start <= start) start = Math.min(end, other.end);
    else end = other.start;
  }
  return start < end ? { start, end } : null;
}

/** Longest words of the glossary, the name lists and the digest, from left to right. */
function knownWords(folded: string, run: Span, lexicon: Lexicon, vocabulary: Vocabulary): Cut[] {
  const found: Cut[] = [];
  const places = lexicon.names.placePattern;
  for (let i = run.start; i < run.end; ) {
    let next = i + 1;
    for (let length = Math.min(24, run.end - i); length >= 2; length--) {
      const word = folded.slice(i, i + length);
      const concepts = lexicon.glossary.byChinese.get(word) ?? [];
      const isSide = lexicon.cues.sides.has(word);
      const isName = vocabulary.names.has(word) || vocabulary.equals.has(word) || places.test(word);
      if (concepts.length === 0 && !isName && !isSide) continue;
      found.push({ start: i, end: i + length, concepts, isName });
      next = i + length;
      break;
    }
    i = next;
  }
  return found;
}

function englishCuts(printed: string, folded: string, run: Span, lexicon: Lexicon): Cut[] {
  const tokens = words(folded.slice(run.start, run.end)).map((word) => ({ start: run.start + word.start, end: run.start + word.end, stem: word.stem }));
  const cuts: Cut[] = [];
  for (let i = 0; i < tokens.length; ) {
    let used = 0;
    for (let n = Math.min(lexicon.glossary.longestEnglish, tokens.length - i); n >= 1; n--) {
      const span = { start: tokens[i]?.start ?? 0, end: tokens[i + n - 1]?.end ?? 0 };
      const phrase = folded.slice(span.start, span.end);
      if (n === 1 && lexicon.cues.stop.has(phrase) && !/^\p{Lu}{2}/u.test(printed.slice(span.start, span.end))) break;
      const concepts = lexicon.glossary.byEnglish.get(englishKey(phrase)) ?? [];
      const place = lexicon.names.englishPlaces.get(phrase.replace(/'s$/u, ""));
      if (concepts.length === 0 && place === undefined) continue;
      if (n > 1 && endsInStopWord(phrase, lexicon) && !phrase.includes("-")) continue;
      const named = place === undefined ? concepts : [{ zh: [place], en: [phrase], narrower: [] }, ...concepts];
      cuts.push({ ...span, concepts: named, isName: place !== undefined });
      used = n;
      break;
    }
    const name = used === 0 ? nameLength(printed, tokens, i, lexicon) : 0;
    if (name > 0) cuts.push({ start: tokens[i]?.start ?? 0, end: tokens[i + name - 1]?.end ?? 0, concepts: [], isName: true });
    else if (used === 0) cuts.push({ start: tokens[i]?.start ?? 0, end: tokens[i]?.end ?? 0, concepts: [], isName: false });
    i += Math.max(1, used, name);
  }
  return cuts.filter((cut) => cut.isName || cut.concepts.length > 0 || !lexicon.cues.stop.has(folded.slice(cut.start, cut.end).replace(/'s$/u, "")));
}

/** "trade in" at the end of a phrase is trade and a preposition, not the trade-in of the glossary. */
function endsInStopWord(phrase: string, lexicon: Lexicon): boolean {
  return lexicon.cues.stop.has(phrase.split(" ").at(-1) ?? "");
}

/** How many capitalised words in a row begin at a token; 0 at the question's first word or where the glossary knows one. */
function nameLength(printed: string, tokens: readonly Span[], from: number, lexicon: Lexicon): number {
  let n = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !/^\p{Lu}/u.test(printed.slice(token.start, token.end))) break;
    if ((token.start === 0 || token.end - token.start === 1) && lexicon.cues.stop.has(printed.slice(token.start, token.end).toLowerCase())) break;
    const previous = tokens[i - 1];
    if (n > 0 && previous !== undefined && /[^\s.'’-]/u.test(printed.slice(previous.end, token.start))) break;
    if (n > 0 && (lexicon.glossary.byEnglish.has(englishKey(printed.slice(token.start, token.end))))) break;
    n++;
  }
  return n;
}

function toTerm(printed: string, folded: string, cut: Cut, lexicon: Lexicon, vocabulary: Vocabulary): QueryTerm | null {
  const surface = folded.slice(cut.start, cut.end).replace(/'s$/u, "");
  const isChinese = isHan(surface.charCodeAt(0));
  if (!isChinese && cut.concepts.length === 0 && words(surface).length === 0) return null;
  const alternatives = new Map<string, Alternative>();
  const add = (text: string, factor: number): void => {
    const isHanText = /\p{Script=Han}/u.test(text);
    const key = isHanText ? text : englishKey(text);
    if (key !== "" && (alternatives.get(key)?.factor ?? 0) < factor) alternatives.set(key, { text: key, isHan: isHanText, factor });
  };
  add(surface, 1);
  for (const equal of vocabulary.equals.get(surface) ?? []) add(equal, 1);
  for (const concept of cut.concepts) {
    for (const word of concept.zh) if (isChinese || vocabulary.languages.has("zh")) add(word, isChinese ? SYNONYM : TRANSLATION);
    for (const word of concept.narrower) add(word, NARROWER);
    for (const phrase of concept.en) if (!isChinese || vocabulary.languages.has("en")) add(phrase, isChinese ? TRANSLATION : SYNONYM);
  }
  if (!isChinese && cut.concepts.length === 0 && (cut.isName || vocabulary.languages.has("zh"))) {
    for (const name of vocabulary.soundsLike(printed.slice(cut.start, cut.end))) add(name, TRANSLATION);
  }
  const role = roleOf(surface, cut, lexicon);
  const isDoubtful = role === "content" && (isChinese ? cut.isJoined : !vocabulary.languages.has("en"));
  const weight = isDoubtful ? DOUBTFUL : role === "light" && cut.concepts.length > 0 ? KNOWN_LIGHT : WEIGHT[role];
  return { surface, alternatives: [...alternatives.values()], weight, role, at: cut.start };
}

/** A light word, or one with an ending that only says how it went: 暴露|出. */
function isLight(surface: string, lexicon: Lexicon): boolean {
  const { light } = lexicon.cues;
  if (!isHan(surface.charCodeAt(0))) return lemmas(surface).some((lemma) => light.has(lemma)) || (/^[a-z]{3,}(?:ed|ing|ly)$/u.test(surface) && !lexicon.glossary.byEnglish.has(englishKey(surface)));
  return light.has(surface) || (/^..[出到了过成为上下完]$/u.test(surface) && light.has(surface.slice(0, 2)));
}

function roleOf(surface: string, cut: Cut, lexicon: Lexicon): QueryTerm["role"] {
  if (lexicon.cues.generic.has(surface)) return "generic";
  if (!cut.isName && lexicon.cues.generic.has(englishKey(surface))) return "generic";
  if (lexicon.names.home.has(surface)) return "generic";
  if (cut.isName || lexicon.names.organisationPattern.test(surface) || cut.concepts.flatMap((concept) => concept.zh).some((word) => lexicon.names.organisationPattern.test(word) || lexicon.names.placePattern.test(word))) return "name";
  if (isLight(surface, lexicon)) return "light";
  return cut.concepts.length > 0 ? "concept" : surface.length === 1 ? "generic" : "content";
}
