import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";

/** How many questions a reply offers. */
const OFFERED = 3;

/** Offers questions that the digest can answer: what its articles are about, the nearest article first. */
export function suggest(digest: Digest, language: Language, nearest: string | null): string[] {
  const articles = digest.issues.flatMap((issue) => issue.articles).slice(0, 50);
  const ordered = [...articles.filter((article) => article.id === nearest), ...articles.filter((article) => article.id !== nearest)];
  return ordered.slice(0, OFFERED).map((article) => (language === "zh" ? `《${article.title}》讲了什么？` : `What is the article “${article.title}” about?`));
}
