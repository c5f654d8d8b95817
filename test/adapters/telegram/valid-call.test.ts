import { describe, expect, it } from "vitest";
import { problemsOf } from "./valid-call.ts";

const message = (more: object): Record<string, unknown> => ({ chat_id: 1, text: "Hello 👋", ...more });
const button = (callback_data: string): object => ({
  reply_markup: { inline_keyboard: [[{ text: "x", callback_data }]] },
});
const result = (id: string): object => ({
  type: "article",
  id,
  title: "x",
  input_message_content: { message_text: "x" },
});

describe("problemsOf", () => {
  it("finds nothing wrong with calls at their limits", () => {
    expect(problemsOf("sendMessage", message({ text: "好".repeat(4096) }))).toEqual([]);
    expect(problemsOf("sendMessage", message(button("x".repeat(64))))).toEqual([]);
    expect(problemsOf("setMyDescription", { description: "x".repeat(512) })).toEqual([]);
    expect(problemsOf("sendMessage", message({ entities: [{ type: "bold", offset: 6, length: 2 }] }))).toEqual([]);
  });

  it.each([
    ["sendMessage", message({ text: "好".repeat(4097) }), "sendMessage.text has 4097 units"],
    ["sendMessage", message({ text: "" }), "sendMessage.text has 0 units"],
    ["sendMessage", message({ thread: 1 }), "sendMessage.thread is unknown"],
    ["sendMessage", { text: "x" }, "sendMessage.chat_id is missing"],
    [
      "sendMessage",
      message(button("好".repeat(22))),
      "sendMessage.reply_markup.inline_keyboard.callback_data has 66 bytes",
    ],
    [
      "sendMessage",
      message({ entities: [{ type: "bold", offset: 6, length: 1 }] }),
      "sendMessage: the bold at 6 cuts a character",
    ],
    [
      "sendMessage",
      message({ entities: [{ type: "bold", offset: 6, length: 9 }] }),
      "sendMessage: the bold at 6 lies outside",
    ],
    [
      "sendMessage",
      message({
        entities: [
          { type: "bold", offset: 0, length: 3 },
          { type: "code", offset: 2, length: 3 },
        ],
      }),
      "sendMessage: the bold at 0 crosses another",
    ],
    [
      "answerCallbackQuery",
      { callback_query_id: "1", text: "x".repeat(201) },
      "answerCallbackQuery.text has 201 units",
    ],
    ["setMyDescription", { description: "x".repeat(513) }, "setMyDescription.description has 513 units"],
    [
      "setMyShortDescription",
      { short_description: "x".repeat(121) },
      "setMyShortDescription.short_description has 121 units",
    ],
    [
      "setMyCommands",
      { commands: [{ command: "ask", description: "x".repeat(257) }] },
      "setMyCommands.commands.description has 257 units",
    ],
    ["setMyCommands", { commands: [{ command: "Ask", description: "x" }] }, "Ask is no command"],
    [
      "answerInlineQuery",
      { inline_query_id: "1", results: Array.from({ length: 51 }, (_, i) => result(String(i))) },
      "answerInlineQuery.results has 51 elements",
    ],
    [
      "answerInlineQuery",
      { inline_query_id: "1", results: [result("好".repeat(22))] },
      "answerInlineQuery.results.id has 66 bytes",
    ],
    [
      "answerInlineQuery",
      { inline_query_id: "1", results: [], next_offset: "0".repeat(65) },
      "answerInlineQuery.next_offset has 65 bytes",
    ],
    ["sendMessages", {}, "sendMessages is no method that the bot may call"],
  ])("finds what is wrong with %s of %j", (method, payload, problem) => {
    expect(problemsOf(method, payload)).toContain(problem);
  });
});
