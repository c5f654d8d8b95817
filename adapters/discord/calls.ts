import { setTimeout as sleep } from "node:timers/promises";
import type { APIInteraction, APIMessage, RESTOptions, RouteLike } from "discord.js";
import {
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  RateLimitError,
  RequestMethod,
  REST,
  RESTEvents,
  Routes,
} from "discord.js";
import { Agent } from "undici";
import type { DiscordSettings } from "../settings.ts";
import type { Log } from "../log.ts";
import type { MessageBody } from "./outgoing.ts";
import { NO_MENTIONS } from "./outgoing.ts";
import { safeError } from "./safe-error.ts";

/** What the bot tells Discord. None of these throws: what can't be delivered is logged. */
export interface Calls {
  /** Answers an interaction, or says that an answer follows; false where Discord takes none any more. */
  readonly acknowledge: (interaction: Asking, body: object) => Promise<boolean>;
  /** Shows the answer where one was promised, or changes the message that a button stands under. */
  readonly edit: (interaction: Asking, body: Partial<MessageBody>) => Promise<void>;
  /** Tells something more to who asked, and to nobody else. */
  readonly whisper: (interaction: Asking, text: string) => Promise<void>;
  /** Answers a message; Discord takes a second try for the same message once. */
  readonly reply: (message: Pick<APIMessage, "id" | "channel_id">, body: MessageBody) => Promise<void>;
  /** For what isn't an answer: commands, the gateway's address. */
  readonly rest: REST;
  readonly close: () => void;
}

/** What of an interaction its answer needs. */
export type Asking = Pick<APIInteraction, "id" | "token" | "application_id">;

/** An acknowledgement that takes longer is tried again; Discord waits for 3 s. */
const ACKNOWLEDGE_MS = 1800;
/** After so long nobody waits for an acknowledgement. */
const TOO_LATE_MS = 2900;
/**
 * So many acknowledgements travel at once: enough for 2,000 in a second over a far network, and fewer than the
 * connections that a server lets wait (511), for those beyond are only heard a second later.
 */
const CONNECTIONS = 256;
/** Any other call that takes longer hangs. */
const CALL_MS = 6000;
/** A call that keeps failing is given up after so long. */
const LONGEST_MS = 120_000;
/** How long to wait before each further try; the last goes on. */
const WAITS_MS = [100, 300, 700, 1500, 3000];
/** A channel that may not be written to is left alone for so long. */
const FORBIDDEN_MS = 600_000;
/** Discord bans an address for a while after 10,000 invalid requests in ten minutes. */
const MOST_INVALID = 1000;
/** Nobody waits longer for a rate limit to pass. */
const LONGEST_LIMIT_MS = 60_000;

const UNKNOWN_INTERACTION = 10_062;
const ALREADY_ACKNOWLEDGED = 40_060;

