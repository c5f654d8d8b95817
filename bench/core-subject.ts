import { ask, openDigest } from "../src/index.ts";
import type { Turn } from "../src/index.ts";
import type { Subject } from "./subject.ts";

/** Opens the bot's core: a conversation's turns follow one another as in a chat. */
export async function openCore(folder: string): Promise<Subject> {
  const { digest } = await openDigest(folder);
  const readings = [...digest.readings.values()];
  return {
    articles: readings.length,
    sentences: readings.reduce((sum, { sentences }) => sum + sentences.length, 0),
    converse: () => {
      let last: Turn | null = null;
      return async (question) => {
        const { turn } = await ask(digest, question, last);
        last = turn ?? last;
      };
    },
  };
}
