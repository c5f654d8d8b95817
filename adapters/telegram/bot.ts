import type { Api } from "grammy";
import type { User, UserFromGetMe } from "grammy/types";
import { languageOf } from "../../src/index.ts";
import type { Conversations, Digest, Language, RateLimiter } from "../../src/index.ts";
import type { ChatState } from "../chat-commands.ts";
import type { Log } from "../log.ts";
import type { AnswerPlaces } from "./answer-places.ts";

/** What handling an update needs. */
export interface Bot extends ChatState<number> {
  readonly api: Api;
  readonly me: UserFromGetMe;
  readonly digest: Digest;
  readonly conversations: Conversations;
  readonly log: Log;
  /** How much one user, and one chat, may ask; and how often one user may be offered results while typing. */
  readonly users: RateLimiter;
  readonly chats: RateLimiter;
  readonly typing: RateLimiter;
  readonly answers: AnswerPlaces;
  readonly isAllowed: (chatId: number) => boolean;
  /** Whether so much is in work that what only decorates is left out. */
  readonly isBusy: () => boolean;
}

/** The language of commands: the one chosen, else that of the user's app, else the digest's. */
export function languageFor(from: User, bot: Bot): Language {
  const code = from.language_code?.toLowerCase();
  return (
    bot.languages.get(from.id) ?? (code === undefined ? languageOf(bot.digest) : code.startsWith("zh") ? "zh" : "en")
  );
}
