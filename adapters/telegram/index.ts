import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { join } from "node:path";
import { Api } from "grammy";
import type { Update } from "grammy/types";
import { createConversations, createRateLimiter } from "../../src/index.ts";
import { CHAT_LIMIT, USER_LIMIT } from "../chat-limits.ts";
import { createChatQueue } from "../chat-queue.ts";
import { UsageError } from "../command-line.ts";
import { openFeedbackLog } from "../feedback-log.ts";
import type { HttpServer } from "../http-server.ts";
import { serveHttp } from "../http-server.ts";
import type { Log } from "../log.ts";
import type { ServedKnowledge } from "../served-knowledge.ts";
import type { TelegramSettings } from "../settings.ts";
import type { Bot } from "./bot.ts";
import { createAnswerPlaces } from "./bot.ts";
import { handleUpdate } from "./handle-update.ts";
import { openJournal } from "./journal.ts";
import { publishMenu } from "./menu.ts";
import { patiently } from "./patient-calls.ts";
import { ALLOWED_UPDATES, poll, refuseToGoOn } from "./polling.ts";
import { secretFor, webhookRoute } from "./webhook.ts";

/** A call that takes longer hangs, in seconds. */
const CALL_S = 6;
/** The port of the webhook where PORT is not set. */
const WEBHOOK_PORT = 8080;

/** What the adapter needs. */
export interface TelegramOptions {
  readonly settings: TelegramSettings;
  readonly knowledge: ServedKnowledge;
  /** Where the journal and the feedback lie. */
  readonly dataDir: string;
  readonly port: number | null;
  readonly log: Log;
  /** Ends the service: updates in work are finished first. */
  readonly stopping: AbortSignal;
}

/**
 * Serves Telegram until it is stopped.
 *
 * @throws UsageError for a token that Telegram doesn't know.
 */
export async function startTelegram(options: TelegramOptions): Promise<void> {
  const { settings, knowledge, log, stopping } = options;
  const api = openApi(settings, stopping);
  const me = await api.getMe().catch((error: unknown) => {
    refuseToGoOn(error, 0);
    throw new UsageError("Telegram can't be reached; check the network, and TELEGRAM_API_ROOT where it is set", {
      cause: error,
    });
  });
  const bot = createBot(options, api, me);
  const queue = createChatQueue();
  let updates = 0;
  const handle = async (update: Update): Promise<void> => {
    updates++;
    await handleUpdate(update, () => ({ ...bot, digest: knowledge.digest() }), queue);
  };
  const metrics = (): Record<string, number> => ({ digest_bot_telegram_updates_total: updates });
  publishMenu(api).catch((error: unknown) => log.warn({ err: error }, "the menu of commands couldn't be set"));
  if (settings.webhook === null) {
    const server =
      options.port === null ? null : await serveHttp(options.port, { problems: knowledge.problems, metrics });
    await api.deleteWebhook().catch((error: unknown) => log.warn({ err: error }, "a webhook may still be set"));
    log.info({ bot: me.username }, "Telegram is served by long polling");
    const journal = openJournal(join(options.dataDir, `telegram-${me.id}.journal`));
    await poll({ api, journal, log, handle, stopping }).finally(async () => server?.close());
    return;
  }
  const server = await serveWebhook(options, handle, metrics);
  await api.setWebhook(settings.webhook.url, {
    secret_token: secretOf(settings),
    allowed_updates: [...ALLOWED_UPDATES],
  });
  log.info({ bot: me.username, port: server.port }, "Telegram is served by webhook");
  await new Promise((resolve) => stopping.addEventListener("abort", resolve, { once: true }));
  await server.close();
}

async function serveWebhook(
  { settings, knowledge, port }: TelegramOptions,
  handle: (update: Update) => Promise<void>,
  metrics: () => Record<string, number>,
): Promise<HttpServer> {
  const { pathname } = new URL(settings.webhook?.url ?? "http://localhost/");
  return serveHttp(
    port ?? WEBHOOK_PORT,
    { problems: knowledge.problems, metrics },
    {
      [`POST ${pathname}`]: webhookRoute(secretOf(settings), handle),
    },
  );
}

function secretOf({ webhook, token }: TelegramSettings): string {
  return webhook?.secret ?? secretFor(token);
}

function openApi({ token, apiRoot }: TelegramSettings, stopping: AbortSignal): Api {
  const agent =
    apiRoot?.startsWith("http:") === true ? new HttpAgent({ keepAlive: true }) : new HttpsAgent({ keepAlive: true });
  const api = new Api(token, {
    ...(apiRoot === null ? {} : { apiRoot }),
    timeoutSeconds: CALL_S,
    baseFetchConfig: { agent, compress: true },
  });
  api.config.use(patiently(stopping));
  return api;
}

function createBot({ dataDir, log, settings }: TelegramOptions, api: Api, me: Bot["me"]): Omit<Bot, "digest"> {
  const { allowedChats, admins } = settings;
  return {
    api,
    me,
    log,
    conversations: createConversations(),
    feedback: openFeedbackLog(join(dataDir, "feedback.jsonl")),
    users: createRateLimiter(USER_LIMIT),
    chats: createRateLimiter(CHAT_LIMIT),
    languages: new Map(),
    answers: createAnswerPlaces(),
    isAllowed: (chatId) => allowedChats === null || allowedChats.has(chatId),
    isAdmin: (userId) => admins.has(userId),
  };
}
