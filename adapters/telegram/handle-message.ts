import type { Message, User } from "grammy/types";
import { parseCommand } from "../../src/index.ts";
import type { Language } from "../../src/index.ts";
import { MENU, WORDS } from "../chat-words.ts";
import { addressedText } from "./addressed-text.ts";
import { answerTo } from "./answer-message.ts";
import type { Bot } from "./bot.ts";
import { languageFor } from "./bot.ts";
import { problemOf } from "./call-problem.ts";
import type { Outgoing } from "./outgoing.ts";
import { note, shortAnswerOf } from "./outgoing.ts";
import { edit, reply, threadOf } from "./reply.ts";

/** Answers a message, or edits the answer of one that was edited; says nothing to what isn't meant for the bot. */
export async function handleMessage(message: Message, isEdited: boolean, bot: Bot): Promise<void> {
  const { from, chat } = message;
  if (from === undefined || from.is_bot || message.via_bot !== undefined || !bot.isAllowed(chat.id)) return;
  const isPrivate = chat.type === "private";
  const language = languageFor(from, bot);
  if (message.text === undefined && message.caption === undefined) {
    if (isPrivate && !isEdited && isFromPerson(message)) await reply(message, note(WORDS.textOnly[language]), bot);
    return;
  }
  const text = addressedText(message, bot.me);
  if (text === null || (!isPrivate && isNoCommandHere(text)) || !(await isAdmitted(message, from, language, bot)))
    return;
  if (!bot.isBusy()) bot.api.sendChatAction(chat.id, "typing", threadOf(message)).catch(() => {});
  const outgoing = await answerTo(text === "" ? "/help" : text, message, from, language, bot).catch(
    (error: unknown) => {
      bot.log.error(problemOf(error), "a question couldn't be answered");
      return note(WORDS.sorry[language]);
    },
  );
  await show(outgoing, text, message, isEdited, bot);
}

async function show(
  outgoing: Outgoing,
  question: string,
  message: Message,
  isEdited: boolean,
  bot: Bot,
): Promise<void> {
  const { chat, message_id: questionId } = message;
  const former = isEdited ? bot.answers.of(chat.id, questionId) : null;
  if (former !== null) await edit(chat.id, former, outgoing, bot);
  const answerId = former ?? (await reply(message, outgoing, bot));
  if (answerId === null) return;
  bot.answers.keep(chat.id, questionId, answerId, { question, answer: shortAnswerOf(outgoing) });
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

/** Groups get no hint for a command that there isn't: it may have been meant for somebody else. */
function isNoCommandHere(text: string): boolean {
  const command = parseCommand(text);
  return command !== null && !IN_GROUPS.has(command.name);
}

const IN_GROUPS: ReadonlySet<string> = new Set(MENU.map(({ command }) => command));
