import type { InlineKeyboardMarkup, MessageEntity, Update } from "grammy/types";
import type { Pressed, Shown, Speaker, Surface } from "../chat-contract.ts";
import { describeChat } from "../chat-contract.ts";
import type { Call } from "./fake-bot-api.ts";
import { ME } from "./fake-bot-api.ts";
import { ANN, BO, inGroup, serveBot } from "./serve.ts";

interface Message extends Shown {
  readonly payload: Call["payload"];
}

const PEOPLE = { ann: ANN, bo: BO };

describeChat("Telegram", async (digest): Promise<Surface<Message>> => {
  const service = await serveBot({}, [], Promise.resolve(digest));
  let running = service;
  const count = (method: string): number => service.api.calls.filter((call) => call.method === method).length;

  async function sentAfter(update: { message: NonNullable<Update["message"]> }): Promise<Message> {
    const before = count("sendMessage");
    service.api.push(update);
    return toMessage((await service.api.called("sendMessage", before + 1))[before]?.payload ?? {});
  }

  async function pressed(data: string, under: Message, by: Speaker): Promise<Pressed<Message>> {
    const [edits, told] = [count("editMessageText"), count("answerCallbackQuery")];
    service.api.push(press(data, under, by));
    const notice = (await service.api.called("answerCallbackQuery", told + 1))[told]?.payload["text"];
    const edit = service.api.calls.filter(({ method }) => method === "editMessageText")[edits];
    return { shown: edit === undefined ? null : toMessage(edit.payload), notice: (notice as string) ?? null };
  }

  return {
    ask: async (question, by) => sentAfter(inGroup(`/ask ${question}`, PEOPLE[by])),
    command: async (name, argument, by) => sentAfter(inGroup(`/${name}@${ME.username} ${argument}`, PEOPLE[by])),
    press: async (label, under, by) => {
      const key = keysOf(under.payload).find(({ text }) => text === label);
      return pressed(key !== undefined && "callback_data" in key ? key.callback_data : "", under, by);
    },
    pressStale: pressed,
    askTooMuch: async (by) => {
      const before = count("sendMessage");
      for (let i = 0; i < 31; i++) service.api.push(inGroup(`/about@${ME.username}`, PEOPLE[by]));
      const calls = await service.api.called("sendMessage", before + 31);
      return String(calls.at(-1)?.payload["text"]);
    },
    restart: async () => {
      await running.stop();
      running = service.restart();
    },
    close: async () => {
      await running.stop();
      await service.close();
    },
  };
});

function toMessage(payload: Call["payload"]): Message {
  const text = String(payload["text"]);
  const [first] = payload["entities"] as MessageEntity[];
  const isAnswer = first?.type === "bold" && first.offset === 0;
  return {
    text,
    answer: isAnswer ? text.slice(0, first.length) : null,
    buttons: keysOf(payload).map((key) => key.text),
    areButtonsOff: null,
    payload,
  };
}

function keysOf(payload: Call["payload"]): InlineKeyboardMarkup["inline_keyboard"][number] {
  return ((payload["reply_markup"] as InlineKeyboardMarkup | undefined)?.inline_keyboard ?? []).flat();
}

/** Somebody presses a button under a message of the bot. */
function press(
  data: string,
  { payload }: Message,
  by: Speaker,
): { callback_query: NonNullable<Update["callback_query"]> } {
  const message = {
    message_id: 500,
    date: 1_700_000_000,
    chat: { id: -100, type: "supergroup", title: "Group" },
    from: ME,
    text: payload["text"],
    entities: payload["entities"],
    reply_markup: payload["reply_markup"],
  };
  return { callback_query: { id: "p1", from: PEOPLE[by], chat_instance: "1", data, message } as never };
}
