import { setTimeout as sleep } from "node:timers/promises";
import { DefaultUserAgent, RouteBases, Routes } from "discord.js";
import { Agent, request } from "undici";
import type { Log } from "../log.ts";
import type { DiscordSettings } from "../settings.ts";
import type { Asking } from "./calls.ts";
import { safeError } from "./safe-error.ts";

/** Acknowledges interactions. These calls have no bucket, don't count as the bot's, and are the ones that can't wait. */
export interface Acknowledger {
  /** Resolves to false where Discord takes no answer any more. */
  readonly acknowledge: (interaction: Asking, body: object) => Promise<boolean>;
  readonly close: () => void;
}

/** What came of a call; a status of 0 stands for a connection that broke. */
interface Outcome {
  readonly status: number;
  readonly code: number;
  readonly retryAfterMs: number;
  readonly error: unknown;
}

/** Discord waits for an acknowledgement for 3 s. */
const PATIENCE_MS = 2900;
/** One that isn't heard of for so long since it was sent is tried again, in ms; undici looks every half second. */
const SILENCE_MS = 1100;
/** How long to wait before a further try. */
const WAIT_MS = 100;
/**
 * So many travel at once: enough for 2,000 in a second over a far network, and fewer than the connections that a server
 * lets wait (511), for those beyond are only heard a second later.
 */
const CONNECTIONS = 256;

const UNKNOWN_INTERACTION = 10_062;
const ALREADY_ACKNOWLEDGED = 40_060;

/**
 * Opens the way for acknowledgements. It is undici's alone: what discord.js puts around a call for buckets costs more
 * than the call, and its timeout runs while a burst is still being read.
 */
export function openAcknowledger({ apiRoot }: DiscordSettings, log: Log): Acknowledger {
  const agent = new Agent({
    connections: CONNECTIONS,
    keepAliveTimeout: 30_000,
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
  });
  const base = apiRoot === null ? RouteBases.api : `${apiRoot}/v10`;
  const headers = { "content-type": "application/json", "user-agent": DefaultUserAgent };
  const post = async (path: string, body: string): Promise<Outcome> => {
    try {
      const response = await request(base + path, { method: "POST", body, headers, dispatcher: agent });
      const text = await response.body.text().catch(() => "");
      return { status: response.statusCode, ...detailsOf(text), error: null };
    } catch (error) {
      return { status: 0, code: 0, retryAfterMs: 0, error };
    }
  };
  return {
    acknowledge: async ({ id, token }, body) => {
      const end = performance.now() + PATIENCE_MS;
      const text = JSON.stringify(body);
      for (;;) {
        const { status, code, retryAfterMs, error } = await post(Routes.interactionCallback(id, token), text);
        // A try that broke off had arrived: the answer can follow.
        if ((status >= 200 && status < 300) || code === ALREADY_ACKNOWLEDGED) return true;
        const isPassing = status === 0 || status === 429 || status >= 500;
        const waitMs = Math.max(WAIT_MS, retryAfterMs);
        if (!isPassing || performance.now() + waitMs >= end) {
          const fields = { status, code, ...(error === null ? {} : { err: safeError(error) }) };
          log[code === UNKNOWN_INTERACTION ? "info" : "warn"](fields, "an interaction couldn't be acknowledged");
          return false;
        }
        await sleep(waitMs);
      }
    },
    close: () => void agent.destroy().catch(() => {}),
  };
}

/** What the body of a refusal says. */
function detailsOf(text: string): { readonly code: number; readonly retryAfterMs: number } {
  try {
    const { code, retry_after: seconds } = JSON.parse(text) as { code?: unknown; retry_after?: unknown };
    return { code: Number(code ?? 0), retryAfterMs: Number(seconds ?? 0) * 1000 };
  } catch {
    return { code: 0, retryAfterMs: 0 };
  }
}
