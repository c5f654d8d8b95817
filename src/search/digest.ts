import { createHash } from "node:crypto";
import type { Issue, IssueDate } from "../digest/issue.ts";
import type { Fact } from "../fact/fact.ts";
import { deriveFacts } from "../fact/fact.ts";
import type { Reading } from "../fact/reading.ts";
import { readArticle } from "../fact/reading.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Vocabulary } from "../question/vocabulary.ts";
import { fold } from "../text/fold.ts";
import type { Transliteration } from "../text/pinyin.ts";
import { loadTransliteration, soundAlike, soundOf, spelledPart } from "../text/pinyin.ts";
import { TERMS_VERSION } from "../text/term.ts";
import type { FactIndex, IndexedFact } from "./fact-index.ts";
import type { SearchedText } from "./occurrences.ts";
import { toSearchedText } from "./occurrences.ts";

/** A loaded digest: its issues, read and indexed. Immutable; a changed folder makes a new one. */
export interface Digest {
  readonly version: string;
  /** Newest first; undated issues last. */
  readonly issues: readonly Issue[];
  /** Each issue's place in {@link issues}, by its id. */
  readonly issuePlaces: ReadonlyMap<string, number>;
  /** Readings by article id. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly index: FactIndex;
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  /** The newest issue's date: what 今年 in a question resolves against. */
  readonly reference: IssueDate | null;
  readonly searched: (reading: Reading) => SearchedText;
  /** The vocabulary with names by sound, worked out once when first needed. */
  readonly hearing: () => Promise<Vocabulary>;
  /** The pinyin table, loaded once when first needed. */
  readonly transliteration: () => Promise<Transliteration>;
}

/** Reads issues into facts and publishes them to an index. */
export async function buildDigest(issues: readonly Issue[], lexicon: Lexicon, index: FactIndex): Promise<Digest> {
  const sorted = [...issues].sort((a, b) => isoDate(b.date).localeCompare(isoDate(a.date)) || (a.id < b.id ? -1 : 1));
  const readings = new Map<string, Reading>();
  const facts = new Map<string, Fact>();
  for (const issue of sorted) {
    for (const article of issue.articles) {
      const reading = readArticle(article, issue.date, lexicon);
      readings.set(article.id, reading);
      for (const fact of deriveFacts(reading, lexicon)) facts.set(fact.id, fact);
    }
  }
  const snapshotFacts = [...facts.values()].map(toIndexedFact);
  const version = createHash("sha256")
    .update(`${TERMS_VERSION}\n${snapshotFacts.map((fact) => fact.id).join("\n")}`)
    .digest("base64url")
    .slice(0, 16);
  await index.publish({ version, facts: snapshotFacts });
  const searched = new WeakMap<Reading, SearchedText>();
  const transliteration = once(loadTransliteration);
  const vocabulary = vocabularyOf(sorted, readings, lexicon);
  return {
    version,
    issues: sorted,
    issuePlaces: new Map(sorted.map((issue, place) => [issue.id, place])),
    readings,
    facts,
    index,
    lexicon,
    vocabulary,
    hearing: once(async () => hearing(vocabulary, await transliteration())),
    reference: sorted.find((issue) => issue.date !== null)?.date ?? null,
    searched: (reading) => {
      const known = searched.get(reading) ?? toSearchedText(reading.folded);
      searched.set(reading, known);
      return known;
    },
    transliteration,
  };
}

/** The digest's vocabulary, able to match names by sound. */
function hearing(vocabulary: Vocabulary, transliteration: Transliteration): Vocabulary {
  const sounded = [...vocabulary.names]
    .filter((name) => /^[\p{Script=Han}·]{2,12}$/u.test(name))
    .map((name) => soundOf(name, transliteration));
  return {
    ...vocabulary,
    soundsLike: (latin) => {
      const alike = sounded
        .map((name) => ({ name: name.name, score: soundAlike(latin, name) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      const whole = alike.map(({ name }) => name);
      const parts =
        whole.length > 0 ? [] : sounded.map((name) => spelledPart(latin, name)).filter((part) => part !== null);
      return [...new Set([...whole, ...parts])].slice(0, 3);
    },
  };
}

/** An issue's date as ISO text: 2025-07-16, 2025-07, or "" where there is none. */
export function isoDate(date: IssueDate | null): string {
  if (date === null) return "";
  const month = String(date.month).padStart(2, "0");
  return date.day === null ? `${date.year}-${month}` : `${date.year}-${month}-${String(date.day).padStart(2, "0")}`;
}

function toIndexedFact(fact: Fact): IndexedFact {
  const { reading, sentence } = fact;
  const previous = reading.sentences[sentence.index - 1];
  const before = previous?.block === sentence.block ? reading.folded.slice(previous.start, previous.end) : "";
  const heading = sentence.heading === null ? "" : reading.folded.slice(sentence.heading.start, sentence.heading.end);
  return {
    id: fact.id,
    issueId: reading.article.issueId,
    date: isoDate(reading.issueDate) || null,
    statement: reading.folded.slice(fact.start, fact.end),
    context: `${before}\n${reading.folded.slice(sentence.start, fact.start)}\n${reading.folded.slice(fact.end, sentence.end)}`,
    title: `${reading.foldedTitle}\n${heading}`,
  };
}

function vocabularyOf(issues: readonly Issue[], readings: ReadonlyMap<string, Reading>, lexicon: Lexicon): Vocabulary {
  const names = new Set<string>();
  const people = new Set<string>();
  const equals = new Map<string, string[]>();
  for (const reading of readings.values()) {
    for (const { short, long } of reading.shortForms) {
      equals.set(short, [...(equals.get(short) ?? []), long]);
      equals.set(long, [...(equals.get(long) ?? []), short]);
    }
    for (const author of reading.byline) names.add(fold(reading.article.text.slice(author.start, author.end)));
    for (const sentence of reading.sentences) {
      for (const mention of sentence.mentions) {
        if (mention.kind === "quantity" || mention.kind === "period" || mention.kind === "list") continue;
        const name = reading.folded.slice(mention.start, mention.end);
        if (name.length < 2 || name.length > 24) continue;
        if (mention.kind !== "quoted") names.add(name);
        if (mention.kind === "organisation") {
          const short = contracted(name, lexicon.names.contractions);
          if (short !== null) equals.set(short, [...new Set([...(equals.get(short) ?? []), name])]);
        }
        if (mention.kind === "person") {
          people.add(name);
          for (const part of name.split("·")) if (part.length > 1) names.add(part);
        }
      }
    }
  }
  return { names, people, equals, languages: new Set(issues.map((issue) => issue.language)), soundsLike: () => [] };
}

/** 国务院新闻办公室 → 国务院新闻办; null where nothing is shortened or little is left. */
function contracted(name: string, contractions: ReadonlyMap<string, string>): string | null {
  for (const [long, short] of contractions) {
    if (name.endsWith(long) && name.length - long.length + short.length >= 4)
      return name.slice(0, -long.length) + short;
  }
  return null;
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => (loaded ??= load());
}
