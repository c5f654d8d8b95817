import type { Command, DocumentBlock, Language } from "../src/index.ts";
import { WORDS } from "./chat-words.ts";
import type { Feedback, FeedbackLog } from "./feedback-log.ts";

/** What commands of a chat change and read; users are known by the ids of their platform. */
export interface ChatState<Id> {
  readonly feedback: FeedbackLog;
  /** The language that a user chose for commands. */
  readonly languages: Map<Id, Language>;
  readonly isAdmin: (userId: Id) => boolean;
}

/** Who writes a command. */
export interface CommandAsker<Id> {
  readonly id: Id;
  /** Whether nobody else sees the answer. */
  readonly isAlone: boolean;
}

/** How many entries an administrator is shown. */
const FEEDBACK_SHOWN = 15;
/** How many users' choice of a language is remembered. */
const LANGUAGES_KEPT = 10_000;

/** Runs the commands that chats have and a terminal hasn't; null for all others. */
export function runChatCommand<Id>(
  command: Command,
  asker: CommandAsker<Id>,
  language: Language,
  state: ChatState<Id>,
): DocumentBlock[] | null {
  switch (command.name) {
    case "language":
      return chooseLanguage(command.argument.toLowerCase(), asker.id, language, state);
    case "feedback":
      return feedback(command.argument, asker, language, state);
    default:
      return null;
  }
}

function chooseLanguage<Id>(
  wanted: string,
  userId: Id,
  language: Language,
  { languages }: ChatState<Id>,
): DocumentBlock[] {
  const chosen = /^(?:zh|中文|chinese)/u.test(wanted) ? "zh" : /^(?:en|英文|english)/u.test(wanted) ? "en" : null;
  if (chosen === null) return say(WORDS.languageWhich[language]);
  languages.delete(userId);
  languages.set(userId, chosen);
  for (const oldest of languages.keys()) {
    if (languages.size <= LANGUAGES_KEPT) break;
    languages.delete(oldest);
  }
  return say(WORDS.languageSet[chosen]);
}

/** Takes down what a reader thinks; an administrator who writes nothing, and is alone, reads what others did. */
function feedback<Id>(
  words: string,
  { id, isAlone }: CommandAsker<Id>,
  language: Language,
  state: ChatState<Id>,
): DocumentBlock[] {
  if (words !== "") {
    state.feedback.add({ at: new Date().toISOString(), kind: "note", text: words, answer: null });
    return say(WORDS.feedbackThanks[language]);
  }
  if (!state.isAdmin(id) || !isAlone) return say(WORDS.feedbackHow[language]);
  const newest = state.feedback.newest(FEEDBACK_SHOWN);
  if (newest.length === 0) return say(WORDS.feedbackNone[language]);
  return newest.map((entry) => ({ kind: "entry", label: entry.at.slice(0, 10), text: feedbackLine(entry, language) }));
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

function say(text: string): DocumentBlock[] {
  return [{ kind: "paragraph", text }];
}
