import { placeAt } from "../fact/context.ts";
import type { Sentence } from "../fact/reading.ts";
import type { Contrast, Side } from "../lexicon/cue-lexicon.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Span } from "../text/span.ts";
import { holdsWord } from "../text/word-search.ts";
import type { Candidate } from "./candidate.ts";
import { otherOfRow, othersOfGroup } from "./respective.ts";

/** What of a question may be excluded by other words, worked out once for all candidates. */
export interface Exclusions {
  /** Sets of which the question names a member, with what it names. */
  readonly contrasts: readonly { readonly contrast: Contrast; readonly asked: readonly SpokenSide[] }[];
  readonly asksHome: boolean;
  readonly asksPlace: boolean;
  readonly isYesNo: boolean;
  /** What of the question is numbered: 三期 "phase three". */
  readonly numbered: readonly Numbered[];
  /** The names of each place that the question names, with its level. */
  readonly places: readonly { readonly names: readonly string[]; readonly level: Level }[];
}

type Level = "region" | "country" | "province" | "city";

/** The number of a kind of thing. */
interface Numbered {
  readonly kind: string;
  readonly number: string;
  readonly words: string;
}

export function exclusionsOf(query: Query, digest: Digest): Exclusions {
  const { home, placePattern } = digest.lexicon.names;
  const wordings = query.terms.flatMap((term) => term.alternatives);
  const spoken = [
    query.folded,
    ...wordings.filter((wording) => wording.factor > 0.9).map((wording) => wording.text),
  ].join(" ");
  return {
    contrasts: digest.lexicon.cues.contrasts
      .map((contrast) => ({ contrast, asked: sidesIn(spoken, contrast) }))
      .filter(({ asked }) => asked.length > 0),
    isYesNo: query.isYesNo,
    numbered: numberedIn(query.folded),
    places: query.terms.flatMap(({ alternatives }) => {
      const names = alternatives.map((alternative) => alternative.text);
      const level = names.map((name) => levelOf(name, digest)).find((found) => found !== null);
      return level === undefined || level === null ? [] : [{ names, level }];
    }),
    asksHome: wordings.some((wording) => home.has(wording.text)),
    asksPlace: wordings.some((wording) => placePattern.test(wording.text) && !home.has(wording.text)),
  };
}

/** Words and places near the candidate that exclude what was asked. */
export function conflictsOf(query: Query, candidate: Candidate, exclusions: Exclusions, digest: Digest): string[] {
  const conflicts: string[] = [];
  const { reading, clause, mention } = candidate;
  const near = scopeBefore(candidate);
  for (const { contrast, asked } of exclusions.contrasts) {
    const own = [
      sidesIn(reading.folded.slice(clause.start, clause.end), contrast),
      sidesIn(reading.folded.slice(near.start, near.end), contrast),
    ].find((found) => found.length > 0);
    if (own === undefined || own.some(({ side }) => asked.some((other) => other.side === side))) continue;
    if (mention?.kind === "quantity" || asked.length === 1) conflicts.push(...own.slice(0, 1).map(({ word }) => word));
  }
  const place = placeConflict(candidate, exclusions, digest) ?? otherPlace(candidate, exclusions, digest);
  if (place !== null) conflicts.push(place);
  const other = otherOfRow(query, candidate) ?? othersOfGroup(query, candidate);
  if (other !== null) conflicts.push(other);
  if (mention?.kind === "quantity" && LAST_EDITION.test(query.folded)) {
    const told = reading.folded.slice(clause.start, clause.end);
    if (!LAST_EDITION_TOLD.test(told)) conflicts.push(LAST_EDITION.exec(query.folded)?.[0] ?? "");
  }
  const numbered = otherNumberNear(candidate, exclusions);
  if (numbered !== null) conflicts.push(numbered);
  if (
    query.base !== null &&
    mention?.kind === "quantity" &&
    mention.change?.base != null &&
    mention.change.base !== query.base
  )
    conflicts.push(query.base);
  return [...new Set(conflicts)];
}

/** 上一届 "the edition before": what is told of this one is no answer. */
const LAST_EDITION = /(?<!比|较|跟|和|与)上一?届(?!高|低|多|少)|\b(?:last|previous) edition\b/u;
const LAST_EDITION_TOLD = /上一?届|往届|去年|上年|\b(?:last|previous)\b/u;

/** The sentence up to the candidate, from its statement's first clause on. */
function scopeBefore({ sentence, span }: Candidate): Span {
  return { start: sentence.start, end: span.end };
}

/** A side of a contrast that a text speaks of, by one of its words. */
export interface SpokenSide {
  readonly side: Side;
  readonly word: string;
}

/** The sides of a contrast that a text speaks of, each once, the longest words first: 进出口 hides 出口. */
export function sidesIn(text: string, contrast: Contrast): SpokenSide[] {
  const words = contrast
    .flatMap((side) => side.map((word) => ({ side, word })))
    .filter(({ word }) => text.includes(word));
  let rest = text;
  const found: SpokenSide[] = [];
  for (const { side, word } of words.sort((a, b) => b.word.length - a.word.length)) {
    if (!holdsWord(rest, word, true)) continue;
    if (!found.some((other) => other.side === side)) found.push({ side, word });
    rest = rest.replaceAll(word, " ");
  }
  return found;
}

