import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";

/** An error as it may be logged: those of calls hold addresses, and addresses hold the tokens of interactions. */
export function safeError(error: unknown): object {
  if (error instanceof DiscordAPIError)
    return {
      type: "DiscordAPIError",
      status: error.status,
      code: error.code,
      method: error.method,
      message: error.message,
    };
  if (error instanceof HTTPError)
    return { type: "HTTPError", status: error.status, method: error.method, message: error.message };
  if (error instanceof RateLimitError)
    return { type: "RateLimitError", method: error.method, retryAfterMs: error.retryAfter };
  if (error instanceof Error)
    return { type: error.name, message: withoutTokens(error.message), stack: withoutTokens(error.stack ?? "") };
  return { message: withoutTokens(String(error)) };
}

/** Takes out what follows an id in an address of an interaction or a webhook. */
export function withoutTokens(text: string): string {
  return text.replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/?\s"]+/gu, "$1[secret]");
}
