import type { MessageReactionUpdated } from "grammy/types";
import type { Bot } from "./bot.ts";

const KINDS: ReadonlyMap<string, "good" | "bad"> = new Map([
  ["👍", "good"],
  ["👎", "bad"],
]);

/** Takes down a 👍 or 👎 that somebody sets on one of the last answers; what stood there before was taken down then. */
export function handleReaction(reaction: MessageReactionUpdated, bot: Bot): void {
  const { chat, message_id: answerId, old_reaction: former, new_reaction: current } = reaction;
  const answered = bot.isAllowed(chat.id) ? bot.answers.answeredBy(chat.id, answerId) : null;
  if (answered === null) return;
  const before = new Set(former.map(emojiOf));
  for (const emoji of current.map(emojiOf)) {
    const kind = KINDS.get(emoji);
    if (kind === undefined || before.has(emoji)) continue;
    bot.feedback.add({ at: new Date().toISOString(), kind, text: answered.question, answer: answered.answer });
  }
}

function emojiOf(reaction: MessageReactionUpdated["new_reaction"][number]): string {
  return reaction.type === "emoji" ? reaction.emoji : "";
}
