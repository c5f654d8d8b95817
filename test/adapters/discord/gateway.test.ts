import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UsageError } from "../../../adapters/command-line.ts";
import type { Call } from "./fake-discord.ts";
import { command } from "./payloads.ts";
import type { Service } from "./serve.ts";
import { serveBot } from "./serve.ts";

let service: Service;

beforeEach(async () => {
  service = await serveBot();
  await service.discord.called("commands", 1);
});
afterEach(async () => service.close());

const EXPORTS = "上半年跨境电商出口多少？";
const ask = (): void => service.discord.gateway.dispatch("INTERACTION_CREATE", command("ask", { question: EXPORTS }));
const answers = (): Call[] => service.discord.calls.filter(({ kind }) => kind === "edit");

describe("the gateway", () => {
  const gateway = (): Service["discord"]["gateway"] => service.discord.gateway;
  const answersAgain = async (): Promise<number> => {
    const before = answers().length;
    ask();
    return (await service.discord.called("edit", before + 1, 12_000)).length - before;
  };

  it("is resumed when it says so (op 7), and nothing in between is lost", async () => {
    gateway().send(7, null);
    await gateway().until(() => gateway().closes.length === 1);
    ask();
    await gateway().until(() => gateway().resumed.length === 1);
    expect(await service.discord.called("edit", 1)).toHaveLength(1);
    expect(gateway().identified).toHaveLength(1);
  });

  it.each([4000, 4009, undefined])(
    "is mended after a close with %s",
    async (code) => {
      gateway().drop(code);
      await gateway().until(() => gateway().resumed.length + gateway().identified.length === 2, 12_000);
      expect(await answersAgain()).toBe(1);
    },
    20_000,
  );

  it.each([1000, 4007])(
    "is opened again after a close with %i",
    async (code) => {
      gateway().drop(code);
      await gateway().until(() => gateway().resumed.length + gateway().identified.length === 2, 12_000);
      expect(await answersAgain()).toBe(1);
    },
    20_000,
  );

  it("is opened again when the session is invalid (op 9), and resumed when it is not", async () => {
    gateway().send(9, true);
    await gateway().until(() => gateway().resumed.length === 1);
    gateway().send(9, false);
    await gateway().until(() => gateway().identified.length === 2, 12_000);
    expect(await answersAgain()).toBe(1);
  }, 20_000);

  it.each([4004, 4010, 4011, 4012, 4013, 4014])("ends the bot with what to do after a close with %i", async (code) => {
    gateway().drop(code);
    await expect(service.ended).rejects.toThrow(UsageError);
    await expect(service.ended).rejects.toThrow(`(close code ${code})`);
  });
});

describe("a connection that is dead", () => {
  it("is noticed by a heartbeat that isn't answered, and resumed", async () => {
    const quick = await serveBot({}, { heartbeatMs: 200 });
    await quick.discord.gateway.until(() => quick.discord.gateway.heartbeats() > 1);
    quick.discord.gateway.answerHeartbeats(false);
    await quick.discord.gateway.until(() => quick.discord.gateway.closes.length === 1);
    quick.discord.gateway.answerHeartbeats(true);
    await quick.discord.gateway.until(() => quick.discord.gateway.resumed.length === 1);
    quick.discord.gateway.dispatch("INTERACTION_CREATE", command("ask", { question: EXPORTS }));
    expect(await quick.discord.called("edit", 1)).toHaveLength(1);
    await quick.close();
  });
});

describe("a start", () => {
  it("connects once", async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(service.discord.requests.filter((request) => request === "GET /api/v10/gateway/bot")).toHaveLength(1);
    expect(service.discord.gateway.identified).toHaveLength(1);
  });

  it("opens as many shards as Discord recommends, in one process, and registers once", async () => {
    const sharded = await serveBot({}, { shards: 3, maxConcurrency: 3 });
    await sharded.discord.gateway.until(() => sharded.discord.gateway.identified.length === 3, 15_000);
    const shards = sharded.discord.gateway.identified.map(({ shard }) => shard.join("/"));
    expect(new Set(shards)).toEqual(new Set(["0/3", "1/3", "2/3"]));
    sharded.discord.gateway.dispatch("INTERACTION_CREATE", command("ask", { question: EXPORTS }));
    expect(await sharded.discord.called("edit", 1)).toHaveLength(1);
    await sharded.discord.called("commands", 1);
    await sharded.close();
    expect(sharded.discord.calls.filter(({ kind }) => kind === "commands")).toHaveLength(1);
  }, 30_000);

  it.each(["resetDuringReady", "invalidSession"] as const)(
    "goes on after %s",
    async (greeting) => {
      await service.stop();
      service.discord.gateway.greetNext(greeting);
      const again = await service.restart();
      await service.discord.gateway.until(() => service.discord.gateway.identified.length >= 3, 15_000);
      ask();
      expect(await service.discord.called("edit", 1, 8000)).toHaveLength(1);
      await again.stop();
    },
    30_000,
  );

  it("goes on after the gateway refused the connection, and connects once", async () => {
    await service.stop();
    service.discord.gateway.refuseNext(1);
    const again = await service.restart();
    ask();
    expect(await service.discord.called("edit", 1, 8000)).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 7000));
    await again.stop();
    expect(service.discord.gateway.identified).toHaveLength(2);
    expect(service.discord.gateway.closes).toHaveLength(2);
  }, 30_000);

  it("goes on when Discord is away for a moment", async () => {
    await service.stop();
    service.discord.fail("gateway", "500", 5);
    const again = await service.restart();
    ask();
    expect(await service.discord.called("edit", 1, 8000)).toHaveLength(1);
    await again.stop();
  }, 20_000);

  it("ends at once where Discord doesn't know the token, without showing it", async () => {
    await service.stop();
    const again = await service.restart({ token: "MTIz.CANARY.another" });
    await expect(again.ended).rejects.toThrow("DISCORD_BOT_TOKEN isn't known to Discord; copy it again");
    await expect(again.ended).rejects.not.toThrow("CANARY");
  });

  it.each([4004, 4013])("ends with what to do where the gateway refuses it with %i", async (code) => {
    await service.stop();
    service.discord.gateway.greetNext(code);
    const again = await service.restart();
    await expect(again.ended).rejects.toThrow(`(close code ${code})`);
  });
});
