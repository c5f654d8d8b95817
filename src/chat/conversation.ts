import type { Turn } from "../question/follow-up.ts";

/** Keeps the last turn of each conversation, so that a follow-up finds what it goes on from. */
export interface Conversations {
  /** The last turn of a conversation; null where there is none, or it was forgotten. */
  readonly last: (key: string) => Promise<Turn | null>;
  readonly remember: (key: string, turn: Turn) => Promise<void>;
}

/** About 3 kB a turn, so some 3 MB at most; whoever wrote while a thousand others did begins anew. */
const MOST_CONVERSATIONS = 1000;

/**
 * Keeps conversations in memory, the most recently used ones up to a maximum: the one that nobody has gone on with for
 * the longest is forgotten first.
 *
 * @param most - How many to keep, at least 1.
 */
export function createConversations(most: number = MOST_CONVERSATIONS): Conversations {
  const turns = new Map<string, Turn>();
  const use = (key: string, turn: Turn): void => {
    turns.delete(key);
    turns.set(key, turn);
  };
  return {
    last: async (key) => {
      const turn = turns.get(key);
      if (turn === undefined) return null;
      use(key, turn);
      return turn;
    },
    remember: async (key, turn) => {
      use(key, turn);
      for (const oldest of turns.keys()) {
        if (turns.size <= most) break;
        turns.delete(oldest);
      }
    },
  };
}
