import type { Article } from "../digest/issue.ts";
import type { Reading } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "./digest.ts";
import { wordingsOf } from "./wording.ts";

/** How many of the best facts lead to articles. */
const LOOKED_AT = 200;
/** How many of the newest articles are looked at whatever the terms: an article is most often asked about while new. */
const NEWEST = 40;

/** Finds the articles that a question may mean: those that its terms lead to and the newest, in the digest's order. */
export async function articlesWith({ terms }: Query, digest: Digest): Promise<Reading[]> {
  const asked = new Map<string, number>();
  for (const term of terms) {
    for (const { words, factor } of wordingsOf(term)) {
      for (const word of words) asked.set(word, Math.max(asked.get(word) ?? 0, term.weight * factor));
    }
  }
  const { hits } = await digest.index.candidates({ terms: asked, limit: LOOKED_AT });
  const found = new Set([...newest(digest), ...hits.flatMap(({ id }) => digest.facts.get(id)?.reading ?? [])]);
  const placeOf = ({ article }: Reading): number => digest.issuePlaces.get(article.issueId) ?? 0;
  return [...found].sort((a, b) => placeOf(a) - placeOf(b) || a.article.ordinal - b.article.ordinal);
}

function newest(digest: Digest): Reading[] {
  const articles: Article[] = [];
  for (const issue of digest.issues) {
    if (articles.length >= NEWEST) break;
    articles.push(...issue.articles);
  }
  return articles.slice(0, NEWEST).flatMap(({ id }) => digest.readings.get(id) ?? []);
}
