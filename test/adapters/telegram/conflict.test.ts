import { expect, it } from "vitest";
import { serveBot } from "./serve.ts";

it("ends after some tries where another process polls with the token", async () => {
  const service = await serveBot();
  service.api.fail("getUpdates", "409", 50);
  await expect(service.ended).rejects.toThrow("another process is polling");
  await service.close();
}, 40_000);
