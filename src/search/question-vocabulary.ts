import type { Vocabulary } from "../question/vocabulary.ts";
import { fold } from "../text/fold.ts";
import { pairs } from "../text/term.ts";
import { crossLanguages } from "./crossing.ts";
import type { Digest } from "./digest.ts";

/** What a question is understood by: the digest's vocabulary, its words in the other language, and which of them stand in it. */
export async function vocabularyFor(question: string, digest: Digest): Promise<Vocabulary> {
  return { ...(await crossLanguages(question, digest)), stands: await standing(question, digest) };
}

/** Asks the index once for all pairs of characters of a question; a word stands in the digest where each of its pairs does. */
async function standing(question: string, { index, vocabulary }: Digest): Promise<Vocabulary["stands"]> {
  if (!vocabulary.languages.has("zh")) return () => false;
  const { frequency } = await index.frequencies(pairs(fold(question)));
  return (word) => word.length > 1 && pairs(word).every((pair) => (frequency.get(pair) ?? 0) > 0);
}
