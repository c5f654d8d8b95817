import { parseArgs } from "node:util";
import { DiscordAPIError, REST, Routes } from "discord.js";
import type { Console } from "../command-line.ts";
import { runCommandLine, UsageError, write } from "../command-line.ts";
import { withEnvFile } from "../environment.ts";
import type { DiscordSettings } from "../settings.ts";
import { readSettings } from "../settings.ts";
import { COMMAND_BODIES } from "./commands.ts";
import type { MenuChange } from "./menu.ts";
import { publishMenu } from "./menu.ts";
import { UNKNOWN_TOKEN } from "./refusals.ts";

const HELP = `Usage: npm run discord:register -- [--guild ID] [--dry-run]

Registers the bot's commands with Discord where they differ from what is registered. The bot does so itself at its
start; this is for trying changes out in one server, where they show at once.

  --guild ID    only in this server
  --dry-run     prints the commands and what would change; writes nothing
  -h, --help    this text

Exit status: 0; 2 when the settings can't be used or Discord refuses them.
`;

async function register({ output, errors, environment }: Console): Promise<void> {
  const { values } = parseArgs({
    options: {
      guild: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return write(output, HELP);
  if (values.guild !== undefined && !/^\d{1,20}$/u.test(values.guild))
    throw new UsageError("--guild isn't an id; copy it from Discord: right click on the server, Copy Server ID");
  const isDryRun = values["dry-run"];
  if (isDryRun) await write(output, `${JSON.stringify(COMMAND_BODIES, null, 2)}\n`);
  const { discord } = readSettings(await withEnvFile(environment));
  if (discord === null) {
    if (isDryRun) return;
    throw new UsageError(
      "DISCORD_BOT_TOKEN isn't set; copy it from the Bot page of your application on discord.com/developers",
    );
  }
  const change = await registerWith(discord, values.guild ?? null, isDryRun);
  errors.write(`${describe(change, isDryRun)}\n`);
}

async function registerWith(
  { token, apiRoot, applicationId }: DiscordSettings,
  guildId: string | null,
  isDryRun: boolean,
): Promise<MenuChange> {
  const rest = new REST({ version: "10", ...(apiRoot === null ? {} : { api: apiRoot }) }).setToken(token);
  try {
    const id = applicationId ?? ((await rest.get(Routes.currentApplication())) as { readonly id: string }).id;
    return await publishMenu(rest, { applicationId: id, guildId }, isDryRun);
  } catch (error) {
    throw error instanceof DiscordAPIError ? new UsageError(remedyFor(error, guildId)) : error;
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

function remedyFor({ status, message }: DiscordAPIError, guildId: string | null): string {
  if (status === 401) return UNKNOWN_TOKEN;
  if (guildId !== null && (status === 403 || status === 404))
    return `the bot isn't in the server ${guildId}; invite it there first`;
  return `Discord refused the commands: ${message}`;
}

function describe(change: MenuChange, isDryRun: boolean): string {
  const lines = Object.entries(change).flatMap(([what, names]: [string, readonly string[]]) =>
    names.length === 0 ? [] : [`${isDryRun ? "would be " : ""}${what}: ${names.join(", ")}`],
  );
  return lines.length === 0 ? "the commands are registered as they are; nothing to write" : lines.join("\n");
}

await runCommandLine("discord:register", register);
