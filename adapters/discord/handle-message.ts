import type { GatewayMessageCreateDispatchData } from "discord.js";
import { MessageType } from "discord.js";
import { WORDS } from "../chat-words.ts";
import { addressedText } from "./addressed-text.ts";
import { answerTo, note } from "./answer.ts";
import { admit, writerOf } from "./asker.ts";
import type { Bot } from "./bot.ts";
import { toBody } from "./outgoing.ts";
import { safeError } from "./safe-error.ts";

/** Answers a message that is meant for the bot; says nothing to all others. */
export async function handleMessage(message: GatewayMessageCreateDispatchData, bot: Bot): Promise<void> {
  const isWritten = message.type === MessageType.Default || message.type === MessageType.Reply;
  if (!isWritten || message.author.bot === true || message.webhook_id !== undefined) return;
  const text = addressedText(message, bot.me.userId);
  if (text === null || !bot.isAllowed(message.guild_id)) return;
  const asker = writerOf(message, bot);
  const admission = admit(asker, bot);
  if (admission === "silent") return;
  await bot.queue.run(asker.conversation, async () => {
    const outgoing =
      admission === "notice"
        ? note(WORDS.tooFast[asker.language])
        : text === "" && message.attachments.length + (message.sticker_items?.length ?? 0) > 0
          ? note(WORDS.textOnly[asker.language])
          : await bot.turns
              .take(async () => answerTo(text === "" ? "/help" : text, asker, asker.owner === null, bot))
              .catch((error: unknown) => {
                bot.log.error({ err: safeError(error) }, "a question couldn't be answered");
                return note(WORDS.sorry[asker.language]);
              });
    await bot.calls.reply(message, toBody(outgoing));
  });
}
