import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "./serve.ts";
import { privately, serveBot, textsSent } from "./serve.ts";

const QUESTION = "上半年跨境电商出口多少？";
let service: Service;

beforeEach(async () => {
  service = await serveBot();
});
afterEach(async () => service.close());

describe("a question while Telegram hangs", () => {
  it("is answered when sending hangs", async () => {
    service.api.fail("sendMessage", "hang");
    service.api.push(privately(QUESTION));
    expect(await textsSent(service, 1, 15_000)).toHaveLength(1);
  }, 25_000);

  it("is answered when a poll hangs", async () => {
    await service.api.called("getUpdates", 1);
    service.api.fail("getUpdates", "hang");
    service.api.push(privately(QUESTION));
    expect(await textsSent(service, 1, 15_000)).toHaveLength(1);
  }, 25_000);
});

describe("another process with the same token", () => {
  it("ends after some tries where another process polls with the token", async () => {
    service.api.fail("getUpdates", "409", 50);
    await expect(service.ended).rejects.toThrow("another process is polling");
  }, 40_000);
});
