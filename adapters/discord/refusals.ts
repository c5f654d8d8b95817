import { GatewayCloseCodes } from "discord.js";

/** What to do about a token that Discord doesn't know. */
export const UNKNOWN_TOKEN =
  "DISCORD_BOT_TOKEN isn't known to Discord; copy it again from the Bot page of your application on discord.com/developers";

const REFUSALS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: UNKNOWN_TOKEN,
  [GatewayCloseCodes.InvalidShard]:
    "Discord refused the shard: its number doesn't fit the number of shards; start anew, and leave SHARDS and SHARD_COUNT unset",
  [GatewayCloseCodes.ShardingRequired]:
    "the bot is in too many servers for so few shards; leave SHARDS and SHARD_COUNT unset, or start it with npm run discord:shards",
  [GatewayCloseCodes.InvalidAPIVersion]:
    "Discord doesn't speak this version of its gateway any more; update discord.js and start again",
  [GatewayCloseCodes.InvalidIntents]:
    "Discord doesn't know the intents that were asked for; update discord.js and start again",
  [GatewayCloseCodes.DisallowedIntents]:
    "Discord refused the intents that were asked for; check on discord.com/developers that the application isn't restricted",
};

/** Says what an operator has to do when the gateway was closed for good. */
export function refusalOf(code: number): string {
  return `${REFUSALS[code] ?? "Discord closed the connection for good"} (close code ${code})`;
}
