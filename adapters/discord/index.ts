import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createConversations, createRateLimiter } from "../../src/index.ts";
import { CHAT_LIMIT, USER_LIMIT } from "../chat-limits.ts";
import { createChatQueue } from "../chat-queue.ts";
import { UsageError } from "../command-line.ts";
import { openFeedbackLog } from "../feedback-log.ts";
import { serveHttp } from "../http-server.ts";
import type { Log } from "../log.ts";
import type { ServedKnowledge } from "../served-knowledge.ts";
import type { DiscordSettings } from "../settings.ts";
import { createAnswerTurns } from "./answer-turns.ts";
import type { Bot } from "./bot.ts";
import { createCalls } from "./calls.ts";
import type { Gateway, Identity } from "./gateway.ts";
import { openGateway } from "./gateway.ts";
import { createUpdates } from "./handle-update.ts";
import { inviteLink } from "./invite-link.ts";
import { publishMenu } from "./menu.ts";
import { UNKNOWN_TOKEN } from "./refusals.ts";
import { safeError } from "./safe-error.ts";
import { openWires } from "./wires.ts";

/** At a stop, what is in work has so long to be finished, in ms. */
const FINISHING_MS = 7000;

/** What the adapter needs. */
export interface DiscordOptions {
  readonly settings: DiscordSettings;
  readonly knowledge: ServedKnowledge;
  /** Where the feedback lies. */
  readonly dataDir: string;
  readonly port: number | null;
  readonly log: Log;
  /** Ends the service: interactions in work are finished first. */
  readonly stopping: AbortSignal;
}

/**
 * Serves Discord until it is stopped.
 *
 * @throws UsageError where only the operator can go on: for a token that Discord doesn't know, or one of the close codes
 * 4004 and 4010 to 4014.
 */
export async function startDiscord(options: DiscordOptions): Promise<void> {
  const { settings, knowledge, log, port } = options;
  const stopping = withOwnEnd(options.stopping);
  const cutOff = new AbortController();
  const wires = openWires(settings, log);
  const calls = createCalls(wires, log, cutOff.signal, () => gateway.fail(new UsageError(UNKNOWN_TOKEN)));
  const bot = createBot(options, calls);
  const updates = createUpdates((error) => log.error({ err: safeError(error) }, "an update couldn't be handled"));
  const botNow = (me: Identity) => (): Bot => ({ ...bot, me, digest: knowledge.digest() });
  const listener = {
    onInteraction: (interaction: Parameters<typeof updates.interaction>[0], me: Identity): void =>
      updates.interaction(interaction, botNow(me)),
    onMessage: (message: Parameters<typeof updates.message>[0], me: Identity): void =>
      updates.message(message, botNow(me)),
  };
  const stopTelling = tellDefectsOf(log);
  const gateway = openGateway(settings, listener, log);
  const health = {
    problems: knowledge.problems,
    unready: gateway.problems,
    metrics: () => ({
      digest_bot_discord_updates_total: updates.count(),
      digest_bot_discord_heartbeat_age_seconds: Math.round(gateway.heartbeatAgeMs() / 1000),
    }),
  };
  const server = port === null ? null : await serveHttp(port, health);
  try {
    await Promise.race([greet(gateway, options, calls), gateway.failed, stopping]);
    await Promise.race([gateway.failed, stopping]);
  } finally {
    await gateway.close();
    await Promise.race([updates.finished(), sleep(FINISHING_MS, undefined, { ref: false })]);
    cutOff.abort();
    wires.close();
    await server?.close();
    stopTelling();
    if (process.connected && process.env["SHARDING_MANAGER"] !== undefined) process.disconnect();
  }
}

/** Says that the bot is there and how to invite it, and registers its commands. */
async function greet(gateway: Gateway, { log }: DiscordOptions, { rest }: Bot["calls"]): Promise<void> {
  const { name, applicationId } = await gateway.ready;
  const shards = gateway.shards();
  log.info({ bot: name, shards, invite: inviteLink(applicationId) }, "Discord is served; invite the bot with the link");
  if (!shards.includes(0)) return;
  publishMenu(rest, { applicationId, guildId: null }).then(
    (change) => log.info(change, "the commands are registered"),
    (error: unknown) => log.warn({ err: safeError(error) }, "the commands couldn't be registered"),
  );
}

/** Resolves at a stop; a shard's process also stops when the one that started it is gone. */
async function withOwnEnd(stopping: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (stopping.aborted) resolve();
    stopping.addEventListener("abort", () => resolve(), { once: true });
    if (process.env["SHARDING_MANAGER"] !== undefined) process.once("disconnect", () => resolve());
  });
}

/** discord.js runs steps that nobody waits for: a broken one of them is told, and the watch over heartbeats mends the rest. */
function tellDefectsOf(log: Log): () => void {
  const tell = (error: unknown): void => log.error({ err: safeError(error) }, "a step that nobody waits for failed");
  process.on("unhandledRejection", tell);
  return () => process.off("unhandledRejection", tell);
}

function createBot({ dataDir, log, settings }: DiscordOptions, calls: Bot["calls"]): Omit<Bot, "digest" | "me"> {
  const { allowedGuilds, admins } = settings;
  return {
    calls,
    log,
    conversations: createConversations(),
    feedback: openFeedbackLog(join(dataDir, "feedback.jsonl"), log),
    users: createRateLimiter(USER_LIMIT),
    chats: createRateLimiter(CHAT_LIMIT),
    queue: createChatQueue(),
    turns: createAnswerTurns(),
    languages: new Map(),
    isAllowed: (guildId) => allowedGuilds === null || (guildId !== undefined && allowedGuilds.has(guildId)),
    isAdmin: (userId) => admins.has(userId),
  };
}
