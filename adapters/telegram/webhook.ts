import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Route } from "../http-server.ts";
import { send } from "../http-server.ts";
import type { Inbox } from "./inbox.ts";
import { parseUpdate } from "./journal-entries.ts";

/** An update is smaller, in bytes. */
const LONGEST_BODY = 1_000_000;

/**
 * Takes updates that Telegram sends. Only who knows the secret is heard, and an update is acknowledged when it is
 * written down: Telegram sends again what wasn't.
 *
 * @param inbox - Null while there is none; Telegram is then asked to send again.
 */
export function webhookRoute(secret: string, inbox: () => Inbox | null): Route {
  return async (request, response) => {
    if (!isSecret(request.headers["x-telegram-bot-api-secret-token"], secret))
      return send(response, 401, "the secret token is missing or wrong\n");
    const body = await readBody(request);
    if (body === null) return send(response, 413, "the body is too long\n");
    const update = parseUpdate(body);
    if (update === null) return send(response, 400, "the body is no update\n");
    const open = inbox();
    if (open === null || open.isFull()) return send(response, 503, "not now; send it again\n");
    await open.take([update]);
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
