import type { Check } from "./telegram-check.ts";
import type { Answer } from "./telegram-talk.ts";
import { labelsOf, shown, until, wordsIn } from "./telegram-talk.ts";

const EXPORTS = "上半年跨境电商出口多少？"; // "How much was exported in the first half of the year?"
const EXPORTS_IN_ENGLISH = "How much were cross-border e-commerce exports in the first half of 2025?";
const UNKNOWN = "湖南2024年跨境电商进出口额是多少？"; // of Hunan, which the sample digest doesn't speak of
/** How the first article begins, and a figure of the third. */
const ARTICLE = /^世贸组织电子商务规则高级研讨班到鄂调研\n/u;
const FIGURE = /上半年,我国跨境电商进出口约1\.32万亿元/u;
/** What the server's getMe says. */
const BOT = { id: 666, is_bot: true, first_name: "Test First name", username: "TestNameBot" };

/** With the bot polling, in a chat of each language and a group. */
export const POLLING_CHECKS: readonly Check[] = [
  {
    name: "deleteWebhook: takes away a webhook from before, so that updates can be polled",
    run: async ({ server, token, stopping }) => {
      const isGone = async (): Promise<true | undefined> => (server.webhooks[token] === undefined ? true : undefined);
      // What comes after it is to be seen even where this fails.
      await until(isGone, "deleteWebhook", stopping).finally(() => server.deleteWebhook(token));
    },
  },
  {
    name: "sendMessage: a question in Chinese gets a reply with the short answer in bold and the quote",
    run: async ({ chinese }) => {
      const answer = await chinese.ask(EXPORTS);
      requireAnswer(answer, /^约1\.03万亿元$/u, "约1.03万亿元");
      const askedId = (await chinese.written()).at(-1)?.messageId;
      need(answer.sent.reply_parameters?.message_id === askedId, "no reply to the question", answer);
      need(labelsOf(answer.sent).join() === "上下文,全文,相关内容,👍,👎", "other buttons", answer);
    },
  },
  {
    name: "sendMessage: a question in English gets its answer in English with the words printed",
    run: async ({ english }) => {
      const answer = await english.ask(EXPORTS_IN_ENGLISH);
      requireAnswer(answer, /^about .*1\.03 trillion.* \(约1\.03万亿元\)$/u, "约1.03万亿元");
      need(labelsOf(answer.sent).includes("Context"), "buttons in another language", answer);
    },
  },
  {
    name: "sendMessage: a question goes on from the one before",
    run: async ({ chinese }) => requireAnswer(await chinese.ask("那进口呢？"), /^约2911亿元$/u, "约2911亿元"),
  },
  commandCheck("/start", { zh: /直接用中文或英文提问/u, en: /Just ask/u }, ({ sent }) => labelsOf(sent).length === 3),
  commandCheck("/help", { zh: /\/articles \[期号/u, en: /\/articles \[ID/u }),
  commandCheck("/about", { zh: /文章 {2}5/u, en: /Articles {2}5/u }),
  commandCheck("/articles", { zh: /（2025-07-16）\n\n1 {2}/u, en: / \(2025-07-16\)\n\n1 {2}/u }),
  commandCheck("/article 1", { zh: ARTICLE, en: ARTICLE }, ({ sent }) => wordsIn(sent, "bold").length > 0),
  commandCheck("/summary 3", { zh: FIGURE, en: FIGURE }),
  commandCheck("/related 3", { zh: /^相关内容：/u, en: /^Related to: /u }),
  commandCheck("/search 直播", { zh: /^搜索：直播/u, en: /^Search: 直播/u }),
  commandCheck("/nonsense", { zh: /没有这个命令/u, en: /There is no such command/u }),
  {
    name: "callback_query: Context, Article and Back edit the answer",
    run: async ({ chinese }) => {
      const asked = await chinese.ask(EXPORTS);
      const context = await chinese.press("上下文", asked);
      need(context.sent.text.includes("国务院新闻办公室举行新闻发布会"), "no context", context);
      const article = await chinese.press("全文", context);
      need(article.sent.text.length > context.sent.text.length, "no article", article);
      const back = await chinese.press("收起", article);
      need(back.sent.text === asked.sent.text, "another answer than before", back);
    },
  },
  {
    name: "callback_query: Related edits the answer",
    run: async ({ english }) => {
      const related = await english.press("Related", await english.ask(EXPORTS_IN_ENGLISH));
      need(related.sent.text.includes("1.32万亿元"), "nothing related", related);
    },
  },
  {
    name: "callback_query: the pages of a list turn",
    run: async ({ chinese }) => {
      const turned = await chinese.press("2/4 ›", await chinese.ask("/search 跨境电商"));
      need(labelsOf(turned.sent).join() === "‹ 1/4,3/4 ›", "another page", turned);
    },
  },
  {
    name: "callback_query: a question that a refusal offers is asked by its button",
    run: async ({ chinese }) => {
      const refusal = await chinese.ask(UNKNOWN);
      need(refusal.sent.text.includes("摘要里没有提到与此相关的“湖南”。"), "no refusal", refusal);
      const [question = ""] = labelsOf(refusal.sent);
      const answer = await chinese.pressToAsk(question, refusal);
      need(wordsIn(answer.sent, "expandable_blockquote").length > 0, "no quote", answer);
    },
  },
  {
    name: "a caption is a question, and a sticker is told that only text is read",
    run: async ({ english }) => {
      const captioned = await english.ask("", { text: undefined, caption: EXPORTS, photo: [] });
      requireAnswer(captioned, /^约1\.03万亿元$/u, "约1.03万亿元");
      const told = await english.ask("", { text: undefined, sticker: { file_id: "1" } });
      need(told.sent.text === "I can only read text; please write your question.", "something else", told);
    },
  },
  {
    name: "a group: nothing to what isn't meant for the bot; mention, reply and /ask are answered",
    run: async ({ group }) => {
      await group.say(EXPORTS);
      await group.say("/articles");
      await group.say("/articles@another_bot");
      const mention = { type: "mention", offset: 0, length: `@${BOT.username}`.length };
      // A chat is answered in its order: what is said to the messages before would come first.
      const mentioned = await group.ask(`@${BOT.username} ${EXPORTS}`, { entities: [mention] });
      const askedId = (await group.written()).at(-1)?.messageId;
      need(mentioned.sent.reply_parameters?.message_id === askedId, "a reply to something else", mentioned);
      requireAnswer(mentioned, /^约1\.03万亿元$/u, "约1.03万亿元");
      const replied = await group.ask("那进口呢？", { reply_to_message: { message_id: mentioned.id, from: BOT } });
      requireAnswer(replied, /^约2911亿元$/u, "约2911亿元");
      requireAnswer(await group.ask(`/ask ${EXPORTS}`), /^约1\.03万亿元$/u, "约1.03万亿元");
      const listed = await group.ask(`/articles@${BOT.username}`);
      need(/^1 {2}/mu.test(listed.sent.text), "no articles", listed);
      need((await group.answers()).length === 4, "more than four messages", listed);
    },
  },
  {
    name: "a topic of a group is answered in the topic",
    run: async ({ group }) => {
      const answer = await group.ask(`/ask ${EXPORTS}`, { is_topic_message: true, message_thread_id: 5 });
      need(answer.sent.message_thread_id === 5, "an answer elsewhere", answer);
    },
  },
  {
    name: "getUpdates: every message and press was fetched",
    run: async ({ chinese }) => {
      const left = (await chinese.written()).filter(({ isRead }) => !isRead);
      if (left.length > 0) throw new Error(`${left.length} weren't: ${JSON.stringify(left[0])}`);
    },
  },
];

/** A command is answered in the language of the user's app; texts of the digest stay as they are. */
function commandCheck(
  text: string,
  wanted: Readonly<Record<"zh" | "en", RegExp>>,
  isRight: (answer: Answer) => boolean = () => true,
): Check {
  return {
    name: `${text}: answered in the language of the app`,
    run: async ({ chinese, english }) => {
      for (const [talk, words] of [[chinese, wanted.zh] as const, [english, wanted.en] as const]) {
        const answer = await talk.ask(text);
        need(words.test(answer.sent.text) && isRight(answer), `not ${words.source}`, answer);
      }
    },
  };
}

function requireAnswer(answer: Answer, short: RegExp, quoted: string): void {
  need(short.test(wordsIn(answer.sent, "bold")[0] ?? ""), `no ${short.source} in bold`, answer);
  need(
    wordsIn(answer.sent, "expandable_blockquote").some((quote) => quote.includes(quoted)),
    "no quote",
    answer,
  );
}

function need(isRight: boolean, came: string, { sent }: Answer): void {
  if (!isRight) throw new Error(`${came}: ${shown(sent)}`);
}
