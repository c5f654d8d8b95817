import type { Lexicon } from "../fact/lexicon.ts";
import { englishKey } from "../lexicon/glossary.ts";
import { isHan } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import { lemmas, words } from "../text/term.ts";
import { chineseCuts } from "./chinese-cuts.ts";
import type { Cut } from "./cut.ts";
import { englishCuts } from "./english-cuts.ts";
import type { Alternative, QueryTerm } from "./query.ts";
import { rewordingsOf } from "./rewordings.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How surely another word of the same concept, and its translation, mean the same. */
const SYNONYM = 0.88;

const TRANSLATION = 0.95;

const NARROWER = 0.82;

/** How much hangs on a term: most on names, little on words that a text may leave out or say otherwise. */
const WEIGHT = { name: 1.2, concept: 1, content: 0.8, light: 0.4, generic: 0.25 };

/** Single characters joined for want of a word, and English words that no list knows, asked of a Chinese digest. */
const DOUBTFUL = 0.5;

/** Words that the dictionary alone translates: it may have taken them in another sense. */
const TRANSLATED = 0.65;

/** Single characters that are no name: 办, 排, 装 "do, rank, pack" say little, and texts say it with a longer word. */
const LONE = 0.12;

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
export function contentTerms(
  printed: string,
  folded: string,
  taken: readonly Span[],
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): QueryTerm[] {
  const cut: Cut[] = mixedWords(folded, taken, lexicon);
  for (const run of runsOf(folded, [...taken, ...cut])) {
    if (isHan(folded.charCodeAt(run.start))) cut.push(...chineseCuts(folded, run, lexicon, vocabulary));
    else cut.push(...englishCuts(printed, folded, run, lexicon, vocabulary));
  }
  cut.sort((a, b) => a.start - b.start);
  return cut.map((piece) => toTerm(printed, folded, piece, lexicon, vocabulary)).filter((term) => term !== null);
}

/** Words of the glossary in more than one script, such as 双11. */
function mixedWords(folded: string, taken: readonly Span[], { glossary }: Lexicon): Cut[] {
  return [...folded.matchAll(glossary.mixedScript)]
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length, word }))
    .filter((found) => !taken.some((span) => overlaps(span, found)))
    .map(({ start, end, word }) => ({ start, end, concepts: glossary.byChinese.get(word) ?? [], isName: false }));
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

