import { createHash } from "node:crypto";
import type { Issue, IssueDate } from "../digest/issue.ts";
import { isoDate } from "../digest/issue-date.ts";
import type { Fact } from "../fact/fact.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Dictionary, Direction } from "../lexicon/dictionary.ts";
import { openDictionary } from "../lexicon/dictionary.ts";
import type { Reading } from "../fact/reading.ts";
import type { Vocabulary } from "../question/vocabulary.ts";
import { fold } from "../text/fold.ts";
import type { Transliteration } from "../text/pinyin.ts";
import { loadTransliteration } from "../text/pinyin.ts";
import type { DigestSounds } from "./digest-sounds.ts";
import { openDigestSounds } from "./digest-sounds.ts";
import { vocabularyOf } from "./digest-vocabulary.ts";
import { createFactStore } from "./fact-store.ts";
import type { FactIndex, FactSequence, SnapshotPart } from "./fact-index.ts";
import { withSounds } from "./hearing.ts";
import type { Kinship } from "./kinship.ts";
import { createKinship } from "./kinship.ts";
import type { SearchedText } from "./occurrences.ts";
import { toSearchedText } from "./occurrences.ts";
import type { PackedIssue } from "./packed-issue.ts";
import type { RememberedSearch } from "./retrieve.ts";
import type { ArticleSupport } from "./support.ts";
import { supportIn } from "./support.ts";
import { packIssue } from "./packed-issue.ts";

/** A loaded digest: its issues, read and indexed. Immutable; a changed folder makes a new one. */
export interface Digest {
  readonly version: string;
  /** Newest first; undated issues last. */
  readonly issues: readonly Issue[];
  /** Each issue's place in {@link issues}, by its id. */
  readonly issuePlaces: ReadonlyMap<string, number>;
  /** Readings by article id; those of a large digest are unpacked when they are asked for. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Facts by id, article by article. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** The facts of one article; none where there is no such article. */
  readonly factsOf: (articleId: string) => readonly Fact[];
  readonly index: FactIndex;
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  /** The newest issue's date: what 今年 in a question resolves against. */
  readonly reference: IssueDate | null;
  readonly searched: (reading: Reading) => SearchedText;
  /** Where a question's terms stand in an article; see `forOneQuestion`. */
  readonly supportIn: (reading: Reading) => ArticleSupport;
  /** The searches for the question that is being answered; null where none are remembered. */
  readonly searches: RememberedSearch[] | null;
  /** Whether questions that were tried as suggestions are answered; `suggest.ts` keeps it small. */
  readonly tried: Map<string, boolean>;
  /** The vocabulary with names by sound, worked out once when first needed. */
  readonly hearing: () => Promise<Vocabulary>;
  /** The pinyin table, loaded once when first needed. */
  readonly transliteration: () => Promise<Transliteration>;
  /** The digest's names by sound, in both directions; worked out once when first needed. */
  readonly sounds: () => Promise<DigestSounds>;
  /** Nearness of words in meaning; its dictionary is opened once when first needed. */
  readonly kinship: () => Promise<Kinship>;
  /** A part of the dictionary, opened once when first needed. */
  readonly dictionary: (direction: Direction) => Promise<Dictionary>;
}

/** Reads issues into facts and publishes them to an index. */
export async function buildDigest(issues: readonly Issue[], lexicon: Lexicon, index: FactIndex): Promise<Digest> {
  return openPacked(
    issues.map((issue) => packIssue(issue, lexicon)),
    lexicon,
    index,
  );
}

/**
 * Makes a digest of issues that have been read, and publishes their facts to an index.
 *
 * @param onIndexed Is told now and then how many of how many facts an index has taken.
 */
export async function openPacked(
  packed: readonly PackedIssue[],
  lexicon: Lexicon,
  index: FactIndex,
  onIndexed: (done: number, total: number) => void = () => {},
): Promise<Digest> {
  const sorted = [...packed].sort((a, b) => byDate(a.issue, b.issue));
  const issues = sorted.map(({ issue }) => issue);
  const { readings, facts, factsOf, indexed } = createFactStore(sorted, lexicon);
  const version = versionOf(sorted);
  await index.publish({ version, facts: watched(indexed, onIndexed), parts: sorted.map(partOf) });
  const searched = new WeakMap<Reading, SearchedText>();
  const transliteration = once(async () => loadTransliteration(lexicon.names.compoundSurnames));
  const vocabulary = vocabularyOf(sorted);
  const sounds = once(async () =>
    openDigestSounds(readings.values(), index, lexicon, vocabulary, await transliteration()),
  );
  const dictionaries = {
    "en-zh": once(async () => openDictionary("en-zh")),
    "zh-en": once(async () => openDictionary("zh-en")),
    "ja-zh": once(async () => openDictionary("ja-zh")),
  };
  const issuePlaces = new Map(issues.map((issue, place) => [issue.id, place]));
  const searchedText = (reading: Reading): SearchedText => {
    const known = searched.get(reading) ?? toSearchedText(reading.folded);
    searched.set(reading, known);
    return known;
  };
  return {
    version,
    issues,
    issuePlaces,
    readings,
    facts,
    factsOf,
    index,
    lexicon,
    vocabulary,
    hearing: once(async () => withSounds(vocabulary, await transliteration())),
    reference: issues.find((issue) => issue.date !== null)?.date ?? null,
    searched: searchedText,
    supportIn: (reading) => {
      const issue = issues[issuePlaces.get(reading.article.issueId) ?? -1];
      return supportIn(reading, searchedText(reading), fold(issue?.title ?? ""));
    },
    searches: null,
    tried: new Map(),
    transliteration,
    sounds,
    kinship: once(async () => createKinship(await dictionaries["zh-en"](), lexicon)),
    dictionary: (direction) => dictionaries[direction](),
  };
}

/** The same facts; tells how far an index has gone through them. */
function watched(facts: FactSequence, onIndexed: (done: number, total: number) => void): FactSequence {
  return {
    length: facts.length,
    at: (ordinal) => facts.at(ordinal),
    *[Symbol.iterator]() {
      let done = 0;
      for (const fact of facts) {
        if (done++ % TOLD_EVERY === 0) onIndexed(done, facts.length);
        yield fact;
      }
    },
  };
}

const TOLD_EVERY = 500;

/** The version of what a digest's index holds: from those of its issues. */
function versionOf(packed: readonly PackedIssue[]): string {
  const hash = createHash("sha256");
  for (const { version } of packed) hash.update(version);
  return hash.digest("base64url").slice(0, 16);
}

function partOf({ issue, version, articles }: PackedIssue): SnapshotPart {
  const size = articles.reduce((sum, { factIds }) => sum + factIds.length, 0);
  return { issueId: issue.id, date: isoDate(issue.date) || null, version, size };
}

function byDate(a: Issue, b: Issue): number {
  return isoDate(b.date).localeCompare(isoDate(a.date)) || (a.id < b.id ? -1 : 1);
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => (loaded ??= load());
}
