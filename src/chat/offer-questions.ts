import { ask } from "../ask.ts";
import { questionAbout } from "../answer/suggest.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { findArticles } from "./find-articles.ts";
import { foundBy } from "./search.ts";

/**
 * Offers questions that the digest answers to a reader who is still typing: what is typed where it is one, those near it,
 * and those about the articles that it finds.
 *
 * @param language - The language to offer in before anything tells that of the question.
 * @param isQuick - Leaves out what only asking finds.
 */
export async function offerQuestions(
  typed: string,
  digest: Digest,
  language: Language,
  most: number,
  isQuick = false,
): Promise<string[]> {
  if (typed.trim() === "" || isQuick) {
    const articles = await findArticles(typed, digest, most, true);
    return articles.map((article) => questionAbout(article, language));
  }
  const asked = await ask(digest, typed.trim());
  const { reply } = asked;
  const near = foundBy(asked, digest).flatMap(({ articleId }) => digest.readings.get(articleId)?.article ?? []);
  const titled = await findArticles(typed, digest, most, true);
  const offered = [
    ...(reply.status === "answered" ? [typed.trim()] : []),
    ...reply.suggestions,
    ...[...titled, ...near].map((article) => questionAbout(article, reply.language)),
  ];
  return [...new Set(offered)].slice(0, most);
}
