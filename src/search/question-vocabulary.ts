import type { Vocabulary } from "../question/vocabulary.ts";
import { fold } from "../text/fold.ts";
import { terms as indexTerms } from "../text/term.ts";
import { crossLanguages } from "./crossing.ts";
import type { Digest } from "./digest.ts";

/** What a question is understood by: the digest's vocabulary, its words in the other language, and which of them stand in it. */
export async function vocabularyFor(question: string, digest: Digest): Promise<Vocabulary> {
  return { ...(await crossLanguages(question, digest)), stands: await standing(question, digest) };
}

/** Asks the index once for all pairs of characters of a question; a word stands in the digest where each of its pairs does. */
async function standing(question: string, { index, vocabulary }: Digest): Promise<Vocabulary["stands"]> {
  if (!vocabulary.languages.has("zh")) return () => false;
  const { frequency } = await index.frequencies(pairsOf(fold(question)));
  return (word) => word.length > 1 && pairsOf(word).every((pair) => (frequency.get(pair) ?? 0) > 0);
}

function pairsOf(folded: string): string[] {
  return [...new Set(indexTerms(folded))].filter((term) => /^\p{Script=Han}{2}$/u.test(term));
}
