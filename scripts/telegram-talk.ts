import { setTimeout as sleep } from "node:timers/promises";
import type { MessageEntity } from "grammy/types";
import type { ClientOptions, Kept, Sent, TestServer } from "./telegram-test-api.ts";

/** What is waited for has so long to come, in ms. */
const PATIENCE_MS = 10_000;
/** How often to look whether it has, in ms. */
const LOOK_MS = 30;

/** A message of the bot, as it is now. */
export interface Answer {
  readonly id: number;
  readonly sent: Sent;
}

/** What a user does in a chat, by the package's own client. */
export interface Talk {
  /** Writes a message. @param more - Fields of it that differ, such as entities. */
  readonly say: (text: string, more?: object) => Promise<void>;
  /** Writes a message or a command, and waits for the next message that the bot sends to the chat. */
  readonly ask: (text: string, more?: object) => Promise<Answer>;
  /** Presses a button and waits until its message has other words. */
  readonly press: (label: string, under: Answer) => Promise<Answer>;
  /** Presses a button and waits for the next message that the bot sends to the chat. */
  readonly pressToAsk: (label: string, under: Answer) => Promise<Answer>;
  /** The messages of the bot in the chat, as they are now. */
  readonly answers: () => Promise<readonly Answer[]>;
  /** What all users wrote and pressed. */
  readonly written: () => Promise<readonly Kept[]>;
}

/** @param language - What the user's app speaks. */
export function createTalk(
  server: TestServer,
  token: string,
  options: ClientOptions,
  language: string,
  stopping: AbortSignal,
): Talk {
  const client = server.getClient(token, options);
  const from = { language_code: language };

  async function answers(): Promise<Answer[]> {
    const kept = await client.getUpdatesHistory();
    return kept
      .filter(isSent)
      .flatMap(({ messageId: id, message: sent }) => (sent.chat_id === options.chatId ? [{ id, sent }] : []));
  }

  async function written(): Promise<readonly Kept[]> {
    return (await client.getUpdatesHistory()).filter((kept) => !isSent(kept));
  }

  async function say(text: string, more: object = {}): Promise<void> {
    const fields = { from, ...more };
    if (text.startsWith("/")) await client.sendCommand(client.makeCommand(text, fields));
    else await client.sendMessage(client.makeMessage(text, fields));
  }

  async function next(act: () => Promise<void>): Promise<Answer> {
    const before = (await answers()).length;
    await act();
    return until(async () => (await answers())[before], "a message", stopping);
  }

  async function pressOn(label: string, { id, sent }: Answer): Promise<void> {
    const key = sent.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
    if (key === undefined || !("callback_data" in key)) throw new Error(`no button ${label} under ${shown(sent)}`);
    const { text, entities, reply_markup } = sent;
    const message = { message_id: id, date: 1, text, entities, reply_markup };
    await client.sendCallback(client.makeCallbackQuery(key.callback_data, { from, message }));
  }

  return {
    say,
    ask: async (text, more) => next(async () => say(text, more)),
    press: async (label, under) => {
      await pressOn(label, under);
      const isEdited = async (): Promise<Answer | undefined> =>
        (await answers()).find(({ id, sent }) => id === under.id && sent.text !== under.sent.text);
      return until(isEdited, `an edit of ${shown(under.sent)}`, stopping);
    },
    pressToAsk: async (label, under) => next(async () => pressOn(label, under)),
    answers,
    written,
  };
}

/**
 * Waits for something.
 *
 * @throws Error where it doesn't come in time.
 */
export async function until<T>(look: () => Promise<T | undefined>, wanted: string, stopping: AbortSignal): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end && !stopping.aborted) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(LOOK_MS);
  }
  throw new Error(stopping.aborted ? "the bot has ended" : `${wanted} didn't come within ${PATIENCE_MS / 1000} s`);
}

/** The words of a message that have a style. */
export function wordsIn({ text, entities = [] }: Sent, type: MessageEntity["type"]): string[] {
  return entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

/** The labels of a message's buttons. */
export function labelsOf({ reply_markup: markup }: Sent): string[] {
  return (markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
}

/** A message on a line. */
export function shown(sent: Sent): string {
  return JSON.stringify([sent.text, ...labelsOf(sent)]);
}

function isSent(kept: Kept): kept is Kept & { readonly message: Sent } {
  return kept.message !== undefined && "chat_id" in kept.message;
}
