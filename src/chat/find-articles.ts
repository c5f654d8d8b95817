import { ask } from "../ask.ts";
import type { Article } from "../digest/issue.ts";
import type { Digest } from "../search/digest.ts";
import { fold } from "../text/fold.ts";
import { foundBy } from "./search.ts";

/**
 * Finds articles for a reader who is still typing: the newest issue's one of that number, those whose titles hold what is
 * typed, then those that it finds as a question. Newest first; all where nothing is typed yet.
 *
 * @param isQuick - Leaves out what only asking finds.
 */
export async function findArticles(typed: string, digest: Digest, most: number, isQuick = false): Promise<Article[]> {
  const wanted = fold(typed.trim());
  const titles = titlesOf(digest);
  const found = new Set<Article>();
  const numbered = /^\d{1,4}$/u.test(wanted) ? digest.issues[0]?.articles[Number(wanted) - 1] : undefined;
  if (numbered !== undefined) found.add(numbered);
  for (const { article, title } of titles) {
    if (found.size >= most) break;
    if (title.includes(wanted)) found.add(article);
  }
  if (wanted !== "" && !isQuick && found.size < most) {
    for (const { articleId } of foundBy(await ask(digest, typed), digest)) {
      const article = digest.readings.get(articleId)?.article;
      if (article !== undefined) found.add(article);
    }
  }
  return [...found].slice(0, most);
}

const known = new WeakMap<Digest, readonly { readonly article: Article; readonly title: string }[]>();

function titlesOf(digest: Digest): readonly { readonly article: Article; readonly title: string }[] {
  const titles =
    known.get(digest) ??
    digest.issues.flatMap(({ articles }) => articles.map((article) => ({ article, title: fold(article.title) })));
  known.set(digest, titles);
  return titles;
}
