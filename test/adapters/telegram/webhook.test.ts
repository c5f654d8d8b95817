import { afterEach, describe, expect, it } from "vitest";
import { UsageError } from "../../../adapters/command-line.ts";
import type { HttpServer } from "../../../adapters/http-server.ts";
import { serveHttp } from "../../../adapters/http-server.ts";
import type { Inbox } from "../../../adapters/telegram/inbox.ts";
import { webhookRoute } from "../../../adapters/telegram/webhook.ts";

const health = { problems: () => [], metrics: () => ({}) };
let server: HttpServer | null = null;

afterEach(async () => server?.close());

async function statusOf(inbox: Partial<Inbox> | null): Promise<number> {
  server = await serveHttp(0, health, { "POST /hook": webhookRoute("hush", () => inbox as Inbox | null) });
  const response = await fetch(`http://127.0.0.1:${server.port}/hook`, {
    method: "POST",
    body: '{"update_id":1}',
    headers: { "x-telegram-bot-api-secret-token": "hush" },
  });
  return response.status;
}

describe("the webhook", () => {
  it("asks Telegram to send again while nothing can be taken", async () => {
    expect(await statusOf(null)).toBe(503);
    expect(await statusOf({ isFull: () => true })).toBe(503);
  });

  it("acknowledges an update when it is written down", async () => {
    const order: string[] = [];
    const take = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push("written");
      return 1;
    };
    order.push(String(await statusOf({ isFull: () => false, take })));
    expect(order).toEqual(["written", "200"]);
  });

  it("says which port can't be had", async () => {
    const first = await serveHttp(0, health);
    await expect(serveHttp(first.port, health)).rejects.toThrow(
      new UsageError(`PORT ${first.port} can't be had; stop what uses it, or name another`),
    );
    await first.close();
  });
});
