import {
  articlePage,
  articleQuestions,
  checkClaims,
  keyOfPassage,
  parseCommand,
  respond,
  wantedArticle,
} from "../../src/index.ts";
import type { Language, PageBlock, Response } from "../../src/index.ts";
import { versionOf } from "../callback-data.ts";
import { runChatCommand } from "../chat-commands.ts";
import { WORDS } from "../chat-words.ts";
import type { Asker } from "./asker.ts";
import type { Bot } from "./bot.ts";
import { answerButtons, exampleButtons, listButtons, pageButtons } from "./keyboard.ts";
import type { Outgoing } from "./outgoing.ts";
import { renderEmbed } from "./render.ts";

/** How many UTF-16 units of an article a message shows: escaped, a text may be twice as long. */
export const ARTICLE_PAGE = 1500;

/**
 * Answers what somebody wrote: a question, or a command as `/article 3`.
 *
 * @param isAlone - Whether nobody but the asker sees the answer.
 */
export async function answerTo(text: string, asker: Asker, isAlone: boolean, bot: Bot): Promise<Outgoing> {
  const { language } = asker;
  const command = parseCommand(text);
  if (command === null) return askFor(text, asker, bot);
  if (command.name === "ask")
    return command.argument === "" ? note(WORDS.askWhat[language]) : askFor(command.argument, asker, bot);
  if (command.name === "start" || command.name === "help") return help(command.name, asker, bot);
  if (command.name === "article" && command.argument !== "") {
    const wanted = await wantedArticle(command.argument, bot.digest);
    const page = wanted === null ? null : articleMessage(wanted.reading.article.id, wanted.page, asker, bot);
    if (page !== null) return page;
  }
  const own = runChatCommand(command, { id: asker.userId, isAlone }, language, bot);
  if (own !== null) return { embed: renderEmbed(own, language), rows: [] };
  const response = await respond({ text, conversation: asker.conversation, language }, bot.digest, bot.conversations);
  return commandView(response, asker.owner);
}

/** What a command shows. A list that goes on says which page it is, with buttons to the pages beside it. */
export function commandView({ blocks, language }: Omit<Response, "asked">, owner: string | null): Outgoing {
  const page = blocks.find((block): block is PageBlock => block.kind === "page");
  const shown = blocks.filter(({ kind }) => kind !== "page");
  if (page === undefined) return { embed: renderEmbed(shown, language), rows: [] };
  const rows = listButtons(page, { language, owner });
  const footer = rows.length === 0 ? page.text : `${page.page}/${page.pages}`;
  return { embed: renderEmbed(shown, language, { footer }), rows };
}

/** Answers a question as a turn of the asker's talk. */
export async function askFor(question: string, asker: Asker, bot: Bot): Promise<Outgoing> {
  const { conversation, language } = asker;
  const response = await respond({ text: question, conversation, language }, bot.digest, bot.conversations);
  if (response.asked?.reply.status === "unanswered")
    bot.feedback.add({ at: new Date().toISOString(), kind: "unanswered", text: question, answer: null });
  return toOutgoing(question, response, asker, bot);
}

/** Answers or refutes what a message claims. */
export async function check(message: string, asker: Asker, bot: Bot): Promise<Outgoing> {
  return toOutgoing(message, await checkClaims(message, bot.digest), asker, bot);
}

/** A short text of the bot's own. */
export function note(text: string): Outgoing {
  return { embed: renderEmbed([{ kind: "paragraph", text }], "en"), rows: [] };
}

function toOutgoing(
  question: string,
  { blocks, language, asked }: Response,
  { owner }: Asker,
  { digest }: Bot,
): Outgoing {
  const cited = asked?.reply.citations[0];
  return {
    embed: renderEmbed(blocks, language, { question }),
    rows: cited === undefined ? [] : answerButtons({ language, owner, target: keyOfPassage(cited, digest) }),
  };
}

/** Says how to ask, with questions to begin with. */
async function help(name: "start" | "help", { language }: Asker, bot: Bot): Promise<Outgoing> {
  const response = await respond({ text: `/${name}`, conversation: "", language }, bot.digest, bot.conversations);
  const blocks = response.blocks.filter(({ kind }) => kind !== "suggestions");
  const questions = articleQuestions(bot.digest, language);
  return { embed: renderEmbed(blocks, language), rows: exampleButtons(questions, language, versionOf(bot.digest)) };
}

/** A page of an article; null where there is no such article. */
function articleMessage(articleId: string, page: number, { language, owner }: Asker, { digest }: Bot): Outgoing | null {
  const target = keyOfPassage({ articleId, span: { start: 0, end: 0 } }, digest);
  return articleView(articleId, page, { language, owner, target }, null, digest);
}

/** What an answer's message begins with. */
export interface Head {
  readonly question: string;
  readonly answer: string | undefined;
}

/** A page of an article, under the answer that it was opened from; null where there is no such article. */
export function articleView(
  articleId: string,
  wanted: number,
  target: { readonly language: Language; readonly owner: string | null; readonly target: string },
  head: Head | null,
  digest: Bot["digest"],
): Outgoing | null {
  const found = articlePage(articleId, wanted, ARTICLE_PAGE, digest);
  if (found === null) return null;
  const { blocks, page, pages } = found;
  const footer = pages > 1 ? `${page}/${pages}` : undefined;
  return {
    embed: renderEmbed(blocks, target.language, { ...head, footer }),
    rows: pageButtons(target, page, pages, head !== null),
  };
}
