import { join } from "node:path";
import { Api } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { createChatQueue } from "../chat-queue.ts";
import { UsageError } from "../command-line.ts";
import type { HttpServer } from "../http-server.ts";
import { serveHttp } from "../http-server.ts";
import type { Log } from "../log.ts";
import type { ServedKnowledge } from "../served-knowledge.ts";
import type { TelegramSettings } from "../settings.ts";
import { problemOf } from "./call-problem.ts";
import { createBot } from "./create-bot.ts";
import { createFetch } from "./fetch-reply.ts";
import { handleUpdate } from "./handle-update.ts";
import type { Inbox } from "./inbox.ts";
import { openInbox } from "./inbox.ts";
import type { Journal } from "./journal.ts";
import { openJournal } from "./journal.ts";
import { publishMenu } from "./menu.ts";
import { patiently } from "./patient-calls.ts";
import { ALLOWED_UPDATES, poll, refuseToGoOn } from "./polling.ts";
import { secretFor, webhookRoute } from "./webhook.ts";

/** More updates in work than Telegram takes messages in a second are many. */
const BUSY = 30;
/** The port of the webhook where PORT is not set. */
const WEBHOOK_PORT = 8080;
/** An operator is told that Telegram can't be reached after so long, in ms. */
const SILENCE_MS = 5000;

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

/** What a run of the bot has made of its options; it begins to take updates when it knows who it is. */
interface Run extends TelegramOptions {
  readonly api: Api;
  inbox: Inbox | null;
  updates: number;
}

/**
 * Serves Telegram until it is stopped.
 *
 * @throws UsageError for a token that Telegram doesn't know, a port that is taken, a folder that can't be written to.
 */
export async function startTelegram(options: TelegramOptions): Promise<void> {
  const ending = new AbortController();
  const stopping = AbortSignal.any([options.stopping, ending.signal]);
  const { log } = options;
  const run: Run = { ...options, stopping, api: openApi(options.settings, stopping), inbox: null, updates: 0 };
  const server = await serve(run);
  try {
    const me = await introduce(run);
    if (me === null) return;
    const journal = openJournalIn(options.dataDir, me, log);
    run.inbox = openInbox({ journal, log, stopping, handle: handlerOf(run, me) });
    publishMenu(run.api).catch((error: unknown) => log.warn(problemOf(error), "the menu of commands couldn't be set"));
    await (options.settings.webhook === null ? servePolling(run, run.inbox) : serveWebhook(run));
  } finally {
    ending.abort();
    await run.inbox?.close();
    await server?.close();
  }
}

function openApi({ token, apiRoot }: TelegramSettings, stopping: AbortSignal): Api {
  const inDoubt = new Set<string>();
  const api = new Api(token, {
    ...(apiRoot === null ? {} : { apiRoot }),
    fetch: createFetch((method) => inDoubt.has(method)),
  });
  api.config.use(patiently({ stopping, inDoubt }));
  return api;
}

/** The HTTP server, where there is to be one; it is there before Telegram is reached. */
async function serve(run: Run): Promise<HttpServer | null> {
  const { settings, port, knowledge } = run;
  if (port === null && settings.webhook === null) return null;
  const problems = (): string[] => [
    ...knowledge.problems(),
    ...(run.inbox === null ? ["Telegram hasn't been reached yet"] : []),
  ];
  const metrics = (): Record<string, number> => ({
    digest_bot_telegram_updates_total: run.updates,
    digest_bot_telegram_updates_in_work: run.inbox?.size() ?? 0,
  });
  const routes =
    settings.webhook === null
      ? {}
      : {
          [`POST ${new URL(settings.webhook.url).pathname}`]: webhookRoute(secretOf(settings), () => openInboxOf(run)),
        };
  return serveHttp(port ?? WEBHOOK_PORT, { problems, metrics }, routes);
}

/** A webhook finds none before Telegram is reached, nor after a stop. */
function openInboxOf({ inbox, stopping }: Run): Inbox | null {
  return stopping.aborted ? null : inbox;
}

/** Asks Telegram who the bot is, for as long as it takes; null where it was stopped meanwhile. */
async function introduce({ api, log, stopping }: Run): Promise<UserFromGetMe | null> {
  const silence = setTimeout(
    () => log.warn({}, "Telegram can't be reached yet; check the network, and TELEGRAM_API_ROOT where it is set"),
    SILENCE_MS,
  );
  try {
    return await api.getMe();
  } catch (error) {
    if (stopping.aborted) return null;
    refuseToGoOn(error, 0);
    throw error;
  } finally {
    clearTimeout(silence);
  }
}

function openJournalIn(dataDir: string, me: UserFromGetMe, log: Log): Journal {
  try {
    return openJournal(join(dataDir, `telegram-${me.id}.journal`), log);
  } catch (error) {
    throw new UsageError(`DATA_DIR ${dataDir} can't be written to; name a folder that can`, { cause: error });
  }
}

function handlerOf(run: Run, me: UserFromGetMe): (update: Update) => Promise<void> {
  const isBusy = (): boolean => (run.inbox?.size() ?? 0) > BUSY;
  const bot = createBot({ ...run, me, isBusy });
  const queue = createChatQueue();
  return async (update) => {
    run.updates++;
    await handleUpdate(update, () => ({ ...bot, digest: run.knowledge.digest() }), queue);
  };
}

async function servePolling({ api, log, stopping }: Run, inbox: Inbox): Promise<void> {
  api.deleteWebhook().catch((error: unknown) => log.warn(problemOf(error), "a webhook may still be set"));
  log.info({}, "Telegram is served by long polling");
  await poll({ api, inbox, log, stopping });
}

async function serveWebhook({ api, settings, log, stopping }: Run): Promise<void> {
  try {
    await api.setWebhook(settings.webhook?.url ?? "", {
      secret_token: secretOf(settings),
      allowed_updates: [...ALLOWED_UPDATES],
    });
  } catch (error) {
    if (stopping.aborted) return;
    refuseToGoOn(error, 0);
    throw new UsageError("Telegram doesn't take TELEGRAM_WEBHOOK_URL; it has to be a public https address", {
      cause: error,
    });
  }
  log.info({}, "Telegram is served by webhook");
  if (stopping.aborted) return;
  await new Promise((resolve) => stopping.addEventListener("abort", resolve, { once: true }));
}

function secretOf({ webhook, token }: TelegramSettings): string {
  return webhook?.secret ?? secretFor(token);
}
