import { FormattedString } from "@grammyjs/parse-mode";
import type { CallbackQuery, Message } from "grammy/types";
import {
  articlePage,
  articleQuestions,
  contextOf,
  findPassage,
  parseCommand,
  quoteOf,
  relatedTo,
  runCommand,
} from "../../src/index.ts";
import type { DocumentBlock, Passage } from "../../src/index.ts";
import type { ButtonData } from "../callback-data.ts";
import { readButton, versionOf } from "../callback-data.ts";
import { WORDS } from "../chat-words.ts";
import { ARTICLE_PAGE, askFor, commandView } from "./answer-message.ts";
import type { Bot } from "./bot.ts";
import { languageFor } from "./bot.ts";
import { problemOf } from "./call-problem.ts";
import { answerButtons, pageButtons, viewButtons } from "./keyboard.ts";
import type { Outgoing } from "./outgoing.ts";
import { shortAnswerOf } from "./outgoing.ts";
import { LONGEST_MESSAGE, renderToFit } from "./render.ts";
import { edit, reply } from "./reply.ts";

/** Does what a pressed button says, and always answers the press: without that, the app waits and turns. */
export async function handleCallback(query: CallbackQuery, bot: Bot): Promise<void> {
  const notice = await press(query, bot).catch((error: unknown) => {
    bot.log.error(problemOf(error), "a button couldn't be answered");
    return WORDS.sorry[languageFor(query.from, bot)];
  });
  await bot.api.answerCallbackQuery(query.id, notice === null ? {} : { text: notice }).catch((error: unknown) => {
    // A press is forgotten after some minutes; then nobody waits for it any more.
    bot.log.debug(problemOf(error), "a press was too old to be answered");
  });
}

/** Returns what to tell who pressed; null for nothing. */
async function press({ data, message, from }: CallbackQuery, bot: Bot): Promise<string | null> {
  const language = languageFor(from, bot);
  const button = readButton(data ?? "");
  if (message === undefined || message.date === 0 || button === null) return WORDS.stale[language];
  if (!bot.isAllowed(message.chat.id)) return null;
  if (bot.users.admit(String(from.id), Date.now()) !== "admitted") return WORDS.tooFast[language];
  if (button.owner !== null && button.owner !== String(from.id)) return WORDS.notYours[language];
  const question = questionOf(button, data ?? "", message, bot);
  if (question !== null) return askAs(question, message, from, bot);
  const command = button.action === "list" ? parseCommand(button.target) : null;
  if (command !== null) {
    const blocks = await runCommand(command, bot.digest, button.language);
    await edit(message.chat.id, message.message_id, commandView({ blocks, language: button.language }), bot);
    return null;
  }
  const passage = findPassage(button.target, bot.digest);
  if (passage === null) return WORDS.stale[language];
  if (button.action === "good" || button.action === "bad") return takeDown(button.action, message, language, bot);
  await edit(message.chat.id, message.message_id, view(button, passage, message, bot), bot);
  return null;
}

/** The question that a button asks; null for a button that asks none, or one that isn't known any more. */
function questionOf(
  { action, language, target, page }: ButtonData,
  data: string,
  message: Message,
  bot: Bot,
): string | null {
  if (action === "example")
    return target === versionOf(bot.digest) ? (articleQuestions(bot.digest, language)[page - 1] ?? null) : null;
  if (action !== "suggestion") return null;
  const keys = message.reply_markup?.inline_keyboard.flat() ?? [];
  return keys.find((key) => "callback_data" in key && key.callback_data === data)?.text ?? null;
}

async function askAs(question: string, message: Message, from: CallbackQuery["from"], bot: Bot): Promise<null> {
  const outgoing = await askFor(question, message, from, bot);
  const answerId = await reply(message, outgoing, bot);
  if (answerId === null) return null;
  bot.answers.keep(message.chat.id, message.message_id, answerId, { question, answer: shortAnswerOf(outgoing) });
  return null;
}

function takeDown(kind: "good" | "bad", message: Message, language: "zh" | "en", bot: Bot): string {
  const asked = message.reply_to_message?.text ?? message.reply_to_message?.caption ?? null;
  bot.feedback.add({ at: new Date().toISOString(), kind, text: asked, answer: shortAnswer(message).text || null });
  return WORDS.thanks[language];
}

/** What a button shows, under the short answer that the message begins with. */
function view(button: ButtonData, passage: Passage, message: Message, { digest }: Bot): Outgoing {
  const { action, language } = button;
  const answer = shortAnswer(message);
  const withAnswer = (blocks: readonly DocumentBlock[]): FormattedString => {
    if (answer.text === "") return renderToFit(blocks, language);
    const rest = renderToFit(blocks, language, LONGEST_MESSAGE - answer.text.length - 2);
    return answer.concat(new FormattedString("\n\n"), rest);
  };
  if (action === "article") {
    const page = articlePage(passage.articleId, button.page, ARTICLE_PAGE, digest);
    return {
      text: withAnswer(page?.blocks ?? []),
      keyboard: pageButtons(button, page?.page ?? 1, page?.pages ?? 1, answer.text !== ""),
    };
  }
  if (action === "context")
    return { text: withAnswer(contextOf(passage, digest)), keyboard: viewButtons(action, button) };
  if (action === "related")
    return { text: withAnswer(relatedTo(passage, digest, language)), keyboard: viewButtons(action, button) };
  return { text: withAnswer(quoteOf(passage, digest, language)), keyboard: answerButtons(button) };
}

/** The bold words that an answer begins with, up to the first other block; nothing for a page of an article. */
function shortAnswer({ text = "", entities = [], reply_markup: markup }: Message): FormattedString {
  const [first] = entities;
  const isArticle = markup?.inline_keyboard
    .flat()
    .every((key) => "callback_data" in key && key.callback_data.startsWith("a:"));
  if (first?.type !== "bold" || first.offset !== 0 || isArticle === true) return new FormattedString("");
  return FormattedString.bold(text.slice(0, first.length));
}
