import { openPlainIndex } from "./plain-index.ts";
import type { Subject } from "./subject.ts";

/** Opens the plain script, which knows no conversations: each question stands alone. */
export async function openPlain(folder: string): Promise<Subject> {
  const index = await openPlainIndex(folder);
  return {
    articles: index.articles,
    countSentences: () => index.sentences.length,
    converse: () => async (question) => void index.best(question),
  };
}
