import type { Message, User } from "grammy/types";
import type { Command, DocumentBlock, Language } from "../../src/index.ts";
import type { Feedback } from "../feedback-log.ts";
import type { Bot } from "./bot.ts";
import type { Outgoing } from "./outgoing.ts";
import { note } from "./outgoing.ts";
import { renderToFit } from "./render.ts";
import { WORDS } from "./words.ts";

/** How many entries an administrator is shown. */
const FEEDBACK_SHOWN = 15;
/** How many users' choice of a language is remembered. */
const LANGUAGES_KEPT = 10_000;

/** Runs the commands that not every surface has; null for all others. */
export function runTelegramCommand(
  command: Command,
  message: Message,
  from: User,
  language: Language,
  bot: Bot,
): Outgoing | null {
  switch (command.name) {
    case "language":
      return chooseLanguage(command.argument.toLowerCase(), from, language, bot);
    case "feedback":
      return feedback(command.argument, message, from, language, bot);
    default:
      return null;
  }
}

function chooseLanguage(wanted: string, from: User, language: Language, { languages }: Bot): Outgoing {
  const chosen = /^(?:zh|中文|chinese)/u.test(wanted) ? "zh" : /^(?:en|英文|english)/u.test(wanted) ? "en" : null;
  if (chosen === null) return note(WORDS.languageWhich[language]);
  languages.delete(from.id);
  languages.set(from.id, chosen);
  for (const oldest of languages.keys()) {
    if (languages.size <= LANGUAGES_KEPT) break;
    languages.delete(oldest);
  }
  return note(WORDS.languageSet[chosen]);
}

/** Takes down what a reader thinks; an administrator who writes nothing in private reads what others did. */
function feedback(words: string, { chat }: Message, from: User, language: Language, bot: Bot): Outgoing {
  if (words !== "") {
    bot.feedback.add({ at: new Date().toISOString(), kind: "note", text: words, answer: null });
    return note(WORDS.feedbackThanks[language]);
  }
  if (!bot.isAdmin(from.id) || chat.type !== "private") return note(WORDS.feedbackHow[language]);
  const newest = bot.feedback.newest(FEEDBACK_SHOWN);
  if (newest.length === 0) return note(WORDS.feedbackNone[language]);
  const blocks: DocumentBlock[] = newest.map((entry) => ({
    kind: "entry",
    label: entry.at.slice(0, 10),
    text: feedbackLine(entry, language),
  }));
  return { text: renderToFit(blocks, language), keyboard: null };
}

function feedbackLine({ kind, text, answer }: Feedback, language: Language): string {
  const sign = {
    good: WORDS.good[language],
    bad: WORDS.bad[language],
    unanswered: WORDS.unanswered[language],
    note: "✎",
  }[kind];
  return [sign, text ?? "", ...(answer === null ? [] : [`→ ${answer}`])].join(" ");
}
