import type { Check } from "./telegram-check.ts";
import { until } from "./telegram-talk.ts";

/** With the bot served by webhook. */
export const WEBHOOK_CHECKS: readonly Check[] = [
  {
    name: "setWebhook: names the bot's address",
    run: async ({ server, token, webhookUrl, stopping }) => {
      const look = async (): Promise<string | undefined> => server.webhooks[token]?.url;
      const url = await until(look, "setWebhook", stopping);
      if (url !== webhookUrl) throw new Error(`another address: ${url}`);
    },
  },
  {
    name: "a webhook: a message without the secret token isn't taken",
    run: async ({ server, token }) => {
      // The server doesn't send it; what it says of a refusal is only to be had in this process.
      const message = { botToken: token, chat: { id: 1, type: "private" }, from: { id: 1 }, date: 1, text: "/help" };
      const status = await server.addUserMessage(message).then(
        () => 200,
        (error: { readonly response?: { readonly status: number } }) => error.response?.status,
      );
      if (status !== 401) throw new Error(`without the secret token the bot says ${status}, not 401`);
    },
  },
];
