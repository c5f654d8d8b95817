import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MessageEntity, Update } from "grammy/types";
import type { Call, NewUpdate } from "./fake-bot-api.ts";
import { ME } from "./fake-bot-api.ts";
import type { Service } from "./serve.ts";
import { openManyIssues } from "../../chat/many-issues.ts";
import { sampleDigest } from "../sample-digest.ts";
import { ANN, BO, inGroup, privately, serveBot } from "./serve.ts";

const EXPORTS = "上半年跨境电商出口多少？";
let service: Service;

beforeEach(async () => {
  service = await serveBot();
});
afterEach(async () => service.close());

interface Sent {
  readonly chat_id: number;
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly reply_markup?: {
    readonly inline_keyboard: readonly { readonly text: string; readonly callback_data: string }[][];
  };
  readonly reply_parameters?: { readonly message_id: number };
  readonly message_thread_id?: number;
}

const sentBy = (call: Call | undefined): Sent => call?.payload as unknown as Sent;
const wordsOf = (sent: Sent, type: string): string[] =>
  sent.entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => sent.text.slice(offset, offset + length));
const buttonOf = (sent: Sent, label: string): string =>
  sent.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label)?.callback_data ?? "";

async function answersTo(...updates: Parameters<Service["api"]["push"]>): Promise<Sent[]> {
  const before = service.api.calls.filter(({ method }) => method === "sendMessage").length;
  service.api.push(...updates);
  return (await service.api.called("sendMessage", before + updates.length)).slice(before).map(sentBy);
}

