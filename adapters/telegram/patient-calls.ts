import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiCallFn, Transformer } from "grammy";
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
/** Who got nothing for as long as a call may take has waited enough, in ms. */
const HUNG_WAIT_MS = 100;
/** At a stop a call that hangs is given up after so long, in ms. */
const LAST_CALLS_MS = 5000;
/** How often a message may be sent on a connection that breaks: each time may have been a copy. */
const MOST_COPIES = 2;
/** Telegram refuses it, for there is no such chat: it shows whether messages get through and delivers none. */
const UNDELIVERABLE = { chat_id: 0, text: "?" };

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
 * growing waits. A message whose words left on a connection that then broke is sent once more, when messages get through
 * again, and not more often.
 */
export function patiently({ stopping, inDoubt }: Patience): Transformer {
  const givingUp = abortedAfter(stopping, LAST_CALLS_MS);
  const getsThrough = createProbe();
  return async (previous, method, payload, signal) => {
    if (AT_ONCE.has(method)) return previous(method, payload, signal);
    const end = NEEDED.has(method) ? Infinity : performance.now() + LONGEST_MS;
    const wait = async (ms: number): Promise<boolean> => {
      if (stopping.aborted || performance.now() + ms > end) return false;
      return sleep(ms, true, { signal: stopping }).catch(() => false);
    };
    for (let count = 0, copies = 0; ; count++) {
      const outcome: unknown = await previous(method, payload, signal ?? givingUp).catch((error: unknown) => error);
      const failure = failureOf(outcome);
      if (failure === null) inDoubt.delete(method);
      if (failure === "broken") {
        inDoubt.add(method);
        copies++;
      }
      const isOnce = !REPEATABLE.test(method);
      const waitMs = copies >= MOST_COPIES && isOnce ? null : waitAfter(outcome, failure, count);
      const mayGoOn = waitMs !== null && (await wait(waitMs));
      const isDoubtful = failure === "broken" && isOnce;
      if (mayGoOn && (!isDoubtful || (await keepsAsking(async () => getsThrough(previous), wait)))) continue;
      if (isResponse(outcome)) return outcome as Awaited<ReturnType<typeof previous>>;
      throw outcome;
    }
  };
}

/** Aborts so many ms after another signal; calls without end may listen to it. */
function abortedAfter(first: AbortSignal, ms: number): Parameters<Transformer>[3] {
  const controller = new AbortController();
  setMaxListeners(0, first, controller.signal);
  first.addEventListener("abort", () => setTimeout(() => controller.abort(), ms).unref(), { once: true });
  return controller.signal as Parameters<Transformer>[3];
}

/** Finds out whether messages get through, once for all who ask at the same time. */
function createProbe(): (call: ApiCallFn) => Promise<boolean> {
  let running: Promise<boolean> | null = null;
  const probe = async (call: ApiCallFn): Promise<boolean> => {
    const outcome: unknown = await call("sendMessage", UNDELIVERABLE).catch((error: unknown) => error);
    return isResponse(outcome) && outcome.error_code !== 429 && (outcome.error_code ?? 0) < 500;
  };
  return async (call) => {
    running ??= probe(call).finally(() => (running = null));
    return running;
  };
}

/** Asks until the answer is yes; false where that takes too long. */
async function keepsAsking(ask: () => Promise<boolean>, wait: (ms: number) => Promise<boolean>): Promise<boolean> {
  for (let count = 0; !(await ask()); count++) if (!(await wait(at(WAITS_MS, count)))) return false;
  return true;
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
function waitAfter(outcome: unknown, failure: CallFailure | null, count: number): number | null {
  if (isResponse(outcome)) return waitAfterResponse(outcome, count);
  if (failure === null || failure === "stopped") return null;
  if (failure === "hung") return HUNG_WAIT_MS;
  return at(failure === "broken" ? DOUBTFUL_WAITS_MS : WAITS_MS, count);
}

function waitAfterResponse({ ok, error_code: code = 0, parameters }: Response, count: number): number | null {
  if (ok) return null;
  if (code === 429) {
    const seconds = Math.max(1, parameters?.retry_after ?? 1);
    return seconds <= LONGEST_WAIT_S ? seconds * 1000 : null;
  }
  return code >= 500 ? at(WAITS_MS, count) : null;
}

function at(waits: readonly number[], attempt: number): number {
  return waits[Math.min(attempt, waits.length - 1)] ?? 0;
}
