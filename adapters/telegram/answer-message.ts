import type { Message, User } from "grammy/types";
import {
  articlePage,
  articleQuestions,
  findPassage,
  keyOfPassage,
  parseCommand,
  respond,
  wantedArticle,
} from "../../src/index.ts";
import type { Command, DocumentBlock, Language, PageBlock, Response } from "../../src/index.ts";
import { versionOf } from "../callback-data.ts";
import { runChatCommand } from "../chat-commands.ts";
import { WORDS } from "../chat-words.ts";
import type { Bot } from "./bot.ts";
import { languageFor } from "./bot.ts";
import {
  answerButtons,
  exampleButtons,
  joinKeyboards,
  listButtons,
  pageButtons,
  suggestionButtons,
} from "./keyboard.ts";
import type { Outgoing } from "./outgoing.ts";
import { note } from "./outgoing.ts";
import { renderToFit } from "./render.ts";
import { threadOf } from "./reply.ts";

/** How many UTF-16 units of an article a message shows: entities and the title come on top. */
export const ARTICLE_PAGE = 3000;

/** Answers a text that is meant for the bot: a command, or a question. */
export async function answerTo(
  text: string,
  message: Message,
  from: User,
  language: Language,
  bot: Bot,
): Promise<Outgoing> {
  const command = parseCommand(text);
  if (command === null) return askFor(text, message, from, bot);
  if (command.name === "ask")
    return command.argument === "" ? note(WORDS.askWhat[language]) : askFor(command.argument, message, from, bot);
  if (command.name === "start") return start(command, message, from, language, bot);
  if (command.name === "article" && command.argument !== "") {
    const wanted = await wantedArticle(command.argument, bot.digest);
    const page = wanted === null ? null : articleMessage(wanted.reading.article.id, wanted.page, language, bot);
    if (page !== null) return page;
  }
  const asker = { id: from.id, isAlone: message.chat.type === "private" };
  const own = runChatCommand(command, asker, language, bot);
  if (own !== null) return { text: renderToFit(own, language), keyboard: null };
  const conversation = conversationOf(message, from);
  const response = await respond({ text, conversation, language }, bot.digest, bot.conversations);
  return commandView(response);
}

/** What a command shows. A list that goes on has buttons to the pages beside it, or says which commands show them. */
export function commandView({ blocks, language }: Omit<Response, "asked">): Outgoing {
  const page = blocks.find((block): block is PageBlock => block.kind === "page");
  const keyboard = page === undefined ? null : listButtons(page, language);
  const shown = keyboard === null ? blocks : blocks.filter(({ kind }) => kind !== "page");
  return { text: renderToFit(shown, language), keyboard };
}

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
  const page = passage === null ? null : articleMessage(passage.articleId, 1, language, bot);
  if (page !== null) return page;
  const questions = articleQuestions(bot.digest, language);
  const wanted = questions[Number(/^q_(?<number>[1-9])$/u.exec(argument)?.groups?.["number"] ?? 0) - 1];
  if (wanted !== undefined) return askFor(wanted, message, from, bot);
  const response = await respond({ text: "/start", conversation: "", language }, bot.digest, bot.conversations);
  const blocks = response.blocks.filter(({ kind }) => kind !== "suggestions");
  return { text: renderToFit(blocks, language), keyboard: exampleButtons(questions, language, versionOf(bot.digest)) };
}

/** A page of an article; null where there is no such article. */
function articleMessage(articleId: string, wanted: number, language: Language, { digest }: Bot): Outgoing | null {
  const page = articlePage(articleId, wanted, ARTICLE_PAGE, digest);
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

/** The answer with its buttons; questions that a refusal offers become buttons too. */
function toOutgoing({ blocks, language, asked }: Response, owner: string | null, { digest }: Bot): Outgoing {
  const cited = asked?.reply.citations[0];
  const offered = blocks.flatMap((block) => (block.kind === "suggestions" ? block.questions : []));
  const keyboards = [
    ...(offered.length === 0 ? [] : [suggestionButtons(offered, language, owner)]),
    ...(cited === undefined ? [] : [answerButtons({ language, owner, target: keyOfPassage(cited, digest) })]),
  ];
  return { text: renderToFit(blocks.map(withoutQuestions), language), keyboard: joinKeyboards(keyboards) };
}

function withoutQuestions(block: DocumentBlock): DocumentBlock {
  return block.kind === "suggestions" ? { ...block, questions: [] } : block;
}

/** A talk is one user's, in one chat and topic. */
function conversationOf(message: Message, from: User): string {
  return `telegram:${message.chat.id}:${threadOf(message).message_thread_id ?? 0}:${from.id}`;
}