/** The factory in Thailand where the one in Hungary was asked for: another place of the same level leads the statement. */
function otherPlace(candidate: Candidate, { places }: Exclusions, digest: Digest): string | null {
  const { reading, sentence, span, mention } = candidate;
  if (places.length === 0 || mention === null || mention.kind === "place" || mention.kind === "list") return null;
  const text = reading.folded.slice(sentence.start, sentence.end);
  for (const { names, level } of places) {
    // 福州、厦门分别为…;增速最快的是南平,达21.8%: what follows the semicolon says where its figures are.
    const isNamed = names.some((name) => text.includes(name));
    const lead = reading.folded.slice(sentence.start, span.start);
    const from = isNamed ? sentence.start + lead.search(/[^;；]*$/u) : sentence.start;
    if (isNamed && mention.kind !== "quantity") continue;
    if (names.some((name) => reading.folded.slice(from, span.start).includes(name))) continue;
    const other = sentence.mentions.find((place) => {
      if (place.kind !== "place" || place.end > span.start || place.start < from) return false;
      if (isPartOfName(place, sentence)) return false;
      if (places.some((asked) => asked.names.includes(reading.folded.slice(place.start, place.end)))) return false;
      const found = levelOf(reading.folded.slice(place.start, place.end).replace(/[省市]$/u, ""), digest);
      return found === level || (mention.kind === "quantity" && level === "city" && found === "province");
    });
    if (other !== undefined) return reading.folded.slice(other.start, other.end);
  }
  return null;
}

/** 成都翼岚科技 is a company, wherever the statement is about. */
function isPartOfName(place: Span, { mentions }: Sentence): boolean {
  return mentions.some(
    ({ kind, start, end }) => kind === "organisation" && start <= place.end && place.start < end && end > place.end,
  );
}

function levelOf(name: string, { lexicon }: Digest): Level | null {
  const { countryPattern, regions, provinces, placePattern } = lexicon.names;
  if (regions.has(name)) return "region";
  if (countryPattern.test(name)) return "country";
  return provinces.has(name) ? "province" : placePattern.test(name) ? "city" : null;
}

const NUMBERED =
  /第?(?<number>[一二三四五六七八九十]+|\d+)(?<kind>期(?!间)|届|代|批|号线|号楼|级|阶段|波|轮(?!胎)|季(?!度))/gu;

function numberedIn(text: string): Numbered[] {
  return [...text.matchAll(NUMBERED)].map(({ 0: words, groups }) => ({
    kind: groups?.["kind"] ?? "",
    number: groups?.["number"] ?? "",
    words,
  }));
}

/** 四期码头 where 三期 was asked for, in the sentence or else in its paragraph or the title. */
function otherNumberNear({ reading, sentence }: Candidate, { numbered }: Exclusions): string | null {
  if (numbered.length === 0) return null;
  const paragraph = reading.article.blocks[sentence.block] ?? sentence;
  return (
    otherNumber(numbered, reading.folded.slice(sentence.start, sentence.end)) ??
    otherNumber(numbered, `${reading.foldedTitle} ${reading.folded.slice(paragraph.start, paragraph.end)}`)
  );
}

/** The same kind of thing with another number. */
function otherNumber(asked: readonly Numbered[], text: string): string | null {
  const found = numberedIn(text);
  for (const wanted of asked) {
    const same = found.filter(({ kind }) => kind === wanted.kind);
    if (same.length > 0 && !same.some(({ number }) => number === wanted.number)) return same[0]?.words ?? null;
  }
  return null;
}

/** A figure of one province is a lesser answer to a question that names no place. */
export function isAboutUnaskedPlace(candidate: Candidate, exclusions: Exclusions, digest: Digest): boolean {
  const isClaim = exclusions.isYesNo && candidate.mention === null;
  if ((candidate.mention?.kind !== "quantity" && !isClaim) || exclusions.asksPlace) return false;
  const { placePattern, home } = digest.lexicon.names;
  const { folded } = candidate.reading;
  return candidate.sentence.mentions.some(
    (mention) =>
      mention.kind === "place" &&
      (isClaim || mention.end <= candidate.span.start) &&
      placePattern.test(folded.slice(mention.start, mention.end)) &&
      !home.has(folded.slice(mention.start, mention.end)),
  );
}

/** A figure for 湖北 doesn't answer for 全国, and the other way round. */
function placeConflict(candidate: Candidate, { asksHome, asksPlace }: Exclusions, digest: Digest): string | null {
  if (candidate.mention?.kind !== "quantity" || !asksHome || asksPlace) return null;
  const { home } = digest.lexicon.names;
  const place = placeAt(candidate.reading, candidate.sentence, candidate.span.start);
  if (place === null) return null;
  const name = candidate.reading.folded.slice(place.start, place.end);
  return home.has(name) || [...home].some((word) => name.startsWith(word)) ? null : name;
}
