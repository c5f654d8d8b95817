import type { APIInteraction, APIMessage } from "discord.js";
import { InteractionContextType } from "discord.js";
import type { Admission, Language } from "../../src/index.ts";
import { languageOf } from "../../src/index.ts";
import type { Bot } from "./bot.ts";

/** Who asks, and where. */
export interface Asker {
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  /** The language of commands. */
  readonly language: Language;
  /** Whose buttons these will be: nobody's where nobody else is. */
  readonly owner: string | null;
  /** A talk is one user's, in one channel or thread. */
  readonly conversation: string;
}

/** Who stands behind an interaction. */
export function askerOf(interaction: APIInteraction, bot: Bot): Asker {
  const userId = interaction.member?.user.id ?? interaction.user?.id ?? "";
  const channelId = interaction.channel?.id ?? interaction.channel_id ?? "";
  const isAlone = interaction.guild_id === undefined && interaction.context !== InteractionContextType.PrivateChannel;
  const locale = "locale" in interaction ? interaction.locale : undefined;
  return toAsker(userId, channelId, interaction.guild_id, locale, isAlone, bot);
}

/** Who wrote a message. */
export function writerOf(message: APIMessage & { readonly guild_id?: string | undefined }, bot: Bot): Asker {
  return toAsker(
    message.author.id,
    message.channel_id,
    message.guild_id,
    undefined,
    message.guild_id === undefined,
    bot,
  );
}

/** Whether somebody may ask now. */
export function admit({ userId, channelId }: Asker, bot: Bot): Admission {
  const nowMs = Date.now();
  const admissions = [bot.users.admit(userId, nowMs), bot.chats.admit(channelId, nowMs)];
  if (admissions.every((admission) => admission === "admitted")) return "admitted";
  return admissions.includes("notice") ? "notice" : "silent";
}

function toAsker(
  userId: string,
  channelId: string,
  guildId: string | undefined,
  locale: string | undefined,
  isAlone: boolean,
  bot: Bot,
): Asker {
  const app = locale === undefined ? languageOf(bot.digest) : locale.startsWith("zh") ? "zh" : "en";
  return {
    userId,
    channelId,
    guildId,
    language: bot.languages.get(userId) ?? app,
    owner: isAlone ? null : userId,
    conversation: `discord:${channelId}:${userId}`,
  };
}
