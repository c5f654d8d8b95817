import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { UsageError } from "./command-line.ts";

/** Answers one request. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server that runs. */
export interface HttpServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** What a server tells of the bot. */
export interface Health {
  /** What can't be served as it is, a line each, while the rest is: named below "ok". */
  readonly problems: () => readonly string[];
  /** Why nothing can be answered now, a line each; none, or left out, when something can. */
  readonly unready?: () => readonly string[];
  /** Measured values by name, in the form that Prometheus reads. */
  readonly metrics: () => Readonly<Record<string, number>>;
}

/** What one port serves: all that was given for it. */
interface Shared {
  readonly healths: Set<Health>;
  readonly routes: Map<string, Route>;
  readonly server: Server;
}

/** The servers of this process by port: platforms that are served together share one. */
const open = new Map<number, Promise<Shared>>();

/**
 * Serves `/healthz` (the process lives), `/readyz` (it can answer), `/metrics`, and what adapters add. A port that is
 * already served by this process serves this too.
 *
 * @param routes - By method and path: `POST /telegram`.
 * @throws UsageError for a port that can't be had.
 */
export async function serveHttp(
  port: number,
  health: Health,
  routes: Readonly<Record<string, Route>> = {},
): Promise<HttpServer> {
  const opening = open.get(port) ?? listen(port);
  if (port !== 0) open.set(port, opening);
  const shared = await opening.catch((error: unknown) => {
    open.delete(port);
    throw error;
  });
  shared.healths.add(health);
  for (const [name, route] of Object.entries(routes)) shared.routes.set(name, route);
  return {
    port: (shared.server.address() as AddressInfo).port,
    close: async () => {
      shared.healths.delete(health);
      for (const name of Object.keys(routes)) shared.routes.delete(name);
      if (shared.healths.size > 0) return;
      open.delete(port);
      await new Promise<void>((resolve) => {
        shared.server.close(() => resolve());
        shared.server.closeIdleConnections();
      });
    },
  };
}

async function listen(port: number): Promise<Shared> {
  const healths = new Set<Health>();
  const routes = new Map<string, Route>([
    ["GET /healthz", async (_request, response) => send(response, 200, "ok\n")],
    [
      "GET /readyz",
      async (_request, response) => {
        const unready = [...healths].flatMap((health) => health.unready?.() ?? []);
        const problems = [...healths].flatMap((health) => health.problems());
        const lines = new Set([...(unready.length === 0 ? ["ok"] : unready), ...problems]);
        send(response, unready.length === 0 ? 200 : 503, [...lines].map((line) => `${line}\n`).join(""));
      },
    ],
    [
      "GET /metrics",
      async (_request, response) => {
        const lines = [...healths].flatMap((health) => Object.entries(health.metrics()));
        send(response, 200, lines.map(([name, value]) => `${name} ${value}\n`).join(""));
      },
    ],
  ]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const route = routes.get(`${request.method ?? "GET"} ${pathname}`);
    if (route === undefined) return send(response, 404, "not found\n");
    route(request, response).catch(() => {
      if (!response.headersSent) send(response, 500, "something went wrong\n");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(new UsageError(`PORT ${port} can't be had; stop what uses it, or name another`, { cause: error }));
    });
    server.listen(port, resolve);
  });
  return { healths, routes, server };
}

/** Answers with a short text. */
export function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}
