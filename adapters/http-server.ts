import type { IncomingMessage, ServerResponse } from "node:http";
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

/**
 * Serves `/healthz` (the process lives), `/readyz` (it can answer), `/metrics`, and what adapters add.
 *
 * @param routes - By method and path: `POST /telegram`.
 * @throws UsageError for a port that can't be had.
 */
export async function serveHttp(
  port: number,
  health: Health,
  routes: Readonly<Record<string, Route>> = {},
): Promise<HttpServer> {
  const all: Readonly<Record<string, Route>> = {
    "GET /healthz": async (_request, response) => send(response, 200, "ok\n"),
    "GET /readyz": async (_request, response) => {
      const unready = health.unready?.() ?? [];
      const lines = [...(unready.length === 0 ? ["ok"] : unready), ...health.problems()];
      send(response, unready.length === 0 ? 200 : 503, lines.map((line) => `${line}\n`).join(""));
    },
    "GET /metrics": async (_request, response) => {
      const lines = Object.entries(health.metrics()).map(([name, value]) => `${name} ${value}\n`);
      send(response, 200, lines.join(""));
    },
    ...routes,
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const route = all[`${request.method ?? "GET"} ${pathname}`];
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
  return {
    port: (server.address() as AddressInfo).port,
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

/** Answers with a short text. */
export function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}
