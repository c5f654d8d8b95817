import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { about, help } from "./about.ts";
import { showArticle, showRelated, summarise } from "./article-commands.ts";
import { listArticles } from "./article-list.ts";
import { CHINESE_NAMES, WORDS } from "./command-words.ts";
import type { CommandName } from "./command-words.ts";
import { hint } from "./document.ts";
import type { DocumentBlock } from "./document.ts";
import { listFacts } from "./fact-list.ts";
import { greet } from "./greeting.ts";
import { listIssues } from "./issue-list.ts";
import { search } from "./search-command.ts";

/** A command as typed: `/article 3`, `／文章3`, `/help@digest_bot`. */
export interface Command {
  /** In lower case, English where the command is known by a Chinese name. */
  readonly name: string;
  readonly argument: string;
  /** `zh` where the Chinese name was typed, else null. */
  readonly language: Language | null;
}

/** Reads a message as a command; null where it is a question. */
export function parseCommand(message: string): Command | null {
  const match = /^[/／](?<typed>\p{L}+)(?:@\w+)?(?:\s+(?<rest>[^]*)|(?<number>\p{Nd}+))?$/u.exec(message.trim());
  if (match === null) return null;
  const { typed = "", rest, number } = match.groups ?? {};
  const known = CHINESE_NAMES.get(typed);
  return {
    name: known ?? typed.toLowerCase(),
    argument: (rest ?? number ?? "").trim(),
    language: known === undefined ? null : "zh",
  };
}

/** Runs a command that every surface has. An unknown one says so and points to the help. */
export async function runCommand(command: Command, digest: Digest, asked: Language): Promise<DocumentBlock[]> {
  const language = command.language ?? asked;
  if (isKnown(command.name)) return RUN[command.name](digest, command.argument, language);
  return [hint(`${WORDS.unknown[language]}/${command.name}`), hint(WORDS.moreHelp[language])];
}

type Run = (digest: Digest, argument: string, language: Language) => DocumentBlock[] | Promise<DocumentBlock[]>;

const RUN: Readonly<Record<CommandName, Run>> = {
  start: (digest, _argument, language) => greet(digest, language),
  help: (_digest, _argument, language) => help(language),
  articles: listArticles,
  article: showArticle,
  summary: summarise,
  related: showRelated,
  issues: listIssues,
  facts: listFacts,
  search,
  about: (digest, _argument, language) => about(digest, language),
};

function isKnown(name: string): name is CommandName {
  return Object.hasOwn(RUN, name);
}
