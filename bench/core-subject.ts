import { ask, openDigest } from "../src/index.ts";
import type { Turn } from "../src/index.ts";
import type { Subject } from "./subject.ts";

/** Opens the bot's core: a conversation's turns follow one another as in a chat. */
export async function openCore(folder: string, cacheFolder: string | null): Promise<Subject> {
  const { digest } = await openDigest(folder, { cacheFolder });
  return {
    articles: digest.readings.size,
    countSentences: () => [...digest.readings.values()].reduce((sum, { sentences }) => sum + sentences.length, 0),
    converse: () => {
      let last: Turn | null = null;
      return async (question) => {
        const { turn } = await ask(digest, question, last);
        last = turn ?? last;
      };
    },
  };
}
