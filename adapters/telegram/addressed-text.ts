import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";

/**
 * What of a message, or of the caption of what it shows, is meant for the bot, without its name; null where nothing is.
 *
 * In a private chat everything is. In groups and topics only a mention, a reply to the bot, `/ask …`, and commands that
 * name the bot (`/articles@name`).
 */
export function addressedText(message: Message, me: UserFromGetMe): string | null {
  const words = wordsOf(message);
  if (message.chat.type === "private") return withoutOwnName(words, me);
  const [first] = words.entities;
  if (first?.type === "bot_command" && first.offset === 0) {
    const [name = "", bot] = words.text.slice(0, first.length).split("@");
    if (bot !== undefined) return isSame(bot, me.username) ? withoutOwnName(words, me) : null;
    return name.toLowerCase() === "/ask" ? words.text : null;
  }
  const isReply = message.reply_to_message?.from?.id === me.id;
  return isReply || mentionsOf(words, me).length > 0 ? withoutOwnName(words, me) : null;
}

/** A text with what Telegram saw in it. */
interface Words {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

function wordsOf({ text, entities = [], caption = "", caption_entities: inCaption = [] }: Message): Words {
  return text === undefined ? { text: caption, entities: inCaption } : { text, entities };
}

/** Cuts the bot's name out, from the end so that offsets hold: "@bot who?" → "who?", "/ask@bot who?" → "/ask who?". */
function withoutOwnName(words: Words, me: UserFromGetMe): string {
  let bare = words.text;
  for (const { offset, length } of mentionsOf(words, me).toReversed())
    bare = bare.slice(0, offset) + bare.slice(offset + length);
  const command = new RegExp(`^(/\\w+)@${me.username}\\b`, "iu");
  return bare.replace(command, "$1").trim();
}

function mentionsOf({ text, entities }: Words, me: UserFromGetMe): MessageEntity[] {
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
