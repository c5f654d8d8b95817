import { z } from "zod";
import { UsageError } from "./command-line.ts";
import { DEFAULT_FOLDER } from "./environment.ts";
import type { Environment } from "./environment.ts";

/** What an operator sets by environment variables or `.env`; `.env.example` lists them. */
export interface Settings {
  readonly knowledgeDir: string;
  /** Where feedback and what a restart needs are kept; null for a folder of the user's. */
  readonly dataDir: string | null;
  /** Null where no token is set. */
  readonly telegram: TelegramSettings | null;
  /** Null where no token is set. */
  readonly discord: DiscordSettings | null;
  /** The HTTP server's port; null where there is to be none. */
  readonly port: number | null;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

/** How to reach Telegram. */
export interface TelegramSettings {
  readonly token: string;
  /** Another Bot API server; null for Telegram's own. */
  readonly apiRoot: string | null;
  /** Where Telegram is to send updates; null for long polling. */
  readonly webhook: { readonly url: string; readonly secret: string | null } | null;
  /** The chats that are answered; null for all. */
  readonly allowedChats: ReadonlySet<number> | null;
  /** The users who may read the feedback. */
  readonly admins: ReadonlySet<number>;
}

/** How to reach Discord. */
export interface DiscordSettings {
  readonly token: string;
  readonly applicationId: string | null;
  /** The REST base up to `/api`; null for Discord's own. */
  readonly apiRoot: string | null;
  /** The servers that are answered; null for all, and for direct messages. */
  readonly allowedGuilds: ReadonlySet<string> | null;
  /** The users who may read the feedback. */
  readonly admins: ReadonlySet<string>;
}

const token = (from: string) =>
  z.string().regex(/^[\x21-\x7e]+$/u, `isn't a token; copy it from ${from}, without spaces`);
const url = z
  .url({ protocol: /^https?$/u, error: "isn't a web address; write one such as https://example.org" })
  .transform((address) => address.replace(/\/+$/u, ""));

const ids = z
  .string()
  .regex(/^-?\d{1,16}(?:[\s,]+-?\d{1,16})*$/u, "isn't a list of ids; write numbers with commas between them")
  .transform((list) => new Set(list.split(/[\s,]+/u).map(Number)));

const snowflakes = z
  .string()
  .regex(/^\d{1,20}(?:[\s,]+\d{1,20})*$/u, "isn't a list of ids; write digits with commas between them")
  .transform((list) => new Set(list.split(/[\s,]+/u)));

const schema = z.object({
  KNOWLEDGE_DIR: z.string().default(DEFAULT_FOLDER),
  DATA_DIR: z.string().optional(),
  TELEGRAM_BOT_TOKEN: token("@BotFather").optional(),
  TELEGRAM_API_ROOT: url.optional(),
  TELEGRAM_WEBHOOK_URL: z
    .url({ protocol: /^https?$/u, error: "isn't a web address; write one such as https://example.org/telegram" })
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/u, "may hold 1 to 256 letters, digits, _ and - only")
    .optional(),
  TELEGRAM_ALLOWED_CHATS: ids.optional(),
  TELEGRAM_ADMINS: ids.optional(),
  DISCORD_BOT_TOKEN: token("the Bot page of your application on discord.com/developers").optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{1,20}$/u, "isn't an id; copy the digits from the General Information page of your application")
    .optional(),
  DISCORD_API_ROOT: url.optional(),
  DISCORD_ALLOWED_GUILDS: snowflakes.optional(),
  DISCORD_ADMINS: snowflakes.optional(),
  PORT: z
    .string()
    .regex(/^\d+$/u, "isn't a number; write one such as 8080")
    .transform(Number)
    .refine((port) => port <= 65_535, "is no port; write a number from 0 to 65535")
    .optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], "isn't a level; write debug, info, warn or error")
    .default("info"),
});

/**
 * Reads the settings from environment variables. Empty ones count as not set, as `.env` templates leave them.
 *
 * @throws UsageError naming each variable that can't be used, with the remedy and without its value.
 */
export function readSettings(environment: Environment): Settings {
  const given = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || value.trim() === "" ? [] : [[name, value.trim()] as const],
  );
  const { success, data, error } = schema.safeParse(Object.fromEntries(given));
  if (!success)
    throw new UsageError(error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n"));
  const webhook =
    data.TELEGRAM_WEBHOOK_URL === undefined
      ? null
      : { url: data.TELEGRAM_WEBHOOK_URL, secret: data.TELEGRAM_WEBHOOK_SECRET ?? null };
  return {
    knowledgeDir: data.KNOWLEDGE_DIR,
    dataDir: data.DATA_DIR ?? null,
    telegram:
      data.TELEGRAM_BOT_TOKEN === undefined
        ? null
        : {
            token: data.TELEGRAM_BOT_TOKEN,
            apiRoot: data.TELEGRAM_API_ROOT ?? null,
            webhook,
            allowedChats: data.TELEGRAM_ALLOWED_CHATS ?? null,
            admins: data.TELEGRAM_ADMINS ?? new Set(),
          },
    discord:
      data.DISCORD_BOT_TOKEN === undefined
        ? null
        : {
            token: data.DISCORD_BOT_TOKEN,
            applicationId: data.DISCORD_APPLICATION_ID ?? null,
            apiRoot: data.DISCORD_API_ROOT ?? null,
            allowedGuilds: data.DISCORD_ALLOWED_GUILDS ?? null,
            admins: data.DISCORD_ADMINS ?? new Set(),
          },
    port: data.PORT ?? null,
    logLevel: data.LOG_LEVEL,
  };
}
