import type { Message, User } from "grammy/types";
import { GrammyError } from "grammy";
import {
  articlePage,
  articleQuestions,
  findPassage,
  keyOfPassage,
  languageOf,
  parseCommand,
  respond,
} from "../../src/index.ts";
import type { Command, DocumentBlock, Language, Response } from "../../src/index.ts";
import { versionOf } from "../callback-data.ts";
import { runChatCommand } from "../chat-commands.ts";
import { MENU, WORDS } from "../chat-words.ts";
import { wantedArticle } from "../wanted-article.ts";
import { addressedText } from "./addressed-text.ts";
import type { Bot } from "./bot.ts";
import { answerButtons, exampleButtons, pageButtons } from "./keyboard.ts";
import type { Outgoing } from "./outgoing.ts";
import { renderToFit } from "./render.ts";

/** How many UTF-16 units of an article a message shows: entities and the title come on top. */
export const ARTICLE_PAGE = 3000;

/** Answers a message, or edits the answer of one that was edited; says nothing to what isn't meant for the bot. */
export async function handleMessage(message: Message, isEdited: boolean, bot: Bot): Promise<void> {
  const { from, chat } = message;
  if (from === undefined || from.is_bot || message.via_bot !== undefined || !bot.isAllowed(chat.id)) return;
  const isPrivate = chat.type === "private";
  const language = languageFor(from, bot);
  if (message.text === undefined) {
    if (isPrivate && !isEdited && isFromPerson(message)) await reply(message, note(WORDS.textOnly[language]), bot);
    return;
  }
  const text = addressedText(message, bot.me);
  if (text === null || (!isPrivate && isNoCommandHere(text)) || !(await isAdmitted(message, from, language, bot)))
    return;
  bot.api.sendChatAction(chat.id, "typing", threadOf(message)).catch(() => {});
  const outgoing = await answerTo(text === "" ? "/help" : text, message, from, language, bot).catch(
    (error: unknown) => {
      bot.log.error({ err: error }, "a question couldn't be answered");
      return note(WORDS.sorry[language]);
    },
  );
  const answerId = isEdited ? bot.answers.of(chat.id, message.message_id) : null;
  if (answerId === null) await reply(message, outgoing, bot);
  else await edit(chat.id, answerId, outgoing, bot);
}

/** Service messages (somebody joined, a title changed) want no answer. */
function isFromPerson(message: Message): boolean {
  return [
    "photo",
    "voice",
    "audio",
    "video",
    "document",
    "sticker",
    "animation",
    "video_note",
    "location",
    "contact",
  ].some((kind) => kind in message);
}

async function isAdmitted(message: Message, from: User, language: Language, bot: Bot): Promise<boolean> {
  const nowMs = Date.now();
  const admissions = [bot.users.admit(String(from.id), nowMs), bot.chats.admit(String(message.chat.id), nowMs)];
  if (admissions.every((admission) => admission === "admitted")) return true;
  if (admissions.includes("notice")) await reply(message, note(WORDS.tooFast[language]), bot);
  return false;
}

async function answerTo(text: string, message: Message, from: User, language: Language, bot: Bot): Promise<Outgoing> {
  const command = parseCommand(text);
  if (command?.name === "ask")
    return command.argument === "" ? note(WORDS.askWhat[language]) : askFor(command.argument, message, from, bot);
  if (command === null) return askFor(text, message, from, bot);
  if (command.name === "start") return start(command, message, from, language, bot);
  if (command.name === "article" && command.argument !== "") {
    const page = articleMessage(wantedArticle(command.argument, bot.digest), language, bot);
    if (page !== null) return page;
  }
  const own = runChatCommand(command, from.id, language, bot);
  if (own !== null) return { text: renderToFit(own, language), keyboard: null };
  const response = await respond(
    { text, conversation: conversationOf(message, from), language },
    bot.digest,
    bot.conversations,
  );
  return { text: renderToFit(response.blocks, response.language), keyboard: null };
}

/** Groups get no hint for a command that there isn't: it may have been meant for somebody else. */
function isNoCommandHere(text: string): boolean {
  const command = parseCommand(text);
  return command !== null && !IN_GROUPS.has(command.name);
}

const IN_GROUPS: ReadonlySet<string> = new Set(MENU.map(({ command }) => command));