describe("a private chat", () => {
  it("answers a question with the short answer in bold and the exact quote", async () => {
    const asked = privately(EXPORTS);
    const [sent] = await answersTo(asked);
    if (sent === undefined) throw new Error("nothing was sent");
    expect(wordsOf(sent, "bold")).toEqual(["约1.03万亿元"]);
    const [quote = ""] = wordsOf(sent, "expandable_blockquote");
    const digest = await sampleDigest();
    expect(digest.issues[0]?.articles[2]?.text).toContain(quote);
    expect(quote).toContain("出口约1.03万亿元");
    expect(sent.text).toContain("《上半年我国跨境电商进出口约1.32万亿元》");
    expect(sent.reply_parameters?.message_id).toBe(asked.message.message_id);
  });

  it("goes on from the question before", async () => {
    const sent = await answersTo(privately(EXPORTS), privately("那进口呢？"));
    expect(wordsOf(sent[1] as Sent, "bold")).toEqual(["约2911亿元"]);
  });

  it("refuses what the digest doesn't say, and writes the question down for the editor", async () => {
    const [sent] = await answersTo(privately("湖南2024年跨境电商进出口额是多少？"));
    expect(sent?.text).toContain("摘要里没有提到与此相关的“湖南”。");
    const [told] = await answersTo(privately("/feedback", ANN));
    expect(told?.text).toBe("Please write what you think after /feedback.");
    await service.stop();
    const admin = service.restart({ admins: new Set([ANN.id]) });
    service.api.push(privately("/feedback", ANN));
    const calls = await admin.api.called("sendMessage", 3);
    await admin.stop();
    expect(sentBy(calls.at(-1)).text).toContain("湖南2024年");
  });

  it("offers questions that it can answer as buttons under a refusal", async () => {
    const [refusal] = await answersTo(privately("湖南2024年跨境电商进出口额是多少？"));
    const offered = (refusal?.reply_markup?.inline_keyboard.flat() ?? []).filter(({ callback_data: data }) =>
      data.startsWith("s:"),
    );
    expect(offered.length).toBeGreaterThan(0);
    const [question] = offered;
    expect(refusal?.text).not.toContain(question?.text);
    const [sent] = await answersTo(press(question?.callback_data ?? "", refusal as Sent, BO));
    expect(wordsOf(sent as Sent, "expandable_blockquote")).not.toEqual([]);
  });

  it("hints at the help for a command that there isn't", async () => {
    const [sent] = await answersTo(privately("/nonsense", ANN));
    expect(sent?.text).toContain("/help");
  });

  it("answers the caption of a picture", async () => {
    const [sent] = await answersTo(privately("", BO, { text: undefined, photo: [], caption: EXPORTS } as never));
    expect(wordsOf(sent as Sent, "bold")).toEqual(["约1.03万亿元"]);
  });

  it("greets with three questions as buttons that can be pressed", async () => {
    const [greeting] = await answersTo(privately("/start", ANN));
    const examples = greeting?.reply_markup?.inline_keyboard.flat() ?? [];
    expect(examples).toHaveLength(3);
    const sent = await answersTo(press(examples[0]?.callback_data ?? "", greeting as Sent, ANN));
    expect(sent[0]?.text).not.toBe("");
    expect(await service.api.called("answerCallbackQuery", 1)).toHaveLength(1);
  });

  it("answers commands in the language of the app, or in the one chosen", async () => {
    const sent = await answersTo(
      privately("/help", ANN),
      privately("/help", BO),
      privately("/language zh", ANN),
      privately("/help", ANN),
    );
    expect(sent.map(({ text }) => /[\u4e00-\u9fff]/u.test(text))).toEqual([false, true, true, true]);
  });

  it("says that it only reads text", async () => {
    const [sent] = await answersTo(privately("", ANN, { text: undefined, sticker: {} } as never));
    expect(sent?.text).toBe("I can only read text; please write your question.");
  });

  it("opens an article by its number", async () => {
    const [sent] = await answersTo(privately("/article 5"));
    expect(wordsOf(sent as Sent, "bold")[0]).toContain("店播");
    expect(sent?.text.length).toBeGreaterThan(1000);
  });

  it("turns the pages of a list by buttons, or says how where they can't hold its words", async () => {
    const long = `/search ${"跨境电商 ".repeat(5).trim()}`;
    const [short, worded] = await answersTo(privately("/search 跨境电商 p2"), privately(long));
    const labels = short?.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(labels).toEqual(["‹ 1/4", "3/4 ›"]);
    expect(short?.text).not.toContain("/search");
    expect(worded?.reply_markup).toBeUndefined();
    expect(worded?.text).toContain(`下一页：${long} p2`);
    service.api.push(press(buttonOf(short as Sent, "3/4 ›"), short as Sent, BO));
    const [edit] = await service.api.called("editMessageText", 1);
    expect(sentBy(edit).text).toContain("搜索：跨境电商");
    expect(buttonOf(sentBy(edit), "4/4 ›")).not.toBe("");
  });

  it("opens an article at a page", async () => {
    await service.close();
    service = await serveBot({}, [], openManyIssues());
    const [sent] = await answersTo(privately("/article 2025-08#26 p2"));
    expect(buttonOf(sent as Sent, "‹ 1/3")).not.toBe("");
  });

  it("edits its answer when the question is edited", async () => {
    const asked = privately(EXPORTS);
    await answersTo(asked);
    service.api.push({ edited_message: { ...asked.message, text: "上半年跨境电商进口多少？", edit_date: 2 } });
    const [edit] = await service.api.called("editMessageText", 1);
    expect(edit?.payload["message_id"]).toBe(500);
    expect(wordsOf(sentBy(edit), "bold")).toEqual(["约2911亿元"]);
  });

  it("tells somebody who writes too much so once", async () => {
    const texts = await answersTo(...Array.from({ length: 31 }, () => privately("/about", ANN)));
    expect(texts.at(-1)?.text).toBe("That was a lot at once; please wait a moment.");
    service.api.push(privately("/about", ANN), privately("/about", ANN));
    const [other] = await answersTo(privately("/about", BO)).then((sent) => sent.slice(-1));
    expect(other?.chat_id).toBe(BO.id);
  });
});

