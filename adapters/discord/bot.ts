import type { Conversations, Digest, RateLimiter } from "../../src/index.ts";
import type { ChatState } from "../chat-commands.ts";
import type { ChatQueue } from "../chat-queue.ts";
import type { Log } from "../log.ts";
import type { AnswerTurns } from "./answer-turns.ts";
import type { Calls } from "./calls.ts";
import type { Identity } from "./gateway.ts";

/** What handling an interaction or a message needs. */
export interface Bot extends ChatState<string> {
  readonly me: Identity;
  readonly calls: Calls;
  readonly digest: Digest;
  readonly conversations: Conversations;
  readonly log: Log;
  /** How much one user, and one channel, may ask. */
  readonly users: RateLimiter;
  readonly chats: RateLimiter;
  /** Keeps what one user asks in one place in order. */
  readonly queue: ChatQueue;
  readonly turns: AnswerTurns;
  /** Whether a server is answered; undefined stands for direct messages. */
  readonly isAllowed: (guildId: string | undefined) => boolean;
}
