import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Retrieved } from "../search/retrieve.ts";
import type { ArticleSupport } from "../search/support.ts";
import type { WordingMatch } from "../search/wording-match.ts";

/** A sentence of the retrieved facts, with what is known of it before any candidate is. */
export interface Place {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly support: ArticleSupport;
  readonly wording: WordingMatch;
  /** The words of the wording over the most that a sentence has, 0 to 1: in it; in it and its titles. */
  readonly mostWords: number;
  readonly mostTitled: number;
  /** The engine's score over the best, 0 to 1. */
  readonly engine: number;
  /** The article's summed scores over those of the best article, 0 to 1. */
  readonly article: number;
  /** Whether the sentence names somebody or something that the question doesn't. */
  readonly hasNewName: boolean;
  /** For 哪个制度 "which system": 1 where the sentence has a word in 制度 that the question hasn't, 0.5 one in 制. */
  readonly headed: number;
  /** 1 for the newest issue, less for older ones. */
  readonly recency: number;
}

/** The sentences of the retrieved facts, each once. */
export function placesOf(query: Query, retrieved: Retrieved, digest: Digest): Place[] {
  const found = bestBySentence(retrieved);
  const articles = scoresByArticle(retrieved);
  const most = Math.max(...articles.values());
  const matched = new Map<Reading, (sentence: Sentence) => WordingMatch>();
  const wordings = found.map(({ reading, sentence }) => {
    const match = matched.get(reading) ?? retrieved.match(reading, digest.searched(reading));
    matched.set(reading, match);
    return match(sentence);
  });
  const mostWords = Math.max(...wordings.map(({ words }) => words));
  const mostTitled = Math.max(...wordings.map(({ titled }) => titled));
  return found.flatMap(({ reading, sentence, engine }, i) => {
    const wording = wordings[i];
    if (wording === undefined) return [];
    return {
      reading,
      sentence,
      support: digest.supportIn(reading),
      wording,
      mostWords: ratio(wording.words, mostWords),
      mostTitled: ratio(wording.titled, mostTitled),
      engine,
      article: (articles.get(reading) ?? 0) / most,
      hasNewName: hasNewName(query, reading, sentence),
      headed: headed(query, reading, sentence),
      recency: 1 / (1 + (digest.issuePlaces.get(reading.article.issueId) ?? digest.issues.length)),
    };
  });
}

interface FoundSentence {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly engine: number;
}

/** The sentences in the order of their best facts. */
function bestBySentence({ found }: Retrieved): FoundSentence[] {
  const best = new Map<Sentence, FoundSentence>();
  for (const { fact, score } of found) {
    const { reading, sentence } = fact;
    if (!best.has(sentence)) best.set(sentence, { reading, sentence, engine: score });
  }
  return [...best.values()];
}

function scoresByArticle({ found }: Retrieved): Map<Reading, number> {
  const scores = new Map<Reading, number>();
  for (const { fact, score } of found) scores.set(fact.reading, (scores.get(fact.reading) ?? 0) + score);
  return scores;
}

function hasNewName({ folded }: Query, reading: Reading, sentence: Sentence): boolean {
  return sentence.mentions.some(
    (mention) =>
      mention.kind !== "quantity" &&
      mention.kind !== "period" &&
      mention.kind !== "list" &&
      !folded.includes(reading.folded.slice(mention.start, mention.end)),
  );
}

function headed({ focus, folded }: Query, reading: Reading, sentence: Sentence): number {
  if (focus === null || !/^\p{Script=Han}{2,}$/u.test(focus.surface)) return 0;
  const text = reading.folded.slice(sentence.start, sentence.end);
  const endsNew = (ending: string): boolean => {
    for (let at = text.indexOf(ending, 1); at > 0; at = text.indexOf(ending, at + 1))
      if (/\p{Script=Han}/u.test(text.charAt(at - 1)) && !folded.includes(text.slice(at - 1, at + ending.length)))
        return true;
    return false;
  };
  if (endsNew(focus.surface)) return 1;
  return endsNew(focus.surface.charAt(0)) || endsNew(focus.surface.charAt(focus.surface.length - 1)) ? 0.5 : 0;
}

function ratio(value: number, most: number): number {
  return most === 0 ? 0 : value / most;
}
