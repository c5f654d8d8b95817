import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Gateway } from "../../../adapters/discord/gateway.ts";
import { openGateway } from "../../../adapters/discord/gateway.ts";
import { openLog } from "../../../adapters/log.ts";
import type { FakeDiscord } from "./fake-discord.ts";
import { startFakeDiscord } from "./fake-discord.ts";
import { TOKEN } from "./payloads.ts";

let discord: FakeDiscord;
let gateway: Gateway;

beforeEach(async () => {
  discord = await startFakeDiscord({ heartbeatMs: 300 });
  const settings = {
    token: TOKEN,
    applicationId: null,
    apiRoot: discord.root,
    allowedGuilds: null,
    admins: new Set<string>(),
  };
  const log = await openLog("error", [TOKEN], new Writable({ write: (_chunk, _encoding, done) => done() }));
  gateway = openGateway(settings, { onInteraction: () => {}, onMessage: () => {} }, log);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await gateway.close();
  await discord.close();
});

describe("the health of the connection", () => {
  it("is bad before there is one, and good when there is", async () => {
    expect(gateway.problems()).toEqual(["Discord: not connected yet"]);
    await gateway.ready;
    await discord.gateway.until(() => gateway.problems().length === 0);
    expect(gateway.problems()).toEqual([]);
  });

  it("is the age of the last heartbeat that was answered", async () => {
    await gateway.ready;
    await discord.gateway.until(() => discord.gateway.heartbeats() > 1);
    expect(gateway.heartbeatAgeMs()).toBeLessThan(5000);
    const now = Date.now();
    vi.spyOn(Date, "now").mockImplementation(() => now + 101_000);
    expect(gateway.problems()[0]).toMatch(/^Discord: shard 0 had no answer to a heartbeat for 10[0-2] s$/u);
  });

  it("is bad while the connection is being mended", async () => {
    await gateway.ready;
    await discord.gateway.until(() => gateway.problems().length === 0);
    discord.gateway.drop(4000);
    await discord.gateway.until(() => gateway.problems().length > 0);
    expect(gateway.problems()).toEqual(["Discord: shard 0 isn't connected"]);
    await discord.gateway.until(() => gateway.problems().length === 0);
    expect(discord.gateway.resumed).toHaveLength(1);
  });
});
