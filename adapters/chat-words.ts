import type { Language } from "../src/index.ts";

type Wording = Readonly<Record<Language, string>>;

/** What chats say, beside what every surface does. */
export const WORDS = {
  context: { zh: "上下文", en: "Context" },
  article: { zh: "全文", en: "Article" },
  related: { zh: "相关内容", en: "Related" },
  back: { zh: "收起", en: "Back" },
  good: { zh: "👍", en: "👍" },
  bad: { zh: "👎", en: "👎" },
  thanks: { zh: "谢谢反馈！", en: "Thank you!" },
  stale: {
    zh: "这个按钮已失效：摘要更新过了，请再问一次。",
    en: "This button is out of date: the digest has changed. Please ask again.",
  },
  notYours: { zh: "这是别人的问题，请自己问一次。", en: "Somebody else asked this; please ask yourself." },
  textOnly: { zh: "我只看得懂文字，请把问题写下来。", en: "I can only read text; please write your question." },
  tooFast: { zh: "问得太快了，请稍等一会儿。", en: "That was a lot at once; please wait a moment." },
  sorry: { zh: "抱歉，出错了，请换个问法再试。", en: "Sorry, something went wrong. Please ask another way." },
  askWhat: { zh: "请在 /ask 后面写下问题。", en: "Please write your question after /ask." },
  languageSet: { zh: "好的，命令用中文回答。", en: "All right, commands answer in English." },
  languageWhich: { zh: "请写 /language zh 或 /language en。", en: "Please write /language zh or /language en." },
  feedbackThanks: { zh: "谢谢，编辑会看到。", en: "Thank you, the editor will see it." },
  feedbackHow: { zh: "请在 /feedback 后面写下意见。", en: "Please write what you think after /feedback." },
  feedbackNone: { zh: "还没有反馈。", en: "There is no feedback yet." },
  unanswered: { zh: "没答上来", en: "unanswered" },
  description: {
    zh: "根据摘要回答问题：每个回答都附上原句和出处，摘要里没有的会直接说明。",
    en: "Answers questions about the digest, each with the very sentence it rests on. What the digest doesn't say, it says so.",
  },
  shortDescription: { zh: "问摘要里的事，附原文为证。", en: "Ask about the digest; get answers with their proof." },
} as const satisfies Readonly<Record<string, Wording>>;

/** The commands of the menu, in its order, and whether groups are shown them too. */
export const MENU: readonly { readonly command: string; readonly purpose: Wording; readonly isForGroups: boolean }[] = [
  { command: "ask", purpose: { zh: "提问", en: "ask a question" }, isForGroups: true },
  { command: "articles", purpose: { zh: "列出本期文章", en: "list the articles" }, isForGroups: true },
  { command: "article", purpose: { zh: "阅读一篇文章", en: "read an article" }, isForGroups: true },
  { command: "summary", purpose: { zh: "看一篇文章的概要", en: "what an article says, in short" }, isForGroups: true },
  {
    command: "related",
    purpose: { zh: "其他文章里的相关内容", en: "what other articles say on its subject" },
    isForGroups: true,
  },
  { command: "issues", purpose: { zh: "列出各期摘要", en: "list the issues" }, isForGroups: true },
  { command: "facts", purpose: { zh: "列出要点和数据", en: "list facts and figures" }, isForGroups: false },
  { command: "search", purpose: { zh: "搜索原文", en: "search the text" }, isForGroups: true },
  { command: "about", purpose: { zh: "关于这个机器人", en: "about this bot" }, isForGroups: false },
  { command: "language", purpose: { zh: "选择语言", en: "choose the language" }, isForGroups: false },
  { command: "feedback", purpose: { zh: "提意见", en: "tell the editor something" }, isForGroups: false },
  { command: "help", purpose: { zh: "使用说明", en: "how to use this bot" }, isForGroups: true },
];
