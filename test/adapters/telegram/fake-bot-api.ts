import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { problemsOf } from "./valid-call.ts";

/** A token that must be seen nowhere but in the addresses of calls. */
export const TOKEN = "42:CANARY-token_0123456789";
export const ME = { id: 42, is_bot: true, first_name: "Digest", username: "digest_bot" } as const;

/**
 * How a call is to go wrong. `resetBefore` breaks the connection when its head has come, `resetRead` when all of it has,
 * `resetAfter` when it has been carried out, `noResult` says that it was and nothing more; with all others but `slow` it
 * isn't carried out.
 */
export type Fault =
  | "resetBefore"
  | "resetRead"
  | "resetAfter"
  | "hang"
  | "429"
  | "flood"
  | "500"
  | "502"
  | "brokenJson"
  | "empty"
  | "slow"
  | "noResult"
  | "400"
  | "401"
  | "409";

export interface Call {
  readonly method: string;
  readonly payload: Record<string, unknown>;
  /** When it was carried out, in ms as `performance.now()` counts. */
  readonly atMs: number;
}

/** A Bot API server on loopback that checks each call, keeps those that were carried out, and fails when told to. */
export interface FakeBotApi {
  readonly root: string;
  /** The calls that were carried out, in order. */
  readonly calls: Call[];
  /** What was wrong with calls. */
  readonly problems: string[];
  readonly push: (...updates: NewUpdate[]) => void;
  /** Makes the next so many calls of a method fail. */
  readonly fail: (method: string, fault: Fault, times?: number) => void;
  /** Makes all calls of a method fail that come within so many ms. */
  readonly failFor: (method: string, fault: Fault, ms: number) => void;
  /** Waits until a method has been called so often; returns its calls. */
  readonly called: (method: string, times: number, patienceMs?: number) => Promise<Call[]>;
  /** The offset that the last poll named. */
  readonly offset: () => number;
  /** Refuses all connections for so many ms. */
  readonly goDown: (ms: number) => Promise<void>;
  /** How many calls met a fault. */
  readonly failed: () => number;
  readonly close: () => Promise<void>;
}

/** An update that the server is still to number. */
export type NewUpdate = DistributiveOmit<Update, "update_id">;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** How long a flood is to be waited out, in seconds. */
const FLOOD_S = 20;
/** How long a slow call takes, in ms. */
const SLOW_MS = 2000;
/** A poll that finds nothing is held open no longer, in ms. */
const LONGEST_POLL_MS = 1000;

export async function startFakeBotApi(): Promise<FakeBotApi> {
  const calls: Call[] = [];
  const problems: string[] = [];
  const faults: { method: string; fault: Fault; times: number; end: number }[] = [];
  const pending: Update[] = [];
  let wake = new AbortController();
  let nextUpdate = 1000;
  let offset = 0;
  let failed = 0;
  let nextMessage = 500;

  const results: Record<string, (payload: Record<string, unknown>) => unknown> = {
    getMe: () => ({ ...ME, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: true }),
    sendMessage: (payload) => ({
      message_id: nextMessage++,
      date: 1,
      chat: { id: payload["chat_id"], type: "private" },
      text: payload["text"],
    }),
  };

  async function updatesFrom(payload: Record<string, unknown>): Promise<Update[]> {
    offset = Number(payload["offset"] ?? 0);
    while (pending[0] !== undefined && pending[0].update_id < offset) pending.shift();
    const waitMs = Math.min(LONGEST_POLL_MS, Number(payload["timeout"] ?? 0) * 1000);
    if (pending.length === 0) await sleep(waitMs, undefined, { signal: wake.signal }).catch(() => {});
    return pending.slice(0, Number(payload["limit"] ?? 100));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.split("/").at(-1) ?? "";
    const due = faults.find((fault) => fault.method === method && fault.times > 0 && performance.now() < fault.end);
    if (due !== undefined) {
      due.times--;
      failed++;
    }
    const fault = due?.fault;
    if (fault === "resetBefore") return void request.socket.destroy();
    let body = "";
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString("utf8");
    const payload = body === "" ? {} : (JSON.parse(body) as Record<string, unknown>);
    if (fault === "resetRead") return void request.socket.destroy();
    if (fault === "hang") return;
    if (fault === "429" || fault === "flood")
      return answer(response, 429, {
        ok: false,
        error_code: 429,
        description: "Too Many Requests",
        parameters: { retry_after: fault === "flood" ? FLOOD_S : 1 },
      });
    if (fault === "500")
      return answer(response, 500, { ok: false, error_code: 500, description: "Internal Server Error" });
    if (fault === "400")
      return answer(response, 400, {
        ok: false,
        error_code: 400,
        description: "Bad Request: message to be replied not found",
      });
    if (fault === "401") return answer(response, 401, { ok: false, error_code: 401, description: "Unauthorized" });
    if (fault === "409")
      return answer(response, 409, {
        ok: false,
        error_code: 409,
        description: "Conflict: terminated by other getUpdates request",
      });
    if (fault === "502")
      return void response.writeHead(502, { "content-type": "text/html" }).end(`<h1>502</h1> ${TOKEN}`);
    if (fault === "brokenJson") return void response.writeHead(200).end('{"ok": tr');
    if (fault === "empty") return void response.writeHead(200).end("");
    if (fault === "slow") await sleep(SLOW_MS);
    if (!(request.url ?? "").startsWith(`/bot${TOKEN}/`))
      return answer(response, 401, { ok: false, error_code: 401, description: "Unauthorized" });
    problems.push(...problemsOf(method, payload));
    const isToNobody = method === "sendMessage" && payload["chat_id"] === 0;
    const result = method === "getUpdates" ? await updatesFrom(payload) : (results[method]?.(payload) ?? true);
    if (!isToNobody) calls.push({ method, payload, atMs: performance.now() });
    if (fault === "resetAfter") return void request.socket.destroy();
    if (isToNobody)
      return answer(response, 400, { ok: false, error_code: 400, description: "Bad Request: chat not found" });
    answer(response, 200, { ok: true, result: fault === "noResult" ? null : result });
  }

  const server = createServer(
    (request, response) => void serve(request, response).catch(() => request.socket.destroy()),
  );
  const listen = async (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const shut = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await listen(0);
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    problems,
    push: (...updates) => {
      pending.push(...updates.map((update) => ({ update_id: nextUpdate++, ...update })));
      wake.abort();
      wake = new AbortController();
    },
    fail: (method, fault, times = 1) => void faults.push({ method, fault, times, end: Infinity }),
    failFor: (method, fault, ms) => void faults.push({ method, fault, times: Infinity, end: performance.now() + ms }),
    called: async (method, times, patienceMs = 5000) => {
      const end = Date.now() + patienceMs;
      const of = (): Call[] => calls.filter((call) => call.method === method);
      while (of().length < times && Date.now() < end) await sleep(5);
      return of();
    },
    offset: () => offset,
    failed: () => failed,
    goDown: async (ms) => {
      const { port } = server.address() as AddressInfo;
      await shut();
      await sleep(ms);
      await listen(port);
    },
    close: shut,
  };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