describe("a group", () => {
  it.each([
    ["a mention", inGroup(`@digest_bot ${EXPORTS}`)],
    ["/ask", inGroup(`/ask ${EXPORTS}`)],
    ["/ask with its name", inGroup(`/ask@digest_bot ${EXPORTS}`)],
    [
      "a mention in a caption",
      inGroup("", BO, {
        text: undefined,
        photo: [],
        caption: `${EXPORTS} @digest_bot`,
        caption_entities: [{ type: "mention", offset: EXPORTS.length + 1, length: 11 }],
      } as never),
    ],
    [
      "/ask in a caption",
      inGroup("", BO, {
        text: undefined,
        photo: [],
        caption: `/ask ${EXPORTS}`,
        caption_entities: [{ type: "bot_command", offset: 0, length: 4 }],
      } as never),
    ],
    ["a reply to it", inGroup(EXPORTS, BO, { reply_to_message: { message_id: 3, date: 1, from: ME } } as never)],
  ])("answers %s", async (_how, update) => {
    const [sent] = await answersTo(update);
    expect(wordsOf(sent as Sent, "bold")).toEqual(["约1.03万亿元"]);
    expect(sent?.chat_id).toBe(-100);
  });

  it("says nothing to anything else", async () => {
    service.api.push(
      inGroup(EXPORTS),
      inGroup("/ask@other_bot 谁？"),
      inGroup("/help"),
      inGroup("/nonsense@digest_bot"),
      inGroup("", BO, { text: undefined, photo: [], caption: EXPORTS } as never),
      inGroup("", BO, { text: undefined, photo: [] } as never),
      inGroup("@digest_bot_2 谁？", BO, { entities: [{ type: "mention", offset: 0, length: 13 }] }),
      inGroup(
        EXPORTS,
        { ...BO, is_bot: true } as never,
        { reply_to_message: { message_id: 3, date: 1, from: ME } } as never,
      ),
    );
    await answersTo(privately("/about", ANN));
    await service.stop();
    const chats = service.api.calls
      .filter(({ method }) => method.startsWith("send"))
      .map(({ payload }) => payload["chat_id"]);
    expect(new Set(chats)).toEqual(new Set([ANN.id]));
  });

  it("answers in the topic that was asked in, and without a thread in the General topic", async () => {
    const inTopic = inGroup(`/ask ${EXPORTS}`, BO, { message_thread_id: 77, is_topic_message: true });
    const [topic, general, reply] = await answersTo(
      inTopic,
      inGroup(`/ask ${EXPORTS}`, BO, { message_thread_id: 1, is_topic_message: true }),
      inGroup(`/ask ${EXPORTS}`, BO, { message_thread_id: 5 }),
    );
    expect(topic?.message_thread_id).toBe(77);
    expect(general).not.toHaveProperty("message_thread_id");
    expect(reply).not.toHaveProperty("message_thread_id");
    const typing = service.api.calls.filter(({ method }) => method === "sendChatAction");
    expect(typing.map(({ payload }) => payload["message_thread_id"])).toEqual([77, undefined, undefined]);
  });

  it("keeps one user's talk apart from another's", async () => {
    const sent = await answersTo(
      inGroup(`/ask ${EXPORTS}`, BO),
      inGroup("/ask 那2024年呢？", ANN),
      inGroup("/ask 那进口呢？", BO),
    );
    expect(wordsOf(sent[1] as Sent, "bold")).toEqual([]);
    expect(wordsOf(sent[2] as Sent, "bold")).toEqual(["约2911亿元"]);
  });

  it("lets only who asked press its buttons", async () => {
    const [sent] = await answersTo(inGroup(`/ask ${EXPORTS}`, BO));
    service.api.push(press(buttonOf(sent as Sent, "上下文"), sent as Sent, ANN));
    const [pressed] = await service.api.called("answerCallbackQuery", 1);
    expect(pressed?.payload["text"]).toBe("Somebody else asked this; please ask yourself.");
    expect(service.api.calls.filter(({ method }) => method === "editMessageText")).toEqual([]);
  });

  it("is left alone where it isn't on the list of allowed chats", async () => {
    await service.stop();
    const listed = service.restart({ allowedChats: new Set([ANN.id]) });
    service.api.push(inGroup(`/ask ${EXPORTS}`), privately("/about", ANN));
    const calls = await listed.api.called("sendMessage", 1);
    await listed.stop();
    expect(calls.map(({ payload }) => payload["chat_id"])).toEqual([ANN.id]);
  });
});

