import { GrammyError } from "grammy";
import type { Message } from "grammy/types";
import type { Bot } from "./bot.ts";
import type { Outgoing } from "./outgoing.ts";

/** The General topic of a group; its messages are answered without naming a topic. */
const GENERAL = 1;

/** The topic that a message stands in, as calls name it. */
export function threadOf({ is_topic_message: isInTopic, message_thread_id: thread }: Message): {
  message_thread_id?: number;
} {
  return isInTopic === true && thread !== undefined && thread !== GENERAL ? { message_thread_id: thread } : {};
}

/**
 * Sends a message as the reply to another, in the topic that it stands in.
 *
 * @returns the number of the message sent; null from a server that doesn't say.
 */
export async function reply(message: Message, outgoing: Outgoing, bot: Bot): Promise<number | null> {
  const sent: Message | null | undefined = await bot.api.sendMessage(message.chat.id, outgoing.text.text, {
    entities: outgoing.text.entities,
    link_preview_options: { is_disabled: true },
    reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
    ...threadOf(message),
    ...(outgoing.keyboard === null ? {} : { reply_markup: outgoing.keyboard }),
  });
  return sent?.message_id ?? null;
}

/** Edits an answer; that nothing changed, or that it is gone, is no failure. */
export async function edit(chatId: number, messageId: number, outgoing: Outgoing, bot: Bot): Promise<void> {
  try {
    await bot.api.editMessageText(chatId, messageId, outgoing.text.text, {
      entities: outgoing.text.entities,
      link_preview_options: { is_disabled: true },
      ...(outgoing.keyboard === null ? {} : { reply_markup: outgoing.keyboard }),
    });
  } catch (error) {
    if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
  }
}
