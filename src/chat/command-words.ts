import type { Language } from "../text/script.ts";

/** The commands that every surface has. */
export type CommandName = "start" | "help" | "articles" | "article" | "issues" | "facts" | "about";

/** What each command is also called; a command typed by its Chinese name is answered in Chinese. */
export const CHINESE_NAMES: ReadonlyMap<string, CommandName> = new Map([
  ["开始", "start"],
  ["帮助", "help"],
  ["目录", "articles"],
  ["文章", "article"],
  ["各期", "issues"],
  ["要点", "facts"],
  ["关于", "about"],
]);

/** A wording in both languages. */
export type Wording = Readonly<Record<Language, string>>;

/** What help lists, in its order. */
export const HELP: readonly { readonly usage: Wording; readonly purpose: Wording }[] = [
  { usage: same("/articles"), purpose: { zh: "列出本期文章", en: "list the articles" } },
  { usage: { zh: "/article 编号", en: "/article N" }, purpose: { zh: "阅读一篇文章", en: "read an article" } },
  { usage: same("/issues"), purpose: { zh: "列出各期摘要", en: "list the issues" } },
  {
    usage: { zh: "/facts [编号]", en: "/facts [N]" },
    purpose: { zh: "列出要点和数据", en: "list facts and figures, of one article or all" },
  },
  {
    usage: same("/about"),
    purpose: { zh: "关于这个机器人和它读过的摘要", en: "about this bot and the digest it has read" },
  },
  { usage: same("/help"), purpose: { zh: "显示这份说明", en: "show this help" } },
];

/** What the commands say, beside the digest's own words. */
export const WORDS = {
  ask: {
    zh: "直接用中文或英文提问：回答附上原文和出处，摘要里没有的会直接说明。",
    en: "Just ask, in English or Chinese: answers come with the very sentence and its source; what the digest doesn't say, the bot says so.",
  },
  about: {
    zh: "本机器人只依据摘要原文回答：每个回答都附上原句和出处，不用语言模型，不编造内容。",
    en: "This bot answers from the digest alone: every answer comes with the sentence it rests on. No language model, nothing made up.",
  },
  moreHelp: { zh: "/help 查看全部命令", en: "/help lists the commands" },
  readHint: { zh: "/article 编号：阅读全文", en: "/article N shows the full text" },
  factsHint: { zh: "/facts 编号：列出某一篇的要点", en: "/facts N lists those of one article" },
  whichArticle: { zh: "请给出文章编号，例如 /article 1", en: "Which article? For example: /article 1" },
  noArticle: { zh: "没有这篇文章：", en: "There is no such article: " },
  issuesHint: { zh: "/articles 编号：列出那一期的文章", en: "/articles ID lists an issue's articles" },
  noIssue: { zh: "没有这一期：", en: "There is no such issue: " },
  unknown: { zh: "没有这个命令：", en: "There is no such command: " },
  empty: { zh: "还没有任何摘要。", en: "There is no digest yet." },
  noFacts: { zh: "没有可列出的要点。", en: "There are no facts to list." },
  otherIssues: { zh: "其他各期：", en: "Other issues: " },
  issues: { zh: "期数", en: "Issues" },
  articles: { zh: "文章", en: "Articles" },
  facts: { zh: "要点", en: "Facts" },
  newest: { zh: "最新一期", en: "Newest issue" },
} as const satisfies Readonly<Record<string, Wording>>;

/** Says how many more entries there are than were shown. */
export function moreWords(count: number, language: Language): string {
  return language === "zh" ? `还有 ${count} 条。` : `${count} more.`;
}

function same(text: string): Wording {
  return { zh: text, en: text };
}