describe("the buttons under an answer", () => {
  it("show the paragraph with the quote marked, and lead back", async () => {
    const [sent] = await answersTo(privately(EXPORTS));
    const quote = wordsOf(sent as Sent, "expandable_blockquote")[0] ?? "";
    service.api.push(press(buttonOf(sent as Sent, "上下文"), sent as Sent, BO));
    const [edit] = await service.api.called("editMessageText", 1);
    const shown = sentBy(edit);
    expect(wordsOf(shown, "bold")).toContain(quote);
    expect(wordsOf(shown, "bold")[0]).toBe("约1.03万亿元");
    expect(wordsOf(shown, "blockquote")[0]?.length).toBeGreaterThan(quote.length);
    service.api.push(press(buttonOf(shown, "收起"), shown, BO));
    const edits = await service.api.called("editMessageText", 2);
    expect(sentBy(edits[1]).text).toBe(sent?.text);
  });

  it("work after a restart", async () => {
    const [sent] = await answersTo(privately(EXPORTS));
    await service.stop();
    const again = service.restart();
    service.api.push(press(buttonOf(sent as Sent, "相关内容"), sent as Sent, BO));
    const edits = await again.api.called("editMessageText", 1);
    await again.stop();
    expect(sentBy(edits[0]).text).toContain("1.32万亿元");
  });

  it.each(["", "c:z::AAAAAAAA.1.2:1", "c:z::..:1", "something else", "e:z::00000000:1"])(
    "say so when %j is out of date",
    async (data) => {
      const [sent] = await answersTo(privately(EXPORTS));
      service.api.push(press(data, sent as Sent, BO));
      const [pressed] = await service.api.called("answerCallbackQuery", 1);
      expect(pressed?.payload["text"]).toBe("这个按钮已失效：摘要更新过了，请再问一次。");
    },
  );

  it("ask who presses without end to wait", async () => {
    const [sent] = await answersTo(privately(EXPORTS));
    const data = buttonOf(sent as Sent, "上下文");
    service.api.push(...Array.from({ length: 40 }, () => press(data, sent as Sent, BO)));
    const presses = await service.api.called("answerCallbackQuery", 40, 15_000);
    expect([presses[0]?.payload["text"], presses[39]?.payload["text"]]).toEqual([
      undefined,
      "问得太快了，请稍等一会儿。",
    ]);
  });

  it("take down what a reader thinks, without saying who", async () => {
    const asked = privately(EXPORTS);
    const [sent] = await answersTo(asked);
    service.api.push(press(buttonOf(sent as Sent, "👍"), sent as Sent, BO, asked.message));
    await service.api.called("answerCallbackQuery", 1);
    await service.stop();
    const admin = service.restart({ admins: new Set([ANN.id]) });
    service.api.push(privately("/feedback", ANN));
    const calls = await admin.api.called("sendMessage", 2);
    await admin.stop();
    const list = sentBy(calls.at(-1)).text;
    expect(list).toContain(`👍 ${EXPORTS} → 约1.03万亿元`);
    expect(list).not.toMatch(/Bo|\b8\b/u);
  });
});

describe("a reaction to an answer", () => {
  const react = (answerId: number, former: string[], current: string[]): NewUpdate => {
    const emojis = (list: string[]): object[] => list.map((emoji) => ({ type: "emoji", emoji }));
    return {
      message_reaction: {
        chat: { id: BO.id, type: "private", first_name: "Bo" },
        message_id: answerId,
        user: BO,
        date: 1,
        old_reaction: emojis(former),
        new_reaction: emojis(current),
      },
    } as never;
  };

  it("is taken down once as what a reader thinks, without saying who", async () => {
    await answersTo(privately(EXPORTS));
    service.api.push(react(500, [], ["👍"]), react(500, ["👍"], ["👍", "🔥"]), react(500, ["👍", "🔥"], ["👎"]));
    service.api.push(react(777, [], ["👎"]));
    await answersTo(privately("/about"));
    await service.stop();
    const feedback = readFileSync(join(service.dataDir, "feedback.jsonl"), "utf8").trimEnd().split("\n");
    expect(feedback.map((line) => JSON.parse(line) as unknown)).toEqual([
      { at: expect.any(String) as string, kind: "good", text: EXPORTS, answer: "约1.03万亿元" },
      { at: expect.any(String) as string, kind: "bad", text: EXPORTS, answer: "约1.03万亿元" },
    ]);
  });

  it("is asked of Telegram", async () => {
    const [poll] = await service.api.called("getUpdates", 1);
    expect(poll?.payload["allowed_updates"]).toContain("message_reaction");
  });
});

