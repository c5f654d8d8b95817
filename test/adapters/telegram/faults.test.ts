import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UsageError } from "../../../adapters/command-line.ts";
import { TOKEN } from "./fake-bot-api.ts";
import type { Service } from "./serve.ts";
import { sampleDigest } from "../sample-digest.ts";
import { BO, privately, serveBot, textsSent } from "./serve.ts";

const QUESTION = "上半年跨境电商出口多少？";
let service: Service;

beforeEach(async () => {
  service = await serveBot();
});
afterEach(async () => service.close());

describe("a server that is down", () => {
  it("gets the message once when it is up again, however often it was tried", async () => {
    service.api.fail("sendMessage", "429");
    service.api.push(privately(QUESTION));
    while (service.api.failed() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await service.api.goDown(4000);
    expect(await textsSent(service, 1)).toHaveLength(1);
  }, 30_000);
});

describe("a server that says no more than that a call was carried out", () => {
  it.each(["sendMessage", "editMessageText", "answerCallbackQuery"])("is believed for %s", async (method) => {
    service.api.fail(method, "noResult", 3);
    const asked = privately(QUESTION);
    service.api.push(asked);
    await service.api.called("sendMessage", 1);
    service.api.push({ edited_message: { ...asked.message, edit_date: 2 } });
    service.api.push({
      callback_query: { id: "p", from: { id: 8, is_bot: false, first_name: "Bo" }, chat_instance: "1", data: "x" },
    });
    await service.api.called("answerCallbackQuery", 1);
    await service.api.called("editMessageText", 1, 500);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const counts = ["sendMessage", "editMessageText", "answerCallbackQuery"].map(
      (name) => service.api.calls.filter((call) => call.method === name).length,
    );
    // Where the answer's number isn't known, an edited question gets a new one.
    expect(counts).toEqual(method === "sendMessage" ? [2, 0, 1] : [1, 1, 1]);
  });
});

describe("chats that Telegram asks to wait", () => {
  it("are waited for without a warning, however many they are", async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error): void => void warnings.push(name);
    process.on("warning", note);
    service.api.fail("sendMessage", "429", 20);
    const chats = Array.from({ length: 20 }, (_, i) => ({ ...BO, id: 2000 + i }) as unknown as typeof BO);
    service.api.push(...chats.map((from) => privately("/about", from)));
    expect(await textsSent(service, 20)).toHaveLength(20);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });
});

describe("a chat that Telegram asks to wait for", () => {
  it("keeps no other waiting, and is answered at the next start", async () => {
    const chats = Array.from({ length: 151 }, (_, i) => ({ ...BO, id: 1000 + i }) as unknown as typeof BO);
    service.api.fail("sendMessage", "flood");
    service.api.push(...chats.map((from) => privately("/about", from)));
    const calls = await service.api.called("sendMessage", 150, 15_000);
    expect(new Set(calls.map(({ payload }) => payload["chat_id"])).size).toBe(150);
    await service.stop();
    const again = service.restart();
    expect(await textsSent(service, 151)).toHaveLength(151);
    await again.stop();
  }, 40_000);
});

describe("an update that can't be handled", () => {
  it("is told of, without what was written, and the bot lives on", async () => {
    service.api.push(privately("secret words", BO, { entities: 7 } as never), privately("/about"));
    expect(await textsSent(service, 1)).toHaveLength(1);
    expect(service.logged()).toContain("an update couldn't be handled");
    service.api.fail("sendMessage", "400");
    service.api.push(privately("/about secret words"), privately("/about"));
    expect(await textsSent(service, 2)).toHaveLength(2);
    expect(service.logged()).toContain("message to be replied not found");
    expect(service.logged()).not.toContain("secret words");
  });

  it("gets an excuse where it is a question", async () => {
    const digest = await sampleDigest();
    const broken = new Proxy(digest, {
      get: (target, name) => {
        if (name === "facts") throw new Error("broken");
        return Reflect.get(target, name) as unknown;
      },
    });
    const other = await serveBot({}, [], Promise.resolve(broken));
    other.api.push(privately("/about"));
    expect(await textsSent(other, 1)).toEqual(["抱歉，出错了，请换个问法再试。"]);
    await other.close();
  });
});

describe("what can't be mended", () => {
  it("ends at once where Telegram doesn't know the token, without showing it", async () => {
    await service.stop();
    service.api.fail("getMe", "401", 1);
    const again = service.restart();
    await expect(again.ended).rejects.toThrow(UsageError);
    await expect(again.ended).rejects.not.toThrow(TOKEN);
  });
});

describe("a stop", () => {
  it("answers nothing twice afterwards", async () => {
    service.api.push(privately(QUESTION));
    await service.api.called("sendMessage", 1);
    await service.stop();
    const again = service.restart();
    service.api.push(privately("/about"));
    expect(await textsSent(service, 2)).toHaveLength(2);
    await again.stop();
  });

  it("leaves what it cut short to the next start", async () => {
    service.api.fail("sendMessage", "429", 1);
    service.api.push(privately(QUESTION));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await service.stop();
    expect(service.api.calls.filter(({ method }) => method === "sendMessage")).toEqual([]);
    const again = service.restart();
    expect(await textsSent(service, 1)).toHaveLength(1);
    await again.stop();
  });
});
