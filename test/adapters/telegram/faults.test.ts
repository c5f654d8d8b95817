import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UsageError } from "../../../adapters/command-line.ts";
import type { Fault } from "./fake-bot-api.ts";
import { TOKEN } from "./fake-bot-api.ts";
import type { Service } from "./serve.ts";
import { privately, serveBot, textsSent } from "./serve.ts";

const QUESTION = "上半年跨境电商出口多少？";
const QUICK: readonly Fault[] = ["resetBefore", "429", "500", "502", "brokenJson", "empty", "slow"];
let service: Service;

beforeEach(async () => {
  service = await serveBot();
});
afterEach(async () => service.close());

describe("a question while Telegram fails", () => {
  it.each([...QUICK.map((fault) => ({ fault, times: 1 })), { fault: "500" as const, times: 3 }])(
    "is answered once when sending meets $fault $times times",
    async ({ fault, times }) => {
      service.api.fail("sendMessage", fault, times);
      service.api.push(privately(QUESTION));
      expect(await textsSent(service, 1)).toHaveLength(1);
    },
    20_000,
  );

  it.each([...QUICK.map((fault) => ({ fault, times: 1 })), { fault: "resetBefore" as const, times: 3 }])(
    "is answered once when polling meets $fault $times times",
    async ({ fault, times }) => {
      await service.api.called("getUpdates", 1);
      service.api.fail("getUpdates", fault, times);
      service.api.push(privately(QUESTION));
      expect(await textsSent(service, 1)).toHaveLength(1);
    },
    20_000,
  );

  it.each(QUICK)(
    "still ends the wait of a pressed button after %s",
    async (fault) => {
      service.api.fail("answerCallbackQuery", fault);
      service.api.push({
        callback_query: { id: "p", from: { id: 8, is_bot: false, first_name: "Bo" }, chat_instance: "1", data: "x" },
      });
      expect(await service.api.called("answerCallbackQuery", 1, 12_000)).toHaveLength(1);
    },
    20_000,
  );

  it("is answered twice at most when the connection breaks after sending", async () => {
    service.api.fail("sendMessage", "resetAfter");
    service.api.push(privately(QUESTION));
    expect((await textsSent(service, 2)).length).toBeLessThanOrEqual(2);
  }, 20_000);

  it("keeps the others waiting no longer", async () => {
    service.api.fail("sendMessage", "429", 1);
    service.api.push(
      privately(QUESTION),
      privately(QUESTION, { id: 9, is_bot: false, first_name: "Cy", language_code: "en" } as never),
    );
    const calls = await service.api.called("sendMessage", 1, 900);
    expect(calls[0]?.payload["chat_id"]).toBe(9);
    expect(await textsSent(service, 2)).toHaveLength(2);
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