describe("the feedback", () => {
  it("is shown to an administrator in private, and in no group", async () => {
    await service.stop();
    const admin = service.restart({ admins: new Set([ANN.id]) });
    service.api.push(privately("/feedback the second figure looks wrong", BO));
    await admin.api.called("sendMessage", 1);
    service.api.push(privately("/feedback", ANN), inGroup("/feedback@digest_bot", ANN));
    const calls = await admin.api.called("sendMessage", 3);
    await admin.stop();
    const texts = calls.map(({ payload }) => [payload["chat_id"], payload["text"]]);
    expect(texts).toContainEqual([ANN.id, expect.stringContaining("the second figure looks wrong")]);
    expect(texts).toContainEqual([-100, "Please write what you think after /feedback."]);
  });
});

describe("inline mode", () => {
  it("offers nothing more for a while to who asks without end", async () => {
    for (let i = 0; i < 90; i++)
      service.api.push({ inline_query: { id: `i${i}`, from: BO, query: EXPORTS, offset: "" } });
    const calls = await service.api.called("answerInlineQuery", 90, 20_000);
    const counts = calls.map(({ payload }) => (payload["results"] as unknown[]).length);
    expect([counts[0], counts[89]]).toEqual([10, 0]);
    expect(calls[89]?.payload["cache_time"]).toBe(0);
  });

  it("offers the answer and further facts, each with its quote, in pages", async () => {
    service.api.push({ inline_query: { id: "i1", from: BO, query: EXPORTS, offset: "" } });
    const [call] = await service.api.called("answerInlineQuery", 1);
    const results = call?.payload["results"] as { title: string; input_message_content: { message_text: string } }[];
    expect(results[0]?.title).toBe("约1.03万亿元");
    expect(results[0]?.input_message_content.message_text).toContain("出口约1.03万亿元");
    expect(results).toHaveLength(10);
    service.api.push({ inline_query: { id: "i2", from: BO, query: EXPORTS, offset: "10" } });
    const pages = await service.api.called("answerInlineQuery", 2);
    const [next] = (pages[1]?.payload["results"] ?? []) as { title: string }[];
    expect(next?.title).not.toBe("约1.03万亿元");
  });
});

describe("the menu", () => {
  it("is set in both languages, for private chats and groups", async () => {
    await service.api.called("setMyShortDescription", 2);
    const menus = service.api.calls.filter(({ method }) => method === "setMyCommands");
    expect(
      menus.map(({ payload }) => [payload["language_code"] ?? "", (payload["scope"] as { type: string }).type]),
    ).toEqual([
      ["", "all_private_chats"],
      ["", "all_group_chats"],
      ["zh", "all_private_chats"],
      ["zh", "all_group_chats"],
    ]);
  });
});

/** Somebody presses a button under a message of the bot. */
function press(
  data: string,
  sent: Sent,
  from: typeof ANN | typeof BO,
  asked?: Update["message"],
): { callback_query: NonNullable<Update["callback_query"]> } {
  const message = {
    message_id: 500,
    date: 1_700_000_000,
    chat: { id: sent.chat_id, type: sent.chat_id < 0 ? "supergroup" : "private" },
    from: ME,
    text: sent.text,
    entities: sent.entities,
    reply_markup: sent.reply_markup,
    ...(asked === undefined ? {} : { reply_to_message: asked }),
  };
  return { callback_query: { id: `p${Math.abs(data.length)}`, from, chat_instance: "1", data, message } as never };
}
