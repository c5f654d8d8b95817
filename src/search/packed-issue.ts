import { createHash } from "node:crypto";
import type { Issue } from "../digest/issue.ts";
import { isoDate } from "../digest/issue-date.ts";
import type { Fact } from "../fact/fact.ts";
import { deriveFacts } from "../fact/fact.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import { numberWords, packReading } from "../fact/pack-reading.ts";
import type { Reading } from "../fact/reading.ts";
import { readArticle } from "../fact/reading.ts";
import { unpackReading } from "../fact/unpack-reading.ts";
import { TERMS_VERSION } from "../text/term.ts";
import type { IssueVocabulary } from "./issue-vocabulary.ts";
import { issueVocabulary } from "./issue-vocabulary.ts";

/** An issue with what reading it found, packed: about 40 bytes a sentence, where readings take more than 1,000. */
export interface PackedIssue {
  readonly issue: Issue;
  /** From {@link TERMS_VERSION} and all that is printed: issues of one version are read and indexed alike. */
  readonly version: string;
  /** The words that the packed readings have by number. */
  readonly words: readonly string[];
  /** The readings of the issue's articles, one after another. */
  readonly readings: Uint8Array;
  /** By article, in their order. */
  readonly articles: readonly PackedArticle[];
  /** What the issue teaches about words, so that joining issues reads none of them. */
  readonly vocabulary: IssueVocabulary;
}

/** What is known of an article without unpacking its reading. */
export interface PackedArticle {
  /** Where its reading ends in {@link PackedIssue.readings}; it begins where the one before ends. */
  readonly end: number;
  readonly factIds: readonly string[];
}

/** Reads an issue's articles and packs what was found. The same issue always packs the same. */
export function packIssue(issue: Issue, lexicon: Lexicon): PackedIssue {
  const numbers = numberWords();
  const packed: { readonly bytes: Uint8Array; readonly factIds: readonly string[] }[] = [];
  const vocabulary = issueVocabulary(packedOnTheWay(), lexicon);
  let end = 0;
  return {
    issue,
    version: versionOf(issue),
    words: numbers.words,
    readings: Buffer.concat(packed.map(({ bytes }) => bytes)),
    articles: packed.map(({ bytes, factIds }) => ({ end: (end += bytes.length), factIds })),
    vocabulary,
  };

  /** The readings one after another, each packed once it was looked at: all at once would take too much memory. */
  function* packedOnTheWay(): Generator<Reading> {
    for (const article of issue.articles) {
      const reading = readArticle(article, issue.date, lexicon);
      yield reading;
      packed.push({
        bytes: packReading(reading, numbers),
        factIds: deriveFacts(reading, lexicon).map(({ id }) => id),
      });
    }
  }
}

function versionOf({ id, date, articles }: Issue): string {
  const printed = [TERMS_VERSION, id, isoDate(date), articles.map(({ title, text, blocks }) => [title, text, blocks])];
  return createHash("sha256").update(JSON.stringify(printed)).digest("base64url").slice(0, 16);
}

/** Unpacks the reading of an article by its place in the issue, from 0. */
export function unpackArticle({ issue, words, readings, articles }: PackedIssue, place: number): Reading {
  const article = issue.articles[place];
  if (article === undefined) throw new RangeError(`${issue.id} has no article ${place + 1}`);
  const bytes = readings.subarray(articles[place - 1]?.end ?? 0, articles[place]?.end);
  return unpackReading(bytes, words, article, issue.date);
}

/** Derives the facts of an unpacked article again. */
export function factsOf({ articles }: PackedIssue, place: number, reading: Reading, lexicon: Lexicon): Fact[] {
  return deriveFacts(reading, lexicon, articles[place]?.factIds);
}
