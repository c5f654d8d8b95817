import type { Check } from "./telegram-check.ts";

/** What the bot does and the server doesn't cover. */
export const UNCOVERED: readonly Check[] = [
  ...["setMyCommands", "setMyDescription", "setMyShortDescription", "sendChatAction", "answerInlineQuery"].map(
    unknownMethod,
  ),
  uncovered("answerCallbackQuery: what is told to who presses", "it takes the call and keeps nothing of it"),
  uncovered("getUpdates: offset, limit, timeout, allowed_updates", "it reads none of them"),
  uncovered("setWebhook: updates that the bot takes", "it doesn't send the secret token"),
  uncovered("inline queries, edited messages, reactions", "its updates are messages and callback queries alone"),
  uncovered("calls that Telegram would refuse, limits, faults", "it takes every call as it is"),
];

/** A method that the bot calls and goes on without. */
function unknownMethod(method: string): Check {
  return {
    name: method,
    run: async ({ server, token }) => {
      const response = await fetch(`${server.config.apiURL}/bot${token}/${method}`, { method: "POST" });
      const text = await response.text();
      if (!text.includes("is not supported")) throw new Error(`the server has learnt it; write a check: ${text}`);
      return "it doesn't know the method";
    },
  };
}

function uncovered(name: string, reason: string): Check {
  return { name, run: async () => reason };
}
