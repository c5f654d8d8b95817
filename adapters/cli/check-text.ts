import type { KnowledgeProblem } from "../../src/index.ts";
import type { JudgedQuestion, Warning } from "../../src/review.ts";
import { printable } from "../terminal-style.ts";
import type { Style } from "../terminal-style.ts";
import type { CheckedIssue } from "./knowledge-check.ts";

/** Draws an issue: a line about it, and a line for each thing to look at, each with the file's name. */
export function drawIssue(checked: CheckedIssue, style: Style): string {
  const { file, title, date, articles, facts, warnings, questions } = checked;
  const numbers = `${counted(articles, "article")}, ${counted(facts, "fact")}`;
  const judged = questions?.judged ?? [];
  const missed = judged.filter(({ judgement }) => judgement !== "right");
  const asked =
    questions === null ? "" : `, ${judged.length - missed.length} of ${counted(judged.length, "question")} right`;
  return [
    `${style.title(file)}  ${date ?? "no date"}  ${oneLine(title)}  ${style.muted(numbers + asked)}`,
    ...warnings.map((warning) => `  ${style.refusal(file)}: ${warningText(warning)}`),
    ...missed.map((question) => `  ${style.problem(questions?.file ?? file)}: ${missedText(question)}`),
    "",
  ].join("\n");
}

/** Draws a file that can't be used. */
export function drawProblem({ file, message }: KnowledgeProblem, style: Style): string {
  return `${style.problem(file)}: ${oneLine(message)}\n`;
}

function warningText({ article, message }: Warning): string {
  const where = article === null ? "" : `article ${article.ordinal} “${oneLine(article.title)}” `;
  return where + oneLine(message);
}

const JUDGEMENTS = {
  right: "is answered right",
  wrong: "is answered wrong",
  refused: "isn't answered",
  false: "is answered though the issue doesn't say it",
} as const;

function missedText({ question, judgement, got }: JudgedQuestion): string {
  const wanted = question.answerable ? question.expect.map((group) => group.join(" | ")).join(" & ") : "no answer";
  const turns = question.turns.join(" / ");
  return oneLine(
    `${question.id} “${turns}” ${JUDGEMENTS[judgement]}: wanted ${wanted}; got ${got}; mend the issue or the question`,
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function oneLine(text: string): string {
  return printable(text).replace(/\s*\n\s*/gu, " ");
}
