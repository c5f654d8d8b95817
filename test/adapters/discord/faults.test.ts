import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call, Fault } from "./fake-discord.ts";
import { ANN, BO, command, GUILD, IN_PRIVATE, mention, press, typing, written } from "./payloads.ts";
import type { Service } from "./serve.ts";
import { sampleDigest } from "../sample-digest.ts";
import { serveBot } from "./serve.ts";

const EXPORTS = "上半年跨境电商出口多少？";
let service: Service;

beforeEach(async () => {
  service = await serveBot();
});
afterEach(async () => service.close());

const ask = (by = BO): void =>
  service.discord.gateway.dispatch("INTERACTION_CREATE", command("ask", { question: EXPORTS }, by));
const titleOf = (call: Call | undefined): unknown =>
  (call?.body["embeds"] as { title?: string }[] | undefined)?.[0]?.title;
const answers = (): Call[] => service.discord.calls.filter(({ kind }) => kind === "edit");

describe("an interaction", () => {
  it.each<Fault>(["resetBefore", "resetAfter", "hang", "429", "500", "502", "brokenJson"])(
    "is acknowledged within three seconds, and answered once, when the first try meets %s",
    async (fault) => {
      service.discord.fail("acknowledge", fault);
      const asked = performance.now();
      ask();
      const [acknowledged] = await service.discord.called("acknowledge", 1);
      expect((acknowledged?.at ?? Infinity) - asked).toBeLessThan(3000);
      const [answered] = await service.discord.called("edit", 1);
      expect(titleOf(answered)).toBe("约1.03万亿元");
      expect(answers()).toHaveLength(1);
    },
  );

  it.each<Fault>(["resetBefore", "hang", "429", "500", "502"])(
    "is answered when the answer first meets %s",
    async (fault) => {
      service.discord.fail("edit", fault);
      ask();
      const [answered] = await service.discord.called("edit", 1, 12_000);
      expect(titleOf(answered)).toBe("约1.03万亿元");
    },
  );

  it("is let go when it came too late, and the next is answered", async () => {
    service.discord.fail("acknowledge", "unknownInteraction");
    ask();
    ask(ANN);
    const calls = await service.discord.called("edit", 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(answers()).toHaveLength(1);
    expect(titleOf(calls[0])).toBe("约1.03万亿元");
    expect(service.logged()).toContain("an interaction couldn't be acknowledged");
  });

  it("is answered once though it comes twice", async () => {
    const twice = command("ask", { question: EXPORTS });
    service.discord.gateway.dispatch("INTERACTION_CREATE", twice);
    service.discord.gateway.dispatch("INTERACTION_CREATE", twice);
    await service.discord.called("edit", 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(answers()).toHaveLength(1);
  });

  it("keeps no other waiting", async () => {
    service.discord.fail("edit", "hang");
    ask();
    ask(ANN);
    const [first] = await service.discord.called("edit", 1, 2000);
    expect(titleOf(first)).toBe("约1.03万亿元");
  });

  it("is acknowledged at once in a burst, and choices are offered before the answers are worked out", async () => {
    const people = Array.from({ length: 300 }, (_, i) => ({
      ...BO,
      id: String(1_250_000_000_000_000_000n + BigInt(i)),
    }));
    for (const by of people) {
      const place = { guildId: GUILD, channelId: by.id };
      service.discord.gateway.dispatch("INTERACTION_CREATE", command("ask", { question: EXPORTS }, by, place));
      service.discord.gateway.dispatch("INTERACTION_CREATE", typing("ask", "question", "跨境电商", by));
    }
    const calls = await service.discord.called("acknowledge", 600, 20_000);
    expect(calls).toHaveLength(600);
    const lastAt = Math.max(...calls.map(({ at }) => at));
    const offered = calls.filter(({ body }) => body["type"] === 8);
    for (const { body } of offered) expect((body["data"] as { choices: object[] }).choices.length).toBeGreaterThan(0);
    const answers = await service.discord.called("edit", 300, 20_000);
    expect(answers).toHaveLength(300);
    // While acknowledgements are awaited, an answer may slip in now and then so that none waits for ever.
    expect(answers.filter(({ at }) => at < lastAt).length).toBeLessThan(30);
  }, 60_000);

  it("is answered with an apology where answering fails, and the next goes well", async () => {
    const digest = await sampleDigest();
    let isBroken = true;
    await service.stop();
    const broken = await service.restart(
      {},
      {
        digest: () =>
          isBroken
            ? new Proxy(digest, {
                get: (of, key) => {
                  if (key === "vocabulary") throw new Error("a defect");
                  return Reflect.get(of, key) as unknown;
                },
              })
            : digest,
        problems: () => [],
      },
    );
    ask(ANN);
    const [apology] = await service.discord.called("edit", 1);
    expect(JSON.stringify(apology?.body)).toContain("Sorry, something went wrong. Please ask another way.");
    isBroken = false;
    ask();
    const calls = await service.discord.called("edit", 2);
    await broken.stop();
    expect(titleOf(calls[1])).toBe("约1.03万亿元");
    expect(broken.logged()).toContain("a defect");
  });

  it.each([
    { type: 1 },
    { type: 5, data: { custom_id: "x", components: [] } },
    { type: 99, data: {} },
    { type: 2, data: { type: 9, name: "?" } },
  ])("of another kind stops nothing: %j", async (odd) => {
    service.discord.gateway.dispatch("INTERACTION_CREATE", { ...command("ask", { question: EXPORTS }, ANN), ...odd });
    ask();
    await service.discord.gateway.until(() => answers().some((call) => titleOf(call) === "约1.03万亿元"));
    expect(service.logged()).not.toContain("a step that nobody waits for failed");
  });
});

describe("a message", () => {
  it.each<Fault>(["resetBefore", "resetAfter", "hang", "429", "500", "brokenJson"])(
    "is answered once when sending meets %s",
    async (fault) => {
      service.discord.fail("reply", fault);
      service.discord.gateway.dispatch("MESSAGE_CREATE", written(EXPORTS));
      const [reply] = await service.discord.called("reply", 1, 12_000);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(titleOf(reply)).toBe("约1.03万亿元");
      expect(service.discord.calls.filter(({ kind }) => kind === "reply")).toHaveLength(1);
    },
  );

  it("isn't answered again and again where the bot may not write", async () => {
    service.discord.fail("reply", "403", 100);
    for (let i = 0; i < 10; i++) service.discord.gateway.dispatch("MESSAGE_CREATE", mention(EXPORTS));
    service.discord.gateway.dispatch("MESSAGE_CREATE", written(EXPORTS, ANN, IN_PRIVATE));
    await service.discord.gateway.until(
      () => service.discord.requests.filter((r) => r.includes("/messages")).length >= 2,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(service.discord.requests.filter((request) => request.includes("/messages"))).toHaveLength(2);
  });

  it("ends the bot where Discord doesn't know its token any more", async () => {
    service.discord.fail("reply", "401", 1);
    service.discord.gateway.dispatch("MESSAGE_CREATE", written(EXPORTS));
    await expect(service.ended).rejects.toThrow("DISCORD_BOT_TOKEN isn't known to Discord");
  });
});

describe("a stop", () => {
  it("finishes the interactions that are open", async () => {
    service.discord.fail("edit", "slow", 3);
    for (const by of [ANN, BO]) ask(by);
    service.discord.gateway.dispatch("INTERACTION_CREATE", typing("ask", "question", "出口"));
    await service.discord.called("acknowledge", 3);
    await service.stop();
    expect(answers().map(titleOf)).toEqual(["约1.03万亿元", "约1.03万亿元"]);
  });

  it("leaves buttons that work with the next", async () => {
    ask();
    const [answered] = await service.discord.called("edit", 1);
    await service.stop();
    const again = await service.restart();
    const rows = answered?.body["components"] as { components: { custom_id: string }[] }[];
    const [first] = rows[0]?.components ?? [];
    service.discord.gateway.dispatch("INTERACTION_CREATE", press(first?.custom_id ?? "", answered?.body ?? {}));
    expect(await service.discord.called("edit", 2)).toHaveLength(2);
    await again.stop();
  });
});

describe("a rate limit that doesn't end", () => {
  it("isn't run into again and again", async () => {
    service.discord.fail("acknowledge", "429", 1000);
    ask();
    await new Promise((resolve) => setTimeout(resolve, 4500));
    const tries = service.discord.requests.filter((request) => request.endsWith("/callback"));
    expect(tries.length).toBeGreaterThan(2);
    expect(tries.length).toBeLessThan(12);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(service.discord.requests.filter((request) => request.endsWith("/callback"))).toHaveLength(tries.length);
  }, 15_000);
});
