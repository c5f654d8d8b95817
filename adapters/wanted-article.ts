import type { Digest } from "../src/index.ts";

/** The id of the article that a reader names: `3` in the newest issue, else an id as `/articles` lists it. */
export function wantedArticle(wanted: string, digest: Digest): string {
  const number = wanted.normalize("NFKC");
  return /^\d{1,6}$/u.test(number) ? `${digest.issues[0]?.id ?? ""}#${Number(number)}` : wanted;
}
