import type { APIActionRowComponent, APIButtonComponentWithCustomId, APIEmbed } from "discord.js";

/** A row of buttons. */
export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** A message as it is to be shown. */
export interface Outgoing {
  readonly embed: APIEmbed;
  readonly rows: readonly ButtonRow[];
}

/** A message as Discord takes it: nobody is ever called by what a text holds. */
export interface MessageBody {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly ButtonRow[];
  readonly allowed_mentions: { readonly parse: readonly never[] };
}

/** Nobody is called, whatever a text holds. */
export const NO_MENTIONS = { parse: [] } as const;

/** Writes a message for Discord. */
export function toBody({ embed, rows }: Outgoing): MessageBody {
  return { embeds: [embed], components: rows, allowed_mentions: NO_MENTIONS };
}
