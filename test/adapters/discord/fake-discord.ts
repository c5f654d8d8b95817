import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { FakeGateway } from "./fake-gateway.ts";
import { createFakeGateway } from "./fake-gateway.ts";
import { APPLICATION, TOKEN } from "./payloads.ts";
import type { CallKind } from "./valid-body.ts";
import { problemsOf } from "./valid-body.ts";

/** How a call is to go wrong. `resetAfter` and `brokenJson` do so when it has been carried out. */
export type Fault =
  | "resetBefore"
  | "resetAfter"
  | "hang"
  | "slow"
  | "429"
  | "500"
  | "502"
  | "brokenJson"
  | "401"
  | "403"
  | "404"
  | "unknownInteraction";

export interface Call {
  readonly kind: CallKind;
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** When it came, by performance.now(). */
  readonly at: number;
}

/** Discord's REST API and gateway on loopback. It checks each call, keeps those carried out, and fails when told to. */
export interface FakeDiscord {
  /** The REST base up to `/api`. */
  readonly root: string;
  readonly gateway: FakeGateway;
  readonly calls: Call[];
  /** What was wrong with calls. */
  readonly problems: string[];
  /** Every request's method and path, whatever came of it. */
  readonly requests: string[];
  /** The commands that are registered. */
  readonly registered: () => readonly object[];
  readonly fail: (kind: CallKind | "gateway", fault: Fault, times?: number) => void;
  /** Waits until there were so many calls of a kind; returns them. */
  readonly called: (kind: CallKind, times: number, patienceMs?: number) => Promise<Call[]>;
  readonly close: () => Promise<void>;
}

/** What the server says of the gateway. */
export interface FakeOptions {
  readonly shards?: number;
  readonly maxConcurrency?: number;
  readonly remaining?: number;
  readonly heartbeatMs?: number;
}

const ROUTES: readonly {
  readonly method: string;
  readonly path: RegExp;
  readonly kind: CallKind;
  readonly isAuthorised: boolean;
}[] = [
  { method: "POST", path: /^\/interactions\/\d+\/[^/]+\/callback$/u, kind: "acknowledge", isAuthorised: false },
  { method: "PATCH", path: /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/u, kind: "edit", isAuthorised: false },
  { method: "POST", path: /^\/webhooks\/\d+\/[^/]+$/u, kind: "whisper", isAuthorised: false },
  { method: "POST", path: /^\/channels\/\d+\/messages$/u, kind: "reply", isAuthorised: true },
  { method: "PUT", path: /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/u, kind: "commands", isAuthorised: true },
];

export async function startFakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  const calls: Call[] = [];
  const problems: string[] = [];
  const requests: string[] = [];
  const faults: { kind: string; fault: Fault; times: number }[] = [];
  const acknowledged = new Set<string>();
  const nonces = new Set<unknown>();
  let registered: object[] = [];

  function carryOut(kind: CallKind, path: string, body: unknown): unknown {
    problems.push(...problemsOf(kind, body).map((problem) => `${kind}: ${problem}`));
    const { nonce } = body as { nonce?: unknown };
    if (kind === "reply" && nonces.has(nonce)) return { id: "1" };
    if (kind === "reply" && nonce !== undefined) nonces.add(nonce);
    calls.push({ kind, route: path, body: body as Call["body"], at: performance.now() });
    if (kind === "commands") registered = asRegistered(body as object[]);
    return kind === "commands" ? registered : { id: "1" };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const method = request.method ?? "GET";
    requests.push(`${method} ${pathname}`);
    let text = "";
    for await (const chunk of request.setEncoding("utf8") as AsyncIterable<string>) text += chunk;
    const path = pathname.replace(/^\/api\/v10/u, "");
    const route = ROUTES.find((other) => other.method === method && other.path.test(path));
    const isGateway = method === "GET" && path === "/gateway/bot";
    const fault = takeFault(isGateway ? "gateway" : (route?.kind ?? ""));
    if (fault === "resetBefore") return void request.socket.destroy();
    if (fault === "hang") return;
    if (fault === "slow") await sleep(1000);
    if (fault === "429") {
      response.setHeader("retry-after", "0.3");
      return answer(response, 429, { message: "You are being rate limited.", retry_after: 0.3, global: false });
    }
    if (fault === "502") return void response.writeHead(502, { "content-type": "text/html" }).end("<h1>502</h1>");
    if (fault === "unknownInteraction") return answer(response, 404, { code: 10_062, message: "Unknown interaction" });
    if (fault !== undefined && /^\d+$/u.test(fault))
      return answer(response, Number(fault), { code: 0, message: fault });
    if (
      (isGateway || route?.isAuthorised === true || method === "GET") &&
      request.headers.authorization !== `Bot ${TOKEN}`
    )
      return answer(response, 401, { code: 0, message: "401: Unauthorized" });
    if (isGateway) return answer(response, 200, gatewayInformation());
    if (method === "GET" && path === "/applications/@me") return answer(response, 200, { id: APPLICATION });
    if (method === "GET" && path.endsWith("/commands")) return answer(response, 200, registered);
    if (route === undefined) return answer(response, 404, { code: 0, message: "404: Not Found" });
    if (route.kind === "acknowledge") {
      if (acknowledged.has(path))
        return answer(response, 400, { code: 40_060, message: "Interaction has already been acknowledged." });
      acknowledged.add(path);
    }
    const result = carryOut(route.kind, path, JSON.parse(text));
    if (fault === "resetAfter") return void request.socket.destroy();
    if (fault === "brokenJson")
      return void response.writeHead(200, { "content-type": "application/json" }).end('{"id": tr');
    if (route.kind === "acknowledge") return void response.writeHead(204).end();
    answer(response, 200, result);
  }

  function takeFault(kind: string): Fault | undefined {
    const due = faults.find((fault) => fault.kind === kind && fault.times > 0);
    if (due !== undefined) due.times--;
    return due?.fault;
  }

  function gatewayInformation(): object {
    const { shards = 1, maxConcurrency = 1, remaining = 1000 } = options;
    return {
      url: gateway.url(),
      shards,
      session_start_limit: { total: 1000, remaining, reset_after: 86_400_000, max_concurrency: maxConcurrency },
    };
  }

  const server = createServer(
    (request, response) => void serve(request, response).catch(() => request.socket.destroy()),
  );
  const gateway = createFakeGateway(server, options.heartbeatMs ?? 41_250);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  gateway.listen(port);
  return {
    root: `http://127.0.0.1:${port}/api`,
    gateway,
    calls,
    problems,
    requests,
    registered: () => registered,
    fail: (kind, fault, times = 1) => void faults.push({ kind, fault, times }),
    called: async (kind, times, patienceMs = 5000) => {
      const end = Date.now() + patienceMs;
      const of = (): Call[] => calls.filter((call) => call.kind === kind);
      while (of().length < times && Date.now() < end) await sleep(5);
      return of();
    },
    close: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Discord adds to what was registered, and names what wasn't set. */
function asRegistered(commands: readonly object[]): object[] {
  return commands.map((command, i) => ({
    id: String(1_300_000_000_000_000_000n + BigInt(i)),
    application_id: APPLICATION,
    version: "1300000000000000001",
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    description: "",
    ...command,
  }));
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
