import type { Update } from "grammy/types";
import type { Bot } from "./bot.ts";
import type { ChatQueue } from "../chat-queue.ts";
import { handleCallback } from "./handle-callback.ts";
import { handleMessage } from "./handle-message.ts";
import { handleReaction } from "./handle-reaction.ts";
import { handleInlineQuery } from "./inline-results.ts";

/**
 * Handles an update to its end: those of one chat in their order, those of different chats at the same time.
 *
 * @param botNow - The bot with the digest that is served at this moment; an update is handled by one of them.
 */
export async function handleUpdate(update: Update, botNow: () => Bot, queue: ChatQueue): Promise<void> {
  await queue.run(placeOf(update), async () => {
    const bot = botNow();
    if (update.message !== undefined) return handleMessage(update.message, false, bot);
    if (update.edited_message !== undefined) return handleMessage(update.edited_message, true, bot);
    if (update.callback_query !== undefined) return handleCallback(update.callback_query, bot);
    if (update.inline_query !== undefined) return handleInlineQuery(update.inline_query, bot);
    if (update.message_reaction !== undefined) handleReaction(update.message_reaction, bot);
  });
}

/** Whose order matters: a chat's, or of an inline query the user's. */
function placeOf({
  message,
  edited_message: edited,
  callback_query: pressed,
  inline_query: inline,
  message_reaction: reaction,
}: Update): string {
  const chat = message?.chat ?? edited?.chat ?? pressed?.message?.chat ?? reaction?.chat;
  return chat === undefined ? `user ${inline?.from.id ?? pressed?.from.id ?? 0}` : `chat ${chat.id}`;
}
