import { join } from "node:path";
import { createConversations, createRateLimiter } from "../../src/index.ts";
import { CHAT_LIMIT, USER_LIMIT } from "../chat-limits.ts";
import { openFeedbackLog } from "../feedback-log.ts";
import type { TelegramSettings } from "../settings.ts";
import { createAnswerPlaces } from "./answer-places.ts";
import type { Bot } from "./bot.ts";

/** Every letter of an inline query may be one of its own. */
const TYPING_LIMIT = { burst: 40, perMinute: 60 };
/** So many users and chats are remembered: who is forgotten may write as much again. */
const LIMITED = 1000;

/** What a bot is made of. */
export interface BotParts extends Pick<Bot, "api" | "me" | "log" | "isBusy"> {
  readonly settings: TelegramSettings;
  readonly dataDir: string;
}

/** Makes what handling updates needs but for the digest, which may change while the bot runs. All of it is bounded. */
export function createBot({ api, me, log, isBusy, settings, dataDir }: BotParts): Omit<Bot, "digest"> {
  const { allowedChats, admins } = settings;
  return {
    api,
    me,
    log,
    isBusy,
    conversations: createConversations(),
    feedback: openFeedbackLog(join(dataDir, "feedback.jsonl"), log),
    users: createRateLimiter(USER_LIMIT, LIMITED),
    chats: createRateLimiter(CHAT_LIMIT, LIMITED),
    typing: createRateLimiter(TYPING_LIMIT, LIMITED),
    languages: new Map(),
    answers: createAnswerPlaces(),
    isAllowed: (chatId) => allowedChats === null || allowedChats.has(chatId),
    isAdmin: (userId) => admins.has(userId),
  };
}
