import type { APIMessage, APIMessageComponentInteraction } from "discord.js";
import { ComponentType, InteractionResponseType, MessageFlags } from "discord.js";
import {
  articleQuestions,
  contextOf,
  findPassage,
  parseCommand,
  quoteOf,
  relatedTo,
  runCommand,
} from "../../src/index.ts";
import type { Command, Passage } from "../../src/index.ts";
import type { ButtonData } from "../callback-data.ts";
import { readButton, versionOf } from "../callback-data.ts";
import { WORDS } from "../chat-words.ts";
import type { Head } from "./answer.ts";
import { articleView, askFor, commandView, note } from "./answer.ts";
import type { Asker } from "./asker.ts";
import { askerOf } from "./asker.ts";
import type { Bot } from "./bot.ts";
import { unescapeMarkdown } from "./escape-markdown.ts";
import { promiseAnswer, tell } from "./handle-command.ts";
import { answerButtons, viewButtons } from "./keyboard.ts";
import type { ButtonRow, Outgoing } from "./outgoing.ts";
import { NO_MENTIONS, toBody } from "./outgoing.ts";
import { renderEmbed } from "./render.ts";
import { safeError } from "./safe-error.ts";
import { DISCORD_WORDS } from "./words.ts";

/** Does what a pressed button says. */
export async function handleCallback(interaction: APIMessageComponentInteraction, bot: Bot): Promise<void> {
  const asker = askerOf(interaction, bot);
  const { message } = interaction;
  const { language } = asker;
  if (!bot.isAllowed(interaction.guild_id)) return tell(interaction, DISCORD_WORDS.notHere[language], bot);
  if (bot.users.admit(asker.userId, Date.now()) !== "admitted") return tell(interaction, WORDS.tooFast[language], bot);
  const button = readButton(interaction.data.custom_id);
  if (button === null) return disable(interaction, WORDS.stale[language], bot);
  if (button.owner !== null && button.owner !== asker.userId) return tell(interaction, WORDS.notYours[language], bot);
  if (button.action === "example") return askExample(interaction, button, asker, bot);
  const command = button.action === "list" ? parseCommand(button.target) : null;
  if (command !== null) return change(interaction, asker, bot, async () => turnTo(command, button, bot));
  const passage = findPassage(button.target, bot.digest);
  if (passage === null) return disable(interaction, WORDS.stale[language], bot);
  if (button.action === "good" || button.action === "bad") {
    takeDown(button.action, message, bot);
    return tell(interaction, WORDS.thanks[language], bot);
  }
  await change(interaction, asker, bot, async () => view(button, passage, message, bot));
}

/** Promises to change the message, works out how when it is its turn, and does it. */
async function change(
  interaction: APIMessageComponentInteraction,
  asker: Asker,
  bot: Bot,
  work: () => Promise<Outgoing | null>,
): Promise<void> {
  const promised = deferUpdate(interaction, bot);
  await bot.queue.run(`message ${interaction.message.id}`, async () => {
    if (!(await promised)) return;
    try {
      const outgoing = await bot.turns.take(work);
      if (outgoing !== null) await bot.calls.edit(interaction, toBody(outgoing));
    } catch (error) {
      bot.log.error({ err: safeError(error) }, "a button couldn't be answered");
      await bot.calls.whisper(interaction, WORDS.sorry[asker.language]);
    }
  });
}

async function deferUpdate(interaction: APIMessageComponentInteraction, bot: Bot): Promise<boolean> {
  return bot.turns.first(bot.calls.acknowledge(interaction, { type: InteractionResponseType.DeferredMessageUpdate }));
}

/** Takes a message's buttons out of use, for what they lead to has changed, and says so to who pressed. */
async function disable(interaction: APIMessageComponentInteraction, notice: string, bot: Bot): Promise<void> {
  if (!(await deferUpdate(interaction, bot))) return;
  const components = disabled(interaction.message.components ?? []);
  if (components.length > 0) await bot.calls.edit(interaction, { components, allowed_mentions: NO_MENTIONS });
  await bot.calls.whisper(interaction, notice);
}

function disabled(components: NonNullable<APIMessage["components"]>): ButtonRow[] {
  return components.flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return [];
    const buttons = row.components.flatMap((button) => {
      if (button.type !== ComponentType.Button || !("custom_id" in button)) return [];
      const { type, style, label, custom_id } = button;
      return [{ type, style, ...(label === undefined ? {} : { label }), custom_id, disabled: true }];
    });
    return buttons.length === 0 ? [] : [{ type: row.type, components: buttons }];
  });
}

async function askExample(
  interaction: APIMessageComponentInteraction,
  button: ButtonData,
  asker: Asker,
  bot: Bot,
): Promise<void> {
  const question = articleQuestions(bot.digest, button.language)[button.page - 1];
  if (button.target !== versionOf(bot.digest) || question === undefined)
    return disable(interaction, WORDS.stale[button.language], bot);
  const isForAskerOnly = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  await promiseAnswer(interaction, isForAskerOnly, asker, bot, async () => askFor(question, asker, bot));
}

/** Another page of a list, as it is now. */
async function turnTo(command: Command, { language, owner }: ButtonData, { digest }: Bot): Promise<Outgoing> {
  return commandView({ blocks: await runCommand(command, digest, language), language }, owner);
}

function takeDown(kind: "good" | "bad", message: APIMessage, bot: Bot): void {
  const head = headOf(message);
  const answer = head?.answer === undefined ? null : unescapeMarkdown(head.answer);
  bot.feedback.add({ at: new Date().toISOString(), kind, text: head?.question ?? null, answer });
}

/** What a button shows, under the question and the short answer that the message begins with. */
function view(button: ButtonData, passage: Passage, message: APIMessage, { digest }: Bot): Outgoing {
  const { action, language } = button;
  const head = headOf(message);
  if (action === "article") {
    const page = articleView(passage.articleId, button.page, button, head, digest);
    return page ?? note(WORDS.stale[language]);
  }
  if (action === "context")
    return { embed: renderEmbed(contextOf(passage, digest), language, under(head)), rows: viewButtons(action, button) };
  if (action === "related")
    return {
      embed: renderEmbed(relatedTo(passage, digest, language), language, under(head)),
      rows: viewButtons(action, button),
    };
  return {
    embed: renderEmbed(quoteOf(passage, digest, language), language, under(head)),
    rows: answerButtons(button),
  };
}

function under(head: Head | null): Partial<Head> {
  return head ?? {};
}

/** The question and the short answer that a message shows; null for a page of an article. */
function headOf({ embeds }: APIMessage): Head | null {
  const [embed] = embeds;
  return embed?.author === undefined ? null : { question: embed.author.name, answer: embed.title };
}
