import { pad } from "../../../adapters/display-width.ts";
import type { Call, NewUpdate } from "./fake-bot-api.ts";
import type { Service } from "./serve.ts";

/** The columns of the name that a line of a talk begins with. */
const NAME = 12;

/** What somebody writes, as the transcript shows it and as Telegram delivers it. */
export interface Line {
  readonly name: string;
  readonly shown: string;
  readonly update: NewUpdate;
  /** False for what the bot hears and says nothing to. */
  readonly isAnswered: boolean;
}

/** Has a talk with the bot and draws it: what people wrote, and what the bot sent, with its buttons. */
export async function drawTalk(lines: readonly Line[], { api }: Service): Promise<string> {
  const drawn: string[] = [];
  for (const { name, shown, update, isAnswered } of lines) {
    const before = answersIn(api.calls).length;
    api.push(update);
    drawn.push(`${pad(name, NAME)}${shown}`);
    if (!isAnswered) continue;
    while (answersIn(api.calls).length === before) await new Promise((resolve) => setTimeout(resolve, 10));
    drawn.push(drawMessage(answersIn(api.calls).at(-1)));
  }
  return drawn.join("\n\n");
}

function answersIn(calls: readonly Call[]): Call[] {
  return calls.filter(({ method }) => method === "sendMessage");
}

function drawMessage(call: Call | undefined): string {
  const { text, entities, reply_markup: markup } = (call?.payload ?? {}) as unknown as Message;
  const quotes = entities.filter(({ type }) => type.endsWith("blockquote"));
  let offset = 0;
  const lines = text.split("\n").map((line) => {
    const isQuoted = quotes.some((quote) => quote.offset <= offset && offset < quote.offset + quote.length);
    offset += line.length + 1;
    return isQuoted ? `▏${line}` : line;
  });
  const rows = (markup?.inline_keyboard ?? []).map((row) => row.map((key) => `[${key.text}]`).join(" "));
  const all = [...lines, ...(rows.length === 0 ? [] : ["", ...rows])];
  return all.map((line, i) => `${pad(i === 0 ? "digest-bot" : "", NAME)}${line}`.trimEnd()).join("\n");
}

interface Message {
  readonly text: string;
  readonly entities: readonly { readonly type: string; readonly offset: number; readonly length: number }[];
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly { readonly text: string }[])[] };
}