/** Opens the ways to Discord. */
export function openCalls(settings: DiscordSettings, log: Log, stopping: AbortSignal, onRefused: () => void): Calls {
  const rest = openRest(settings, { timeout: CALL_MS, retries: 0, rejectOnRateLimit: isTooLong });
  rest.setToken(settings.token);
  // What answers interactions isn't counted towards the bot's 50 calls a second, and needs no token of the bot.
  const promises = openRest(settings, {
    timeout: ACKNOWLEDGE_MS,
    retries: 0,
    agent: withConnections(CONNECTIONS),
    rejectOnRateLimit: ({ timeToReset }) => timeToReset > TOO_LATE_MS,
  });
  const answers = openRest(settings, {
    timeout: CALL_MS,
    retries: 0,
    agent: withConnections(CONNECTIONS / 4),
    globalRequestsPerSecond: 1_000_000,
    rejectOnRateLimit: isTooLong,
    // Each interaction has a queue of its own.
    handlerSweepInterval: 60_000,
  });
  const forbidden = new Map<string, number>();
  let quietUntil = 0;
  for (const each of [rest, promises, answers]) {
    each.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
      if (count < MOST_INVALID) return;
      quietUntil = Date.now() + remainingTime;
      log.error({ count }, "too many of the bot's calls are refused; it is quiet for some minutes");
    });
  }

  async function call(
    by: REST,
    method: RequestMethod,
    route: RouteLike,
    body: object,
    isAuthorised: boolean,
  ): Promise<void> {
    if (Date.now() < quietUntil) throw new Error("The bot is quiet, for too many of its calls were refused");
    const response = await by.queueRequest({ method, fullRoute: route, body, auth: isAuthorised });
    // What comes back isn't needed, and a body that breaks off changes nothing; but it has to be read.
    await response.arrayBuffer().catch(() => {});
  }

  async function patiently(what: string, attempt: () => Promise<void>): Promise<void> {
    const begin = performance.now();
    for (let tries = 0; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        const waitMs = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0;
        if (stopping.aborted || !isPassing(error) || performance.now() + waitMs - begin > LONGEST_MS) {
          if (error instanceof DiscordAPIError && error.status === 401 && what === "a reply") onRefused();
          log[isNobodysFault(error) ? "debug" : "error"]({ err: safeError(error) }, `${what} couldn't be sent`);
          return;
        }
        await sleep(waitMs, undefined, { signal: stopping }).catch(() => {});
      }
    }
  }

  const originalOf = ({ application_id: id, token }: Asking): RouteLike => Routes.webhookMessage(id, token);
  return {
    acknowledge: async ({ id, token }, body) => {
      const begin = performance.now();
      for (let tries = 0; ; tries++) {
        try {
          await call(promises, RequestMethod.Post, Routes.interactionCallback(id, token), body, false);
          return true;
        } catch (error) {
          // A try that broke off had arrived: the answer can follow.
          if (error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED) return true;
          const waitMs = WAITS_MS[Math.min(tries, 1)] ?? 0;
          if (!isPassing(error) || performance.now() + waitMs - begin > TOO_LATE_MS) {
            const isLate = error instanceof DiscordAPIError && error.code === UNKNOWN_INTERACTION;
            log[isLate ? "info" : "warn"]({ err: safeError(error) }, "an interaction couldn't be acknowledged");
            return false;
          }
          await sleep(waitMs);
        }
      }
    },
    edit: async (interaction, body) =>
      patiently("an answer", async () => call(answers, RequestMethod.Patch, originalOf(interaction), body, false)),
    whisper: async (interaction, text) =>
      patiently("a notice", async () =>
        call(
          answers,
          RequestMethod.Post,
          Routes.webhook(interaction.application_id, interaction.token),
          { content: text, flags: MessageFlags.Ephemeral, allowed_mentions: NO_MENTIONS },
          false,
        ),
      ),
    reply: async ({ id, channel_id: channelId }, body) => {
      if ((forbidden.get(channelId) ?? 0) > Date.now()) return;
      await patiently("a reply", async () => {
        const sent = call(
          rest,
          RequestMethod.Post,
          Routes.channelMessages(channelId),
          { ...body, message_reference: { message_id: id, fail_if_not_exists: false }, nonce: id, enforce_nonce: true },
          true,
        );
        await sent.catch((error: unknown) => {
          if (error instanceof DiscordAPIError && error.status === 403) forbid(channelId, forbidden);
          throw error;
        });
      });
    },
    rest,
    close: () => {
      for (const each of [rest, promises, answers]) {
        each.clearHashSweeper();
        each.clearHandlerSweeper();
        if (each.agent instanceof Agent) each.agent.destroy().catch(() => {});
      }
    },
  };
}

function openRest({ apiRoot }: DiscordSettings, options: Partial<RESTOptions>): REST {
  return new REST({
    version: "10",
    ...(apiRoot === null ? {} : { api: apiRoot }),
    invalidRequestWarningInterval: 100,
    ...options,
  });
}

function withConnections(connections: number): Agent {
  return new Agent({ connections, keepAliveTimeout: 30_000 });
}

function isTooLong({ timeToReset }: { readonly timeToReset: number }): boolean {
  return timeToReset > LONGEST_LIMIT_MS;
}

/** Remembers so many channels at most. */
function forbid(channelId: string, forbidden: Map<string, number>): void {
  forbidden.set(channelId, Date.now() + FORBIDDEN_MS);
  for (const oldest of forbidden.keys()) {
    if (forbidden.size <= 1000) break;
    forbidden.delete(oldest);
  }
}

/** Tells what may go well at another try: broken connections, calls that hang, 5xx. */
function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  return error instanceof Error && !(error instanceof DiscordAPIError) && !(error instanceof RateLimitError);
}

/** A message that is gone, a channel that may not be written to, an interaction that is over. */
function isNobodysFault(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
}
