import type { APIApplicationCommandInteraction } from "discord.js";
import { ApplicationCommandType, InteractionResponseType, MessageFlags } from "discord.js";
import { WORDS } from "../chat-words.ts";
import { answerTo, check, note } from "./answer.ts";
import type { Asker } from "./asker.ts";
import { admit, askerOf } from "./asker.ts";
import type { Bot } from "./bot.ts";
import { ALWAYS_PRIVATE } from "./commands.ts";
import type { Outgoing } from "./outgoing.ts";
import { NO_MENTIONS, toBody } from "./outgoing.ts";
import { safeError } from "./safe-error.ts";
import { typedCommand } from "./typed-command.ts";
import { DISCORD_WORDS } from "./words.ts";

/** Answers a command: promises an answer at once, works it out when it is its turn, and fills it in. */
export async function handleCommand(interaction: APIApplicationCommandInteraction, bot: Bot): Promise<void> {
  const asker = askerOf(interaction, bot);
  if (!bot.isAllowed(interaction.guild_id)) return tell(interaction, DISCORD_WORDS.notHere[asker.language], bot);
  if (admit(asker, bot) !== "admitted") return tell(interaction, WORDS.tooFast[asker.language], bot);
  // Who asks is looked at again in turn: the command before may have chosen another language.
  await promiseAnswer(interaction, isPrivate(interaction), asker, bot, async () =>
    answerCommand(interaction, askerOf(interaction, bot), bot),
  );
}

/** Promises an answer at once, works it out in its turn, and shows it; a defect is told, not thrown. */
export async function promiseAnswer(
  interaction: Parameters<Bot["calls"]["acknowledge"]>[0],
  isForAskerOnly: boolean,
  asker: Asker,
  bot: Bot,
  work: () => Promise<Outgoing>,
): Promise<void> {
  const promised = bot.turns.first(
    bot.calls.acknowledge(interaction, {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { allowed_mentions: NO_MENTIONS, ...(isForAskerOnly ? { flags: MessageFlags.Ephemeral } : {}) },
    }),
  );
  await bot.queue.run(asker.conversation, async () => {
    if (!(await promised)) return;
    const outgoing = await bot.turns.take(work).catch((error: unknown) => {
      bot.log.error({ err: safeError(error) }, "a question couldn't be answered");
      return note(WORDS.sorry[asker.language]);
    });
    await bot.calls.edit(interaction, toBody(outgoing));
  });
}

/** Tells who asked something that takes no work. */
export async function tell(
  interaction: Parameters<Bot["calls"]["acknowledge"]>[0],
  text: string,
  bot: Bot,
): Promise<void> {
  const body = {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { content: text, flags: MessageFlags.Ephemeral, allowed_mentions: NO_MENTIONS },
  };
  await bot.turns.first(bot.calls.acknowledge(interaction, body));
}

async function answerCommand(interaction: APIApplicationCommandInteraction, asker: Asker, bot: Bot): Promise<Outgoing> {
  const { data } = interaction;
  if (data.type === ApplicationCommandType.Message) {
    const { content = "" } = data.resolved.messages[data.target_id] ?? {};
    return content.trim() === "" ? note(DISCORD_WORDS.noText[asker.language]) : check(content, asker, bot);
  }
  if (data.type !== ApplicationCommandType.ChatInput) return note(WORDS.sorry[asker.language]);
  return answerTo(typedCommand(data), asker, isPrivate(interaction) || asker.owner === null, bot);
}

function isPrivate({ data }: APIApplicationCommandInteraction): boolean {
  if (ALWAYS_PRIVATE.has(data.name)) return true;
  const options = "options" in data ? (data.options ?? []) : [];
  return options.some((option) => option.name === "private" && "value" in option && option.value === true);
}
