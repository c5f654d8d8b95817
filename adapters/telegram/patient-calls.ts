import { setTimeout as sleep } from "node:timers/promises";
import type { Transformer } from "grammy";
import { HttpError } from "grammy";

/** A call that keeps failing is given up after so long. */
const LONGEST_MS = 120_000;
/** Telegram may ask to wait longer than this only for calls that are then given up. */
const LONGEST_WAIT_S = 60;
/** How long to wait before each further try; the last goes on. */
const UNSENT_MS = [300, 700, 1500, 3000];
/**
 * A connection that broke in the middle may have delivered the call: each further try of a message may be a second
 * one, so there are few of them.
 */
const DOUBTFUL_MS = [500, 8000];

/** Calls that only decorate: not worth a second try. */
const ONCE = new Set(["sendChatAction", "setMyCommands", "setMyDescription", "setMyShortDescription"]);
/** Calls that do no harm when they are made twice. */
const REPEATABLE = /^(?:get|set|delete|edit|answer)/u;

/**
 * Tries calls again that failed through no fault of theirs: 429 when Telegram says so, 5xx and broken connections after
 * growing waits. The poll has its own patience.
 *
 * @param stopping - Ends all waiting.
 */
export function patiently(stopping: AbortSignal): Transformer {
  return async (previous, method, payload, signal) => {
    if (method === "getUpdates" || ONCE.has(method)) return previous(method, payload, signal);
    const begin = performance.now();
    for (let attempt = 0; ; attempt++) {
      const outcome = await previous(method, payload, signal).catch((error: unknown) => error);
      const waitMs = waitAfter(outcome, method, attempt);
      const isLast = waitMs === null || performance.now() + waitMs - begin > LONGEST_MS;
      if (!isLast) await sleep(waitMs, undefined, { signal: stopping }).catch(() => {});
      if (isLast || stopping.aborted) {
        if (isResponse(outcome)) return outcome as Awaited<ReturnType<typeof previous>>;
        throw outcome;
      }
    }
  };
}

function isResponse(
  outcome: unknown,
): outcome is { ok: boolean; error_code?: number; parameters?: { retry_after?: number } } {
  return typeof outcome === "object" && outcome !== null && "ok" in outcome;
}

/** How long to wait before the next try, in ms; null where there is to be none. */
function waitAfter(outcome: unknown, method: string, attempt: number): number | null {
  if (isResponse(outcome)) {
    if (outcome.ok) return null;
    if (outcome.error_code === 429) {
      const seconds = Math.max(1, outcome.parameters?.retry_after ?? 1);
      return seconds <= LONGEST_WAIT_S ? seconds * 1000 : null;
    }
    return (outcome.error_code ?? 0) >= 500 ? at(UNSENT_MS, attempt) : null;
  }
  if (!(outcome instanceof HttpError)) return outcome instanceof Error ? null : at(UNSENT_MS, attempt);
  return at(REPEATABLE.test(method) || neverLeft(outcome) ? UNSENT_MS : DOUBTFUL_MS, attempt);
}

/** Tells whether a call can't have arrived: nobody was there, or what came back isn't the Bot API's. */
function neverLeft({ error }: HttpError): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const type = typeof error === "object" && error !== null && "type" in error ? String(error.type) : "";
  return (
    ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"].includes(code) || type === "invalid-json"
  );
}

function at(waits: readonly number[], attempt: number): number {
  return waits[Math.min(attempt, waits.length - 1)] ?? 0;
}
