import { stat } from "node:fs/promises";
import type { Digest, Fact } from "../../src/index.ts";
import type { FactChange } from "../../src/review.ts";
import { KnowledgeError } from "../../src/index.ts";
import { diffFacts, openIssueFile } from "../../src/review.ts";
import { messageOf, write } from "../command-line.ts";
import type { Console } from "../command-line.ts";
import { openUsableFolder, tellProblems } from "../knowledge.ts";
import { periodLabel } from "../period-label.ts";
import { printable, styleFor } from "../terminal-style.ts";
import type { Style } from "../terminal-style.ts";
import { factLine } from "./fact-line.ts";

/** Shows the facts that differ between two folders or files, and tells whether all of both could be read. */
export async function runDiff(before: string, after: string, isJson: boolean, console: Console): Promise<boolean> {
  const { output, environment } = console;
  const [old, fresh] = [await open(before, console), await open(after, console)];
  const changes = diffFacts(old.digest, fresh.digest);
  const style = styleFor(output, environment);
  let article = "";
  for (const change of changes) {
    const next = (change.after ?? change.before).reading.article.id;
    if (!isJson && next !== article) await write(output, headOf(change, article === "", style));
    article = next;
    await write(output, isJson ? changeLine(change) : drawChange(change, style));
  }
  if (!isJson) await write(output, summary(changes));
  return old.isWhole && fresh.isWhole;
}

interface Side {
  readonly digest: Digest;
  /** Whether every file could be read. */
  readonly isWhole: boolean;
}

async function open(path: string, console: Console): Promise<Side> {
  if (!(await isFile(path))) {
    const { digest, problems } = (await openUsableFolder(path, console)).first;
    tellProblems(problems, console.errors);
    return { digest, isWhole: problems.length === 0 };
  }
  try {
    return { digest: await openIssueFile(path), isWhole: true };
  } catch (error) {
    throw new KnowledgeError(path, error instanceof KnowledgeError ? error.detail : messageOf(error), { cause: error });
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

function headOf({ before, after }: FactChange, isFirst: boolean, style: Style): string {
  const { id, title } = (after ?? before).reading.article;
  return `${isFirst ? "" : "\n"}${style.title(`${id}  ${oneLine(title)}`)}\n`;
}

function drawChange(change: FactChange, style: Style): string {
  const removed = change.before === null ? "" : `${style.problem(`- ${statementOf(change.before)}`)}\n`;
  const added = change.after === null ? "" : `${style.answer(`+ ${statementOf(change.after)}`)}\n`;
  return removed + added;
}

function statementOf({ reading, start, end, context }: Fact): string {
  const when = context.period === null ? "" : periodLabel(context.period);
  return `${when === "" ? "" : `[${when}] `}${oneLine(reading.article.text.slice(start, end))}`;
}

function changeLine({ kind, before, after }: FactChange): string {
  const fact = (side: Fact | null): unknown => (side === null ? null : JSON.parse(factLine(side)));
  return `${JSON.stringify({ change: kind, before: fact(before), after: fact(after) })}\n`;
}

function summary(changes: readonly FactChange[]): string {
  const count = (kind: FactChange["kind"]): number => changes.filter((change) => change.kind === kind).length;
  if (changes.length === 0) return "The same facts.\n";
  return `\n${count("added")} added, ${count("removed")} removed, ${count("changed")} changed.\n`;
}

function oneLine(text: string): string {
  return printable(text).replace(/\s*\n\s*/gu, " ");
}