/** Greets with example questions; a deep link (t.me/bot?start=…) opens an article or asks one of the examples. */
async function start(
  { argument }: Command,
  message: Message,
  from: User,
  language: Language,
  bot: Bot,
): Promise<Outgoing> {
  const article = /^a_(?<key>[\w-]{8})$/u.exec(argument)?.groups?.["key"];
  const passage = article === undefined ? null : findPassage(`${article}.0.0`, bot.digest);
  const page = passage === null ? null : articleMessage(passage.articleId, language, bot);
  if (page !== null) return page;
  const questions = articleQuestions(bot.digest, language);
  const wanted = questions[Number(/^q_(?<number>[1-9])$/u.exec(argument)?.groups?.["number"] ?? 0) - 1];
  if (wanted !== undefined) return askFor(wanted, message, from, bot);
  const response = await respond({ text: "/start", conversation: "", language }, bot.digest, bot.conversations);
  const blocks = response.blocks.filter(({ kind }) => kind !== "suggestions");
  return { text: renderToFit(blocks, language), keyboard: exampleButtons(questions, language, versionOf(bot.digest)) };
}

/** The first page of an article; null where there is none. */
function articleMessage(articleId: string, language: Language, { digest }: Bot): Outgoing | null {
  const page = articlePage(articleId, 1, ARTICLE_PAGE, digest);
  if (page === null) return null;
  const target = keyOfPassage({ articleId, span: { start: 0, end: 0 } }, digest);
  return {
    text: renderToFit(page.blocks, language),
    keyboard: pageButtons({ language, owner: null, target }, page.page, page.pages, false),
  };
}

/** Answers a question as a turn of the asker's conversation. */
export async function askFor(question: string, message: Message, from: User, bot: Bot): Promise<Outgoing> {
  const conversation = conversationOf(message, from);
  const language = languageFor(from, bot);
  const response = await respond({ text: question, conversation, language }, bot.digest, bot.conversations);
  if (response.asked?.reply.status === "unanswered")
    bot.feedback.add({ at: new Date().toISOString(), kind: "unanswered", text: question, answer: null });
  return toOutgoing(response, message.chat.type === "private" ? null : String(from.id), bot);
}

function toOutgoing({ blocks, language, asked }: Response, owner: string | null, { digest }: Bot): Outgoing {
  const cited = asked?.reply.citations[0];
  return {
    text: renderToFit(blocks, language),
    keyboard: cited === undefined ? null : answerButtons({ language, owner, target: keyOfPassage(cited, digest) }),
  };
}

/** A talk is one user's, in one chat and topic. */
function conversationOf(message: Message, from: User): string {
  return `telegram:${message.chat.id}:${threadOf(message).message_thread_id ?? 0}:${from.id}`;
}

/** The topic that a message stands in; the General topic takes no id. */
function threadOf({ is_topic_message: isInTopic, message_thread_id: thread }: Message): { message_thread_id?: number } {
  return isInTopic === true && thread !== undefined ? { message_thread_id: thread } : {};
}

/** The language of commands: the one chosen, else that of the user's app, else the digest's. */
export function languageFor(from: User, bot: Bot): Language {
  const code = from.language_code?.toLowerCase();
  return (
    bot.languages.get(from.id) ?? (code === undefined ? languageOf(bot.digest) : code.startsWith("zh") ? "zh" : "en")
  );
}

function note(text: string): Outgoing {
  const blocks: DocumentBlock[] = [{ kind: "paragraph", text }];
  return { text: renderToFit(blocks, "en"), keyboard: null };
}

/** Sends a message as the reply to another, in the topic that it stands in. */
export async function reply(message: Message, outgoing: Outgoing, bot: Bot): Promise<void> {
  const sent = await bot.api.sendMessage(message.chat.id, outgoing.text.text, {
    entities: outgoing.text.entities,
    link_preview_options: { is_disabled: true },
    reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
    ...threadOf(message),
    ...(outgoing.keyboard === null ? {} : { reply_markup: outgoing.keyboard }),
  });
  bot.answers.keep(message.chat.id, message.message_id, sent.message_id);
}

/** Edits an answer; that nothing changed, or that it is gone, is no failure. */
export async function edit(chatId: number, messageId: number, outgoing: Outgoing, bot: Bot): Promise<void> {
  try {
    await bot.api.editMessageText(chatId, messageId, outgoing.text.text, {
      entities: outgoing.text.entities,
      link_preview_options: { is_disabled: true },
      ...(outgoing.keyboard === null ? {} : { reply_markup: outgoing.keyboard }),
    });
  } catch (error) {
    if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
  }
}
