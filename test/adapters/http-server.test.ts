import { afterEach, expect, it } from "vitest";
import type { Health, HttpServer } from "../../adapters/http-server.ts";
import { serveHttp } from "../../adapters/http-server.ts";

let server: HttpServer | null = null;
afterEach(async () => server?.close());

async function ready(health: Partial<Health>): Promise<readonly [number, string]> {
  server = await serveHttp(0, { problems: () => [], metrics: () => ({}), ...health });
  const response = await fetch(`http://127.0.0.1:${server.port}/readyz`);
  return [response.status, await response.text()];
}

it("is ready while something is served, and names what isn't served as it is", async () => {
  expect(await ready({})).toEqual([200, "ok\n"]);
  await server?.close();
  expect(await ready({ problems: () => ["knowledge: port.md: isn't UTF-8"] })).toEqual([
    200,
    "ok\nknowledge: port.md: isn't UTF-8\n",
  ]);
});

it("isn't ready while nothing can be answered", async () => {
  expect(await ready({ unready: () => ["the gateway is closed"], problems: () => ["knowledge: a.md: b"] })).toEqual([
    503,
    "the gateway is closed\nknowledge: a.md: b\n",
  ]);
});
