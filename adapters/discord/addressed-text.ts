import type { APIMessage } from "discord.js";

/**
 * What of a message is meant for the bot, without its name; null where nothing is.
 *
 * In a direct message everything is. In servers only a mention or a reply that mentions the bot: of other messages
 * Discord shows a bot without the privileged intent no text.
 */
export function addressedText(message: AddressedMessage, botId: string): string | null {
  const isMeant = (message.guild_id ?? null) === null || message.mentions.some(({ id }) => id === botId);
  if (!isMeant) return null;
  return message.content.replaceAll(new RegExp(`<@!?${botId}>`, "gu"), " ").trim();
}

/** A message as the gateway brings it. */
export type AddressedMessage = Pick<APIMessage, "content" | "mentions"> & { readonly guild_id?: string | undefined };
