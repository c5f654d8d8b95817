import type { Digest, Fact, Mention } from "../../src/index.ts";
import { openDigest } from "../../src/index.ts";
import { slice } from "../../src/text/span.ts";

/** Opens the sample digest. */
export async function openSample(): Promise<Digest> {
  return (await openDigest("knowledge")).digest;
}

/** The fact whose statement holds some words of an article. */
export function factOf(digest: Digest, words: string): Fact {
  const fact = [...digest.facts.values()].find((other) => wordsOf(other, other).includes(words));
  if (fact === undefined) throw new Error(`No fact holds “${words}”`);
  return fact;
}

/** The printed words of a span of a fact's article. */
export function wordsOf(fact: Fact, span: { readonly start: number; readonly end: number }): string {
  return slice(fact.reading.article.text, span);
}

/** The printed words of all mentions of a kind in an article of the newest issue, in order. */
export function mentioned(digest: Digest, ordinal: number, kind: Mention["kind"]): string[] {
  const article = digest.issues[0]?.articles[ordinal - 1];
  const reading = digest.readings.get(article?.id ?? "");
  return (reading?.sentences ?? []).flatMap((sentence) =>
    sentence.mentions.filter((mention) => mention.kind === kind).map((mention) => slice(article?.text ?? "", mention)),
  );
}
