import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import type { Answered } from "./ask-once.ts";
import { askOnce } from "./ask-once.ts";
import { parseCommand, runCommand } from "./commands.ts";
import type { Conversations } from "./conversation.ts";
import type { DocumentBlock } from "./document.ts";
import { toBlocks } from "./reply-text.ts";

/** A message of a chat. */
export interface Message {
  readonly text: string;
  /** Whose talk it goes on: a chat's id, a thread's id. */
  readonly conversation: string;
  /** The language to answer a command in; a question is answered in its own. */
  readonly language: Language;
}

/** What a bot says to a message. */
export interface Response {
  readonly blocks: readonly DocumentBlock[];
  readonly language: Language;
  /** The reply and its turn; null where the message was a command. */
  readonly asked: Answered | null;
}

/** Answers a chat message, a command or a question, and remembers the turn for a follow-up. */
export async function respond(message: Message, digest: Digest, conversations: Conversations): Promise<Response> {
  const command = parseCommand(message.text);
  if (command !== null) {
    return {
      blocks: await runCommand(command, digest, message.language),
      language: command.language ?? message.language,
      asked: null,
    };
  }
  const asked = await askOnce(digest, message.text, await conversations.last(message.conversation));
  if (asked.turn !== null) await conversations.remember(message.conversation, asked.turn);
  return { blocks: toBlocks(asked.reply), language: asked.reply.language, asked };
}
