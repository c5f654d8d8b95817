import { parseArgs } from "node:util";
import type { APIGatewayBotInfo } from "discord.js";
import { DiscordAPIError, REST, Routes } from "discord.js";
import type { Console } from "../command-line.ts";
import { runCommandLine, UsageError, write } from "../command-line.ts";
import { withEnvFile } from "../environment.ts";
import { openLog } from "../log.ts";
import type { DiscordSettings } from "../settings.ts";
import { readSettings } from "../settings.ts";
import { stopOnSignal } from "../stop-on-signal.ts";
import { UNKNOWN_TOKEN } from "./refusals.ts";
import { superviseShards } from "./supervise-shards.ts";

const HELP = `Usage: npm run discord:shards -- [--shards N]

Serves Discord over several processes, a shard each, for bots in more than 2,500 servers. Every process loads the digest
once; the shards log in one after the other, as Discord's limits ask. With PORT set, shard N listens on PORT + N.

  --shards N    so many shards (default: as many as Discord recommends)
  -h, --help    this text

Exit status: 0; 2 when the settings can't be used or Discord refuses them.
`;

/** Discord lets so many shards log in at once every five seconds; a little more is safe. */
const LOGIN_MS = 5500;

async function runShards({ output, errors, environment }: Console): Promise<void> {
  const { values } = parseArgs({
    options: { shards: { type: "string" }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) return write(output, HELP);
  if (values.shards !== undefined && !/^[1-9]\d{0,3}$/u.test(values.shards))
    throw new UsageError("--shards isn't a number; write one such as 4");
  const { discord, logLevel, port } = readSettings(await withEnvFile(environment));
  if (discord === null)
    throw new UsageError(
      "DISCORD_BOT_TOKEN isn't set; copy it from the Bot page of your application on discord.com/developers",
    );
  const log = await openLog(logLevel, [discord.token], errors);
  const stopping = stopOnSignal(log);
  const { session_start_limit: limit, shards } = await fetchGateway(discord);
  const count = Number(values.shards ?? shards);
  if (limit.remaining < count)
    throw new UsageError(
      `Discord lets the bot log in ${limit.remaining} more times today, and ${count} shards would; wait ${Math.ceil(limit.reset_after / 60_000)} minutes`,
    );
  log.info({ shards: count, remaining: limit.remaining }, "starting the shards");
  const delayMs = LOGIN_MS / limit.max_concurrency;
  await superviseShards({ count, delayMs, port, token: discord.token, log, stopping });
}

async function fetchGateway({ token, apiRoot }: DiscordSettings): Promise<APIGatewayBotInfo> {
  const rest = new REST({ version: "10", ...(apiRoot === null ? {} : { api: apiRoot }) }).setToken(token);
  try {
    return (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  } catch (error) {
    throw error instanceof DiscordAPIError && error.status === 401 ? new UsageError(UNKNOWN_TOKEN) : error;
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

await runCommandLine("discord:shards", runShards);
