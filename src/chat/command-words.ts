import type { Language } from "../text/script.ts";

/** The commands that every surface has. */
export type CommandName =
  | "start"
  | "help"
  | "articles"
  | "article"
  | "summary"
  | "related"
  | "issues"
  | "facts"
  | "search"
  | "about";

/** What each command is also called; a command typed by its Chinese name is answered in Chinese. */
export const CHINESE_NAMES: ReadonlyMap<string, CommandName> = new Map([
  ["开始", "start"],
  ["帮助", "help"],
  ["目录", "articles"],
  ["文章", "article"],
  ["概要", "summary"],
  ["相关", "related"],
  ["各期", "issues"],
  ["要点", "facts"],
  ["搜索", "search"],
  ["关于", "about"],
]);

/** A wording in both languages. */
export type Wording = Readonly<Record<Language, string>>;

/** What help lists, in its order. */
export const HELP: readonly { readonly usage: Wording; readonly purpose: Wording }[] = [
  {
    usage: { zh: "/articles [期号|时间]", en: "/articles [ID|PERIOD]" },
    purpose: {
      zh: "列出一期的文章，不写期号为最新一期",
      en: "list an issue's articles, the newest issue's by default",
    },
  },
  { usage: { zh: "/article 编号", en: "/article N" }, purpose: { zh: "阅读一篇文章", en: "read an article" } },
  {
    usage: { zh: "/summary 编号", en: "/summary N" },
    purpose: { zh: "看一篇文章的概要", en: "what an article says, in short" },
  },
  {
    usage: { zh: "/related 编号", en: "/related N" },
    purpose: { zh: "其他文章里的相关内容", en: "what other articles say on the same subject" },
  },
  { usage: { zh: "/issues [时间]", en: "/issues [PERIOD]" }, purpose: { zh: "列出各期摘要", en: "list the issues" } },
  {
    usage: { zh: "/facts [编号|期号|时间]", en: "/facts [N|ID|PERIOD]" },
    purpose: { zh: "列出要点和数据，如 /facts 2025-07", en: "list facts and figures, as in /facts 2025-07" },
  },
  {
    usage: { zh: "/search 词 [时间]", en: "/search WORDS [PERIOD]" },
    purpose: {
      zh: "搜索原文，如 /search 出口 上半年；末尾加 in:期号 只搜那一期",
      en: "search the text, as in /search exports 2025-06; in:ID at the end keeps to an issue",
    },
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
  searchWhat: { zh: "请写下要找的词，例如 /search 出口 2025-06", en: "What for? For example: /search exports 2025-06" },
  found: { zh: "搜索：", en: "Search: " },
  notFound: { zh: "没有找到：", en: "Nothing was found for: " },
  related: { zh: "相关内容：", en: "Related to: " },
  noRelated: { zh: "其他文章没有谈到这件事。", en: "No other article speaks of this." },
  empty: { zh: "还没有任何摘要。", en: "There is no digest yet." },
  noFacts: { zh: "没有可列出的要点。", en: "There are no facts to list." },
  otherIssues: { zh: "其他各期：", en: "Other issues: " },
  issues: { zh: "期数", en: "Issues" },
  articles: { zh: "文章", en: "Articles" },
  facts: { zh: "要点", en: "Facts" },
  newest: { zh: "最新一期", en: "Newest issue" },
} as const satisfies Readonly<Record<string, Wording>>;

function same(text: string): Wording {
  return { zh: text, en: text };
}
