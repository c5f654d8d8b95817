import type { APIChatInputApplicationCommandInteractionData } from "discord.js";
import { ApplicationCommandOptionType } from "discord.js";
import { OPTIONS } from "./words.ts";

const ORDER: readonly string[] = Object.values(OPTIONS).map(({ name }) => name.en);

/** Writes a slash command as it would be typed, whatever the order of its options: `/search exports 2025-06 in:trade p2`. */
export function typedCommand({ name, options = [] }: APIChatInputApplicationCommandInteractionData): string {
  const words = options
    .toSorted((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name))
    .flatMap((option) => {
      if (option.type === ApplicationCommandOptionType.Integer) return [`p${option.value}`];
      if (option.type !== ApplicationCommandOptionType.String) return [];
      return [name === "search" && option.name === "issue" ? `in:${option.value}` : option.value];
    });
  return [`/${name}`, ...words].join(" ");
}
