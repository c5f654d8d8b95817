import type { Message, UserFromGetMe } from "grammy/types";

/**
 * What of a message is meant for the bot, without its name; null where nothing is.
 *
 * In a private chat everything is. In groups and topics only a mention, a reply to the bot, `/ask …`, and commands that
 * name the bot (`/articles@name`).
 */
export function addressedText(message: Message, me: UserFromGetMe): string | null {
  const text = message.text ?? "";
  if (message.chat.type === "private") return withoutOwnName(text, message, me);
  const [first] = message.entities ?? [];
  if (first?.type === "bot_command" && first.offset === 0) {
    const [name = "", bot] = text.slice(0, first.length).split("@");
    if (bot !== undefined) return isSame(bot, me.username) ? withoutOwnName(text, message, me) : null;
    return name.toLowerCase() === "/ask" ? text : null;
  }
  const isReply = message.reply_to_message?.from?.id === me.id;
  return isReply || mentionsOf(message, me).length > 0 ? withoutOwnName(text, message, me) : null;
}

/** Cuts the bot's name out, from the end so that offsets hold: "@bot who?" → "who?", "/ask@bot who?" → "/ask who?". */
function withoutOwnName(text: string, message: Message, me: UserFromGetMe): string {
  let bare = text;
  for (const { offset, length } of mentionsOf(message, me).toReversed())
    bare = bare.slice(0, offset) + bare.slice(offset + length);
  const command = new RegExp(`^(/\\w+)@${me.username}\\b`, "iu");
  return bare.replace(command, "$1").trim();
}

function mentionsOf({ text = "", entities = [] }: Message, me: UserFromGetMe): { offset: number; length: number }[] {
  return entities.filter(
    (entity) =>
      (entity.type === "mention" &&
        isSame(text.slice(entity.offset + 1, entity.offset + entity.length), me.username)) ||
      (entity.type === "text_mention" && entity.user.id === me.id),
  );
}

/** User names are the same whatever the case of their letters. */
function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}
