import type { Api } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Conversations, Digest, RateLimiter } from "../../src/index.ts";
import type { ChatState } from "../chat-commands.ts";
import type { Log } from "../log.ts";

/** What handling an update needs. */
export interface Bot extends ChatState<number> {
  readonly api: Api;
  readonly me: UserFromGetMe;
  readonly digest: Digest;
  readonly conversations: Conversations;
  readonly log: Log;
  /** How much one user, and one chat, may ask. */
  readonly users: RateLimiter;
  readonly chats: RateLimiter;
  /** Where the answer to a message stands, so that an edited question edits its answer. */
  readonly answers: AnswerPlaces;
  readonly isAllowed: (chatId: number) => boolean;
}

/** The places of the answers given last. */
export interface AnswerPlaces {
  readonly of: (chatId: number, questionId: number) => number | null;
  readonly keep: (chatId: number, questionId: number, answerId: number) => void;
}

/** Remembers the places of so many answers. */
export function createAnswerPlaces(most = 5000): AnswerPlaces {
  const places = new Map<string, number>();
  return {
    of: (chatId, questionId) => places.get(`${chatId}:${questionId}`) ?? null,
    keep: (chatId, questionId, answerId) => {
      places.set(`${chatId}:${questionId}`, answerId);
      for (const oldest of places.keys()) {
        if (places.size <= most) break;
        places.delete(oldest);
      }
    },
  };
}
