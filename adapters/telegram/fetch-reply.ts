import type { ClientRequest, IncomingMessage } from "node:http";
import { Agent as HttpAgent, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import type { ApiClientOptions } from "grammy";
import type { CallFailure } from "./call-error.ts";
import { CallError } from "./call-error.ts";

/** A call that takes longer hangs, in ms. Together with the wait before the next try it stays under ten seconds. */
const LONGEST_CALL_MS = 8000;
/** How long a careful call holds its words back, in ms: longer than the way to the server and back. */
const HELD_BACK_MS = 300;
/** So many calls go out at the same time; the others wait for one of them, which is not taken for a hang. */
const MOST_SOCKETS = 256;
/** Connections that nothing uses are closed after so long, in ms: before Telegram does. */
const IDLE_MS = 15_000;

/**
 * Makes the `fetch` that grammY calls the Bot API with. It tells a call that can't have been carried out from one that
 * may have been, which no `fetch` does.
 *
 * @param isInDoubt - Whether calls of a method are to be careful: to send their head on a new connection, and their
 *   words only if that still stands a moment later. Where it breaks before, the call is known to be unsent.
 */
export function createFetch(isInDoubt: (method: string) => boolean): NonNullable<ApiClientOptions["fetch"]> {
  const agents = { "http:": agentsOf(HttpAgent), "https:": agentsOf(HttpsAgent) };
  return async (address: string, { body, signal }: FetchOptions): Promise<FetchedReply> => {
    const url = new URL(address);
    const method = url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
    const isCareful = isInDoubt(method);
    const { polls, calls } = agents[url.protocol === "http:" ? "http:" : "https:"];
    const agent = isCareful ? false : method === "getUpdates" ? polls : calls;
    const reply = readReply(method, await exchange({ url, body, agent, signal }));
    return { json: async () => reply };
  };
}

interface FetchOptions {
  readonly body: string;
  readonly signal: AbortSignal;
}

/** As much of a `Response` as grammY asks for. */
interface FetchedReply {
  readonly json: () => Promise<unknown>;
}

/** Polls have their own, so that they never wait for calls. */
function agentsOf<A>(Agent: new (options: object) => A): { readonly polls: A; readonly calls: A } {
  const options = { keepAlive: true, timeout: IDLE_MS };
  return { polls: new Agent(options), calls: new Agent({ ...options, maxSockets: MOST_SOCKETS }) };
}

interface Exchange {
  readonly url: URL;
  readonly body: string;
  /** False for a connection of its own, on which the words are held back. */
  readonly agent: HttpAgent | HttpsAgent | false;
  readonly signal: AbortSignal;
}

interface Exchanged {
  readonly status: number;
  readonly text: string;
}

/** Posts a body; resolves with what came back, whatever its status. */
async function exchange({ url, body, agent, signal }: Exchange): Promise<Exchanged> {
  const isPlain = url.protocol === "http:";
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const request = (isPlain ? requestHttp : requestHttps)(url, { method: "POST", agent, headers });
  let hasLeft = false;
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Exchanged>((resolve, reject) => {
    const fail = (failure: CallFailure, cause?: unknown): void => {
      reject(new CallError(failure, cause));
      request.destroy();
    };
    const connected = (): void => {
      if (agent !== false) hasLeft = true;
      else
        setTimeout(() => {
          if (request.destroyed) return;
          hasLeft = true;
          request.end(body);
        }, HELD_BACK_MS);
    };
    signal.addEventListener("abort", () => fail("stopped"), { once: true });
    request.on("error", (error) => fail(hasLeft ? "broken" : "unsent", error));
    request.on("socket", () => {
      timer = setTimeout(() => fail(hasLeft ? "hung" : "unsent"), LONGEST_CALL_MS);
    });
    whenConnected(request, isPlain, connected);
    request.on("response", (response) => {
      readText(response).then(resolve, (error: unknown) => fail("broken", error));
    });
    if (agent === false) request.flushHeaders();
    else request.end(body);
  }).finally(() => clearTimeout(timer));
}

function whenConnected(request: ClientRequest, isPlain: boolean, connected: () => void): void {
  request.on("socket", (socket) => {
    if (!request.reusedSocket) socket.once(isPlain ? "connect" : "secureConnect", connected);
    else connected();
  });
}

async function readText(response: IncomingMessage): Promise<Exchanged> {
  let text = "";
  for await (const chunk of response.setEncoding("utf8") as AsyncIterable<string>) text += chunk;
  return { status: response.statusCode ?? 0, text };
}

/** Calls that are made for their result; of all others it is enough to know that they were carried out. */
const ASKING = new Set(["getMe", "getUpdates"]);

/**
 * Reads a reply of the Bot API: what was done with its result, or an error with its code.
 *
 * @throws CallError for anything else, such as the page of a proxy.
 */
function readReply(method: string, { status, text }: Exchanged): unknown {
  const reply = parse(text);
  if (typeof reply === "object" && reply !== null && "ok" in reply) {
    const hasResult = "result" in reply && typeof reply.result === "object" && reply.result !== null;
    if (reply.ok === true && (hasResult || !ASKING.has(method))) return reply;
    if (reply.ok === false && "error_code" in reply) return reply;
    if (reply.ok === false && status >= 400) return { ...reply, error_code: status };
  }
  throw new CallError("garbled");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
