import { fold } from "../src/index.ts";
import type { SetQuestion } from "./question-set.ts";

/** A sentence that a search found, and where. */
export interface FoundSentence {
  /** The article's id in the question set. */
  readonly article: string;
  /** Where the sentence begins in the article's text. */
  readonly start: number;
  readonly text: string;
}

/** Where a question's article and an answering sentence stand in a ranking, from 1; null where they don't. */
export interface HitRanks {
  /** Among the distinct articles. */
  readonly article: number | null;
  /** Among the distinct sentences: one of the right article that holds an answer. */
  readonly sentence: number | null;
}

/** Finds the right article and the first answering sentence in a ranking, best first. */
export function hitRanks(found: Iterable<FoundSentence>, { article, answers }: SetQuestion): HitRanks {
  const golds = answers.map(comparable);
  const articles = new Set<string>();
  const sentences = new Set<string>();
  let sentenceRank: number | null = null;
  let articleRank: number | null = null;
  for (const sentence of found) {
    articles.add(sentence.article);
    sentences.add(`${sentence.article}\n${sentence.start}`);
    if (sentence.article !== article) continue;
    articleRank ??= articles.size;
    if (sentenceRank === null && holdsAny(sentence.text, golds)) sentenceRank = sentences.size;
  }
  return { article: articleRank, sentence: sentenceRank };
}

function holdsAny(text: string, golds: readonly string[]): boolean {
  const sentence = comparable(text);
  return golds.some((gold) => gold !== "" && sentence.includes(gold));
}

/** A text apart from width, case, Traditional or Simplified characters, and white space that says nothing. */
function comparable(text: string): string {
  return fold(text.normalize("NFC"))
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
