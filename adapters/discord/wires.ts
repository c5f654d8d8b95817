import type { RequestMethod, RESTOptions, RouteLike } from "discord.js";
import { REST, RESTEvents } from "discord.js";
import { Agent } from "undici";
import type { Log } from "../log.ts";
import type { DiscordSettings } from "../settings.ts";
import type { Acknowledger } from "./acknowledge.ts";
import { openAcknowledger } from "./acknowledge.ts";

/** A way to Discord with limits of its own. */
export interface Wire {
  readonly rest: REST;
  /** @throws what discord.js throws for a call that is refused or broke. */
  readonly send: (call: Call) => Promise<void>;
}

/** What is sent. */
export interface Call {
  readonly method: RequestMethod;
  readonly route: RouteLike;
  readonly body: object;
  /** Ends the call, and waiting for rate limits too. */
  readonly signal: AbortSignal;
}

/** The ways to Discord. */
export interface Wires {
  readonly acknowledger: Acknowledger;
  /** For answers to interactions. */
  readonly answers: Wire;
  /** For everything that takes the bot's token. */
  readonly own: Wire;
  readonly close: () => void;
}

/** Any other call that takes longer hangs. */
const CALL_MS = 6000;
/** Nobody waits longer for a rate limit to pass. */
const LONGEST_LIMIT_MS = 60_000;
/** Discord bans an address for a while after 10,000 invalid requests in ten minutes. */
const MOST_INVALID = 1000;
/** So many answers travel at once. */
const CONNECTIONS = 64;

/** Opens the ways to Discord. What answers interactions needs no token of the bot, and has no limit of calls a second. */
export function openWires(settings: DiscordSettings, log: Log): Wires {
  const quiet: Quiet = { until: 0 };
  const agent = new Agent({ connections: CONNECTIONS, keepAliveTimeout: 30_000 });
  const free = { globalRequestsPerSecond: 1_000_000, handlerSweepInterval: 60_000 };
  const answers = openWire(settings, { ...free, agent }, quiet, log);
  const own = openWire(settings, {}, quiet, log);
  own.rest.setToken(settings.token);
  const acknowledger = openAcknowledger(settings, log);
  const close = (): void => {
    acknowledger.close();
    for (const { rest } of [answers, own]) {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    }
    agent.destroy().catch(() => {});
  };
  return { acknowledger, answers, own, close };
}

/** Until when nothing is sent, for too much was refused. */
interface Quiet {
  until: number;
}

function openWire({ apiRoot }: DiscordSettings, options: Partial<RESTOptions>, quiet: Quiet, log: Log): Wire {
  const rest = new REST({
    version: "10",
    retries: 0,
    timeout: CALL_MS,
    invalidRequestWarningInterval: 100,
    rejectOnRateLimit: ({ timeToReset }) => timeToReset > LONGEST_LIMIT_MS,
    ...(apiRoot === null ? {} : { api: apiRoot }),
    ...options,
  });
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    if (count < MOST_INVALID) return;
    quiet.until = Date.now() + remainingTime;
    log.error({ count }, "too many of the bot's calls are refused; it is quiet for some minutes");
  });
  const isOwn = options.agent === undefined;
  return {
    rest,
    send: async ({ method, route, body, signal }) => {
      if (Date.now() < quiet.until) throw new QuietError("too many of the bot's calls were refused");
      const response = await rest.queueRequest({ method, fullRoute: route, body, auth: isOwn, signal });
      // What comes back isn't needed, and a body that breaks off changes nothing; but it has to be read.
      await response.arrayBuffer().catch(() => {});
    },
  };
}

/** Thrown while nothing is sent; trying again soon changes nothing. */
export class QuietError extends Error {
  override readonly name = "QuietError";
}
