import { afterEach, describe, expect, it } from "vitest";
import type { HttpServer } from "../../adapters/http-server.ts";
import { send, serveHttp } from "../../adapters/http-server.ts";

let servers: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map(async ({ close }) => close()));
  servers = [];
});

async function serve(port: number, unready: string[], name: string, problems: string[] = []): Promise<number> {
  const server = await serveHttp(
    port,
    { unready: () => unready, problems: () => problems, metrics: () => ({ [name]: 1 }) },
    { [`POST /${name}`]: async (_request, response) => send(response, 200, name) },
  );
  servers.push(server);
  return server.port;
}

const read = async (port: number, path: string, method = "GET"): Promise<[number, string]> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  return [response.status, await response.text()];
};

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = await serveHttp(0, { problems: () => [], metrics: () => ({}) });
  await probe.close();
  return probe.port;
}

describe("the HTTP server", () => {
  it("serves two platforms on one port, and is ready when both are", async () => {
    const port = await freePort();
    const unready: string[] = [];
    await Promise.all([serve(port, [], "first"), serve(port, unready, "second")]);
    expect(await read(port, "/readyz")).toEqual([200, "ok\n"]);
    unready.push("second: not connected");
    expect(await read(port, "/readyz")).toEqual([503, "second: not connected\n"]);
    expect((await read(port, "/metrics"))[1].split("\n").toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      "",
      "first 1",
      "second 1",
    ]);
    expect(await read(port, "/first", "POST")).toEqual([200, "first"]);
    expect(await read(port, "/second", "POST")).toEqual([200, "second"]);
  });

  it("goes on for the other when one of them ends", async () => {
    const port = await freePort();
    await serve(port, ["first: broken"], "first");
    await serve(port, [], "second");
    await servers.shift()?.close();
    expect(await read(port, "/readyz")).toEqual([200, "ok\n"]);
    expect((await read(port, "/first", "POST"))[0]).toBe(404);
  });

  it("is ready while something is served, and names what isn't served as it is", async () => {
    const port = await freePort();
    await Promise.all([
      serve(port, [], "first", ["knowledge: port.md: isn't UTF-8"]),
      serve(port, [], "second", ["knowledge: port.md: isn't UTF-8"]),
    ]);
    expect(await read(port, "/readyz")).toEqual([200, "ok\nknowledge: port.md: isn't UTF-8\n"]);
  });

  it("names the same below what keeps it from being ready", async () => {
    const port = await freePort();
    await serve(port, ["the gateway is closed"], "first", ["knowledge: a.md: b"]);
    expect(await read(port, "/readyz")).toEqual([503, "the gateway is closed\nknowledge: a.md: b\n"]);
  });
});
