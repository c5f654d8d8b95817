import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SetArticle, SetQuestion } from "../../eval/question-set.ts";

/** Two articles: one of figures, one of a port. */
export const ARTICLES: readonly SetArticle[] = [
  {
    id: "trade",
    title: "上半年跨境电商进出口增长",
    text: "上半年,我国跨境电商进出口约1.32万亿元,同比增长5.7%。其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。",
  },
  {
    id: "port",
    title: "Ports grow",
    text: "The port of Ningbo handled 3,400 containers in April.\nHarbour master Jane Doe opened the fourth terminal.",
  },
];

/** Two questions that the articles answer, and one that they don't. */
export const QUESTIONS: readonly SetQuestion[] = [
  {
    id: "q1",
    question: "上半年跨境电商出口多少？",
    answers: ["约1.03万亿元"],
    article: "trade",
    answerable: true,
    lang: "zh",
  },
  {
    id: "q2",
    question: "How many containers did the port of Ningbo handle?",
    answers: ["3,400"],
    article: "port",
    answerable: true,
    lang: "en",
  },
  {
    id: "q3",
    question: "火星上的量子计算机叫什么名字？",
    answers: [],
    article: null,
    answerable: false,
    lang: "zh",
  },
];

/** The paths of a question set's files. */
export interface SetPaths {
  readonly folder: string;
  readonly articles: string;
  readonly questions: string;
}

/** Writes a question set into a new folder; what isn't an object stands in its file as it is. */
export function writeSet(
  questions: readonly (object | string)[] = QUESTIONS,
  articles: readonly (object | string)[] = ARTICLES,
): SetPaths {
  const folder = mkdtempSync(join(tmpdir(), "set-"));
  const paths = {
    folder,
    articles: join(folder, "small.articles.jsonl"),
    questions: join(folder, "small.questions.jsonl"),
  };
  writeFileSync(paths.articles, jsonLines(articles));
  writeFileSync(paths.questions, jsonLines(questions));
  return paths;
}

function jsonLines(lines: readonly (object | string)[]): string {
  return lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
}
