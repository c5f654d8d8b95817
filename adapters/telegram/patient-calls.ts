import { setTimeout as sleep } from "node:timers/promises";
import type { Transformer } from "grammy";
import { HttpError } from "grammy";
import type { CallFailure } from "./call-error.ts";
import { CallError } from "./call-error.ts";

/** A call that keeps failing is given up after so long. */
const LONGEST_MS = 120_000;
/** Telegram may ask to wait longer than this only for calls that are then given up. */
const LONGEST_WAIT_S = 60;
/** How long to wait before each further try, in ms; the last goes on. */
const WAITS_MS = [300, 700, 1500, 3000];
/** The same after a connection broke, when the call may have been carried out. */
const DOUBTFUL_WAITS_MS = [500, 5000];
/** How often a message may be sent on a connection that breaks: each time may have been a copy. */
const MOST_COPIES = 2;

/** Calls that have patience of their own, or only decorate. */
const AT_ONCE = new Set(["getUpdates", "sendChatAction"]);
/** Calls that do no harm when they are made twice. */
const REPEATABLE = /^(?:get|set|delete|edit|answer)/u;
/** Without these nothing can be served, so they are never given up. */
const NEEDED = new Set(["getMe", "setWebhook"]);

/** What the calls of a bot have in common. */
export interface Patience {
  /** Ends all waiting. */
  readonly stopping: AbortSignal;
  /** The methods whose last call nobody knows the fate of; their next ones are to be careful. */
  readonly inDoubt: Set<string>;
}

/**
 * Tries calls again that failed through no fault of theirs: 429 when Telegram says so, 5xx and broken connections after
 * growing waits. A message whose words left on a connection that then broke is sent once more, not more often.
 */
export function patiently({ stopping, inDoubt }: Patience): Transformer {
  return async (previous, method, payload, signal) => {
    if (AT_ONCE.has(method)) return previous(method, payload, signal);
    const begin = performance.now();
    const tries: Tries = { method, count: 0, doubtful: 0 };
    for (;;) {
      const outcome = await previous(method, payload, signal).catch((error: unknown) => error);
      const failure = failureOf(outcome);
      if (failure === null) inDoubt.delete(method);
      if (failure === "broken") {
        inDoubt.add(method);
        tries.doubtful++;
      }
      const waitMs = isResponse(outcome) ? waitAfterResponse(outcome, tries) : waitAfterFailure(failure, tries);
      tries.count++;
      const isLast =
        waitMs === null || (!NEEDED.has(method) && performance.now() + waitMs - begin > LONGEST_MS) || stopping.aborted;
      if (!isLast) await sleep(waitMs, undefined, { signal: stopping }).catch(() => {});
      if (isLast || stopping.aborted) {
        if (isResponse(outcome)) return outcome as Awaited<ReturnType<typeof previous>>;
        throw outcome;
      }
    }
  };
}

interface Tries {
  readonly method: string;
  /** How many came before the one that was made last. */
  count: number;
  /** How many may have been carried out though no reply says so. */
  doubtful: number;
}

interface Response {
  readonly ok: boolean;
  readonly error_code?: number;
  readonly parameters?: { readonly retry_after?: number };
}

function isResponse(outcome: unknown): outcome is Response {
  return typeof outcome === "object" && outcome !== null && "ok" in outcome;
}

/** Why a call brought no reply; null where it brought one, or failed by our own fault. */
function failureOf(outcome: unknown): CallFailure | null {
  const cause = outcome instanceof HttpError ? outcome.error : outcome;
  return cause instanceof CallError ? cause.failure : null;
}

/** How long to wait before the next try, in ms; null where there is to be none. */
function waitAfterResponse({ ok, error_code: code = 0, parameters }: Response, { count }: Tries): number | null {
  if (ok) return null;
  if (code === 429) {
    const seconds = Math.max(1, parameters?.retry_after ?? 1);
    return seconds <= LONGEST_WAIT_S ? seconds * 1000 : null;
  }
  return code >= 500 ? at(WAITS_MS, count) : null;
}

function waitAfterFailure(failure: CallFailure | null, { method, count, doubtful }: Tries): number | null {
  if (failure === null || failure === "stopped") return null;
  // Who got nothing for eight seconds has waited enough.
  if (failure === "hung") return 100;
  if (failure !== "broken") return at(WAITS_MS, count);
  return REPEATABLE.test(method) || doubtful < MOST_COPIES ? at(DOUBTFUL_WAITS_MS, doubtful - 1) : null;
}

function at(waits: readonly number[], attempt: number): number {
  return waits[Math.min(attempt, waits.length - 1)] ?? 0;
}
