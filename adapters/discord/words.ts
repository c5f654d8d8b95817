import type { Language } from "../../src/index.ts";

/** A wording in Discord's languages; English stands for all that aren't named. */
export interface Localised {
  readonly en: string;
  readonly zhCn: string;
  readonly zhTw: string;
}

const ISSUE: Localised = { en: "issue", zhCn: "期", zhTw: "期" };

/** The names and purposes of commands and their options, in the order that Discord lists them. */
export const COMMANDS = {
  ask: {
    name: { en: "ask", zhCn: "提问", zhTw: "提問" },
    purpose: {
      en: "Ask about the digest; the answer comes with the very sentence it rests on",
      zhCn: "根据摘要提问：回答附上原句和出处",
      zhTw: "根據摘要提問：回答附上原句和出處",
    },
  },
  search: {
    name: { en: "search", zhCn: "搜索", zhTw: "搜尋" },
    purpose: {
      en: "Search the text of the digest by words, without a question",
      zhCn: "不用提问，按词搜索摘要原文",
      zhTw: "不用提問，按詞搜尋摘要原文",
    },
  },
  articles: {
    name: { en: "articles", zhCn: "目录", zhTw: "目錄" },
    purpose: { en: "List the articles of an issue", zhCn: "列出一期的文章", zhTw: "列出一期的文章" },
  },
  article: {
    name: { en: "article", zhCn: "文章", zhTw: "文章" },
    purpose: { en: "Read an article", zhCn: "阅读一篇文章", zhTw: "閱讀一篇文章" },
  },
  summary: {
    name: { en: "summary", zhCn: "概要", zhTw: "概要" },
    purpose: {
      en: "What an article says, in its most telling statements",
      zhCn: "一篇文章里最要紧的几句原文",
      zhTw: "一篇文章裡最要緊的幾句原文",
    },
  },
  related: {
    name: { en: "related", zhCn: "相关", zhTw: "相關" },
    purpose: {
      en: "What other articles say on an article's subject",
      zhCn: "其他文章里的相关内容",
      zhTw: "其他文章裡的相關內容",
    },
  },
  issues: {
    name: { en: "issues", zhCn: "各期", zhTw: "各期" },
    purpose: { en: "List the issues of the digest", zhCn: "列出各期摘要", zhTw: "列出各期摘要" },
  },
  facts: {
    name: { en: "facts", zhCn: "要点", zhTw: "要點" },
    purpose: { en: "List facts and figures", zhCn: "列出要点和数据", zhTw: "列出要點和數據" },
  },
  about: {
    name: { en: "about", zhCn: "关于", zhTw: "關於" },
    purpose: {
      en: "About this bot and its digest",
      zhCn: "关于这个机器人和它的摘要",
      zhTw: "關於這個機器人和它的摘要",
    },
  },
  help: {
    name: { en: "help", zhCn: "帮助", zhTw: "說明" },
    purpose: { en: "How to use this bot", zhCn: "使用说明", zhTw: "使用說明" },
  },
  language: {
    name: { en: "language", zhCn: "语言", zhTw: "語言" },
    purpose: {
      en: "Choose the language that commands answer in",
      zhCn: "选择命令用哪种语言回答",
      zhTw: "選擇指令用哪種語言回答",
    },
  },
  feedback: {
    name: { en: "feedback", zhCn: "反馈", zhTw: "意見" },
    purpose: { en: "Tell the editor what you think", zhCn: "给编辑提意见", zhTw: "給編輯提意見" },
  },
} as const satisfies Readonly<Record<string, { readonly name: Localised; readonly purpose: Localised }>>;

/** The options of commands, in the order in which a typed command has them. */
export const OPTIONS = {
  question: {
    name: { en: "question", zhCn: "问题", zhTw: "問題" },
    purpose: { en: "Your question, in English or Chinese", zhCn: "中文或英文的问题", zhTw: "中文或英文的問題" },
  },
  words: {
    name: { en: "words", zhCn: "词", zhTw: "詞" },
    purpose: {
      en: "What to search for, in English or Chinese",
      zhCn: "要找的词，中文或英文",
      zhTw: "要找的詞，中文或英文",
    },
  },
  article: {
    name: { en: "article", zhCn: "文章", zhTw: "文章" },
    purpose: { en: "A number, a title or what it is about", zhCn: "编号、标题或内容", zhTw: "編號、標題或內容" },
  },
  of: {
    name: { en: "of", zhCn: "范围", zhTw: "範圍" },
    purpose: {
      en: "An article, an issue or a time such as 2025-07; the newest issue if none is named",
      zhCn: "一篇文章、一期或一段时间，如 2025-07；不写就是最新一期",
      zhTw: "一篇文章、一期或一段時間，如 2025-07；不寫就是最新一期",
    },
  },
  period: {
    name: { en: "period", zhCn: "时间", zhTw: "時間" },
    purpose: {
      en: "A time such as 2025-07, 2025-01..2025-06 or June 2025",
      zhCn: "一段时间，如 2025-07、2025-01..2025-06 或上半年",
      zhTw: "一段時間，如 2025-07、2025-01..2025-06 或上半年",
    },
  },
  issue: {
    name: ISSUE,
    purpose: {
      en: "Which issue, or a time such as 2025-07; the newest issue if none is named",
      zhCn: "哪一期，或一段时间，如 2025-07；不写就是最新一期",
      zhTw: "哪一期，或一段時間，如 2025-07；不寫就是最新一期",
    },
  },
  inIssue: {
    name: ISSUE,
    purpose: { en: "Only in this issue", zhCn: "只搜这一期", zhTw: "只搜這一期" },
  },
  page: {
    name: { en: "page", zhCn: "页", zhTw: "頁" },
    purpose: { en: "Which page of the list", zhCn: "第几页", zhTw: "第幾頁" },
  },
  language: {
    name: { en: "language", zhCn: "语言", zhTw: "語言" },
    purpose: { en: "English or Chinese", zhCn: "中文或英文", zhTw: "中文或英文" },
  },
  text: {
    name: { en: "text", zhCn: "内容", zhTw: "內容" },
    purpose: { en: "What you think", zhCn: "您的意见", zhTw: "您的意見" },
  },
  private: {
    name: { en: "private", zhCn: "仅自己可见", zhTw: "僅自己可見" },
    purpose: { en: "Whether only you see the answer", zhCn: "是否只有您看得到回答", zhTw: "是否只有您看得到回答" },
  },
} as const satisfies Readonly<Record<string, { readonly name: Localised; readonly purpose: Localised }>>;

/** The command in the menu of a message. */
export const CHECK: Localised = { en: "Check against the digest", zhCn: "对照摘要核实", zhTw: "對照摘要查證" };

/** What Discord alone says, beside what chats do. */
export const DISCORD_WORDS = {
  notHere: { zh: "这里没有开放这个机器人。", en: "This bot isn't open to this place." },
  noText: { zh: "这条消息里没有文字可核实。", en: "There is no text to check in this message." },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
