import type { GatewayInteractionCreateDispatchData, GatewayMessageCreateDispatchData } from "discord.js";
import { InteractionType } from "discord.js";
import { handleAutocomplete } from "./autocomplete.ts";
import type { Bot } from "./bot.ts";
import { handleCallback } from "./handle-callback.ts";
import { handleCommand } from "./handle-command.ts";
import { handleMessage } from "./handle-message.ts";

/** Handles an interaction to its end. What can't wait begins before this returns its promise. */
export async function handleInteraction(interaction: GatewayInteractionCreateDispatchData, bot: Bot): Promise<void> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return handleCommand(interaction, bot);
    case InteractionType.MessageComponent:
      return handleCallback(interaction, bot);
    case InteractionType.ApplicationCommandAutocomplete:
      return handleAutocomplete(interaction, bot);
  }
}

/** Handles what the gateway brings, each once: after a broken connection some of it comes again. */
export interface Updates {
  readonly interaction: (interaction: GatewayInteractionCreateDispatchData, bot: () => Bot) => void;
  readonly message: (message: GatewayMessageCreateDispatchData, bot: () => Bot) => void;
  /** How many came. */
  readonly count: () => number;
  /** Resolves when all that came is handled. */
  readonly finished: () => Promise<void>;
}

/** So many ids are known to have come. */
const REMEMBERED = 10_000;

/** @param onDefect - Takes what went wrong with one; the others go on. */
export function createUpdates(onDefect: (error: unknown) => void): Updates {
  const known = new Set<string>();
  const inWork = new Set<Promise<void>>();
  let count = 0;
  const begin = (id: string, handle: () => Promise<void>): void => {
    if (known.has(id)) return;
    known.add(id);
    for (const oldest of known) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    count++;
    const work: Promise<void> = handle()
      .catch(onDefect)
      .finally(() => inWork.delete(work));
    inWork.add(work);
  };
  return {
    interaction: (interaction, bot) => begin(interaction.id, async () => handleInteraction(interaction, bot())),
    message: (message, bot) => begin(message.id, async () => handleMessage(message, bot())),
    count: () => count,
    finished: async () => {
      while (inWork.size > 0) await Promise.all(inWork);
    },
  };
}
