import type { DigestVersion, KnowledgeProblem } from "../../src/index.ts";
import type { Warning } from "../../src/review.ts";
import { isoDate } from "../../src/index.ts";
import { checkDigest } from "../../src/review.ts";
import { write } from "../command-line.ts";
import type { Console } from "../command-line.ts";
import { knowledgeFolder } from "../environment.ts";
import { openUsableFolder } from "../knowledge.ts";
import { styleFor } from "../terminal-style.ts";
import { askGoldenSets } from "./golden-sets.ts";
import type { AskedSet } from "./golden-sets.ts";
import { drawIssue, drawProblem } from "./check-text.ts";

/** What a check found about an issue. */
export interface CheckedIssue {
  readonly issue: string;
  /** The file's path in the folder. */
  readonly file: string;
  readonly title: string;
  /** As an ISO date or month. */
  readonly date: string | null;
  readonly articles: number;
  readonly facts: number;
  readonly warnings: readonly Warning[];
  readonly questions: AskedSet | null;
}

/** Lists a folder's issues with what is to be looked at, and tells whether there is nothing. */
export async function runCheck(given: string | undefined, isJson: boolean, console: Console): Promise<boolean> {
  const { output, environment } = console;
  const folder = await knowledgeFolder(given, environment);
  const { first } = await openUsableFolder(folder, console);
  const asked = await askGoldenSets(folder, first);
  const checked = checkIssues(first, asked.byIssue);
  const problems = [...first.problems, ...asked.problems];
  const style = styleFor(output, environment);
  for (const issue of checked) await write(output, isJson ? issueLine(issue) : drawIssue(issue, style));
  for (const problem of problems) await write(output, isJson ? problemLine(problem) : drawProblem(problem, style));
  return problems.length === 0 && checked.every(isFine);
}

function checkIssues(version: DigestVersion, asked: ReadonlyMap<string, AskedSet>): CheckedIssue[] {
  const { digest, issues } = version;
  const names = new Map(issues.map(({ name, packed }) => [packed.issue.id, name]));
  const warnings = checkDigest(digest);
  return digest.issues.map(({ id, title, date, articles }) => ({
    issue: id,
    file: names.get(id) ?? id,
    title,
    date: date === null ? null : isoDate(date),
    articles: articles.length,
    facts: articles.reduce((sum, article) => sum + digest.factsOf(article.id).length, 0),
    warnings: warnings.filter(({ issueId }) => issueId === id),
    questions: asked.get(id) ?? null,
  }));
}

function isFine({ warnings, questions }: CheckedIssue): boolean {
  return warnings.length === 0 && (questions?.judged.every(({ judgement }) => judgement === "right") ?? true);
}

function issueLine({ warnings, questions, ...issue }: CheckedIssue): string {
  const line = {
    ...issue,
    warnings: warnings.map(({ kind, article, message }) => ({
      kind,
      article: article?.title ?? null,
      ordinal: article?.ordinal ?? null,
      message,
    })),
    questions: questions === null ? null : questionsOf(questions),
  };
  return `${JSON.stringify(line)}\n`;
}

function questionsOf({ file, judged }: AskedSet): object {
  const missed = judged.filter(({ judgement }) => judgement !== "right");
  return {
    file,
    asked: judged.length,
    right: judged.length - missed.length,
    missed: missed.map(({ question, judgement, got }) => ({
      id: question.id,
      turns: question.turns,
      judgement,
      expect: question.expect,
      got,
    })),
  };
}

function problemLine({ file, message }: KnowledgeProblem): string {
  return `${JSON.stringify({ file, problem: message })}\n`;
}
