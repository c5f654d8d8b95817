import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Update } from "grammy/types";
import type { Route } from "../http-server.ts";
import { send } from "../http-server.ts";

/** An update is smaller, in bytes. */
const LONGEST_BODY = 1_000_000;
/** So many updates are known to be handled, should Telegram send one again. */
const REMEMBERED = 10_000;

/**
 * Takes updates that Telegram sends. Only who knows the secret is heard, and an update is acknowledged when it has been
 * handled: Telegram sends again what wasn't.
 */
export function webhookRoute(secret: string, handle: (update: Update) => Promise<void>): Route {
  const handled = new Set<number>();
  const inWork = new Map<number, Promise<void>>();
  return async (request, response) => {
    if (!isSecret(request.headers["x-telegram-bot-api-secret-token"], secret))
      return send(response, 401, "the secret token is missing or wrong\n");
    const body = await readBody(request);
    if (body === null) return send(response, 413, "the body is too long\n");
    const update = parseUpdate(body);
    if (update === null) return send(response, 400, "the body is no update\n");
    if (!handled.has(update.update_id)) {
      const work = inWork.get(update.update_id) ?? handle(update).finally(() => inWork.delete(update.update_id));
      inWork.set(update.update_id, work);
      await work;
      handled.add(update.update_id);
      for (const oldest of handled) {
        if (handled.size <= REMEMBERED) break;
        handled.delete(oldest);
      }
    }
    send(response, 200, "ok\n");
  };
}

/** The secret of a webhook for which none is set: nobody who doesn't know the bot's token can know it. */
export function secretFor(token: string): string {
  return createHash("sha256").update(`webhook ${token}`).digest("hex");
}

/** Compares in constant time: digests, so that not even the length tells anything. */
function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
  return typeof given === "string" && timingSafeEqual(hash(given), hash(secret));
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LONGEST_BODY) chunks.push(chunk);
  }
  return length > LONGEST_BODY ? null : Buffer.concat(chunks).toString("utf8");
}

function parseUpdate(body: string): Update | null {
  try {
    const update: unknown = JSON.parse(body);
    const isUpdate =
      typeof update === "object" && update !== null && "update_id" in update && typeof update.update_id === "number";
    return isUpdate ? (update as Update) : null;
  } catch {
    return null;
  }
}