function toTerm(printed: string, folded: string, cut: Cut, lexicon: Lexicon, vocabulary: Vocabulary): QueryTerm | null {
  const surface = folded.slice(cut.start, cut.end).replace(/'s$/u, "");
  const isChinese = isHan(surface.charCodeAt(0));
  if (!isChinese && cut.concepts.length === 0 && words(surface).length === 0) return null;
  const alternatives = new Map<string, Alternative>();
  const addKey = (key: string, factor: number): void => {
    if (key !== "" && (alternatives.get(key)?.factor ?? 0) < factor)
      alternatives.set(key, { text: key, isHan: isHanText(key), factor });
  };
  const add = (text: string, factor: number): void => addKey(isHanText(text) ? text : englishKey(text), factor);
  add(surface, 1);
  for (const equal of vocabulary.equals.get(surface) ?? []) add(equal, 1);
  for (const concept of cut.concepts) {
    for (const word of concept.zh)
      if (isChinese || vocabulary.languages.has("zh")) add(word, isChinese ? SYNONYM : TRANSLATION);
    for (const word of concept.narrower ?? []) add(word, NARROWER);
    for (const phrase of concept.en)
      if (!isChinese || vocabulary.languages.has("en")) add(phrase, isChinese ? TRANSLATION : SYNONYM);
  }
  if (isChinese && vocabulary.languages.has("en"))
    for (const name of lexicon.names.placesInEnglish.get(surface) ?? []) add(name, TRANSLATION);
  for (const short of lexicon.names.shortForms.get(surface) ?? []) add(short, 1);
  if (isHome(surface, lexicon)) for (const word of lexicon.names.home) add(word, SYNONYM);
  if (!cut.isName)
    for (const { text, factor } of rewordingsOf(surface, lexicon, vocabulary.languages)) addKey(text, factor);
  const translation = vocabulary.translations.get(isChinese ? surface : englishKey(surface));
  const isName =
    (cut.isName && !(translation === undefined && isWordInName(printed, cut, vocabulary))) ||
    translation?.isName === true;
  if (!isChinese && cut.concepts.length === 0 && (isName || translation === undefined))
    for (const name of vocabulary.soundsLike(printed.slice(cut.start, cut.end))) add(name, TRANSLATION);
  for (const { text, factor } of translation?.alternatives ?? []) addKey(text, factor);
  const role = roleOf(surface, { ...cut, isName }, lexicon);
  const isDoubtful =
    role === "content" && (isChinese ? cut.isJoined : !vocabulary.languages.has("en") && translation === undefined);
  const isTranslated = role === "content" && translation !== undefined;
  const isLone = isChinese && surface.length === 1 && role === "generic";
  const weight = isLone
    ? LONE
    : isTranslated
      ? TRANSLATED
      : isDoubtful
        ? DOUBTFUL
        : role === "light" && cut.concepts.length > 0
          ? KNOWN_LIGHT
          : WEIGHT[role];
  return { surface, alternatives: [...alternatives.values()], weight, role, at: cut.start };
}

/** "Guangzhou Intermediate Court": a word of the dictionary beside other capitals, of which those tell the name. */
function isWordInName(printed: string, { start, end, concepts }: Cut, { isWord }: Vocabulary): boolean {
  return (
    concepts.length === 0 &&
    isWord(englishKey(printed.slice(start, end).toLowerCase())) &&
    (/\p{Lu}[\p{L}'’-]* $/u.test(printed.slice(0, start)) || /^ \p{Lu}/u.test(printed.slice(end)))
  );
}

function isHanText(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** A light word, or one with an ending that only says how it went: 暴露|出. */
function isLight(surface: string, { concepts }: Cut, lexicon: Lexicon): boolean {
  const { light } = lexicon.cues;
  if (!isHan(surface.charCodeAt(0)))
    return (
      (concepts.length === 0 && isLightPhrase(surface, lexicon)) ||
      lemmas(surface).some((lemma) => light.has(lemma)) ||
      (/^[a-z]{3,}(?:ed|ing|ly)$/u.test(surface) && !lexicon.glossary.byEnglish.has(englishKey(surface)))
    );
  return light.has(surface) || (/^..[出到了过成为上下完]$/u.test(surface) && light.has(surface.slice(0, 2)));
}

/**
 * Another wording for an act, which the light Chinese words of its group tell: take effect, 生效. As much hangs on a phrase
 * for a thing (delivery rider) as on the thing.
 */
function isLightPhrase(surface: string, { cues, wordings }: Lexicon): boolean {
  const groups = surface.includes(" ") ? (wordings.byEnglish.get(englishKey(surface)) ?? []) : [];
  return groups.some(({ zh }) => zh.some((word) => cues.light.has(word)));
}

function roleOf(surface: string, cut: Cut, lexicon: Lexicon): QueryTerm["role"] {
  if (lexicon.cues.generic.has(surface)) return "generic";
  if (!cut.isName && lexicon.cues.generic.has(englishKey(surface))) return "generic";
  if (lexicon.names.home.has(surface)) return "generic";
  if (
    cut.isName ||
    lexicon.names.organisationPattern.test(surface) ||
    cut.concepts
      .flatMap((concept) => concept.zh)
      .some((word) => lexicon.names.organisationPattern.test(word) || lexicon.names.placePattern.test(word))
  )
    return "name";
  if (isLight(surface, cut, lexicon)) return "light";
  return cut.concepts.length > 0 || (cut.isWord === true && !lexicon.names.plainTitlePattern.test(surface))
    ? "concept"
    : surface.length === 1 && isHan(surface.charCodeAt(0))
      ? "generic"
      : "content";
}

/** 中国, china: the country that the digest is at home in goes by 国内 and 我国, too. */
function isHome(surface: string, { names }: Lexicon): boolean {
  return names.home.has(surface) || names.home.has(names.englishPlaces.get(surface) ?? "");
}
