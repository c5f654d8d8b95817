import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { detectLanguage } from "../src/index.ts";
import type { Draft } from "./draft.ts";
import { formatOf } from "./format.ts";
import { issueMarkdown } from "./issue-markdown.ts";
import type { IssueHead } from "./issue-markdown.ts";
import { issueName } from "./issue-name.ts";
import type { ImportOptions } from "./options.ts";
import { findDate } from "./printed-date.ts";
import type { ReadingRoom } from "./reading-room.ts";
import { readSource } from "./source-file.ts";
import type { SourceFile } from "./source-file.ts";
import { nameOf } from "./source-name.ts";
import { alreadyThere, writeIssue } from "./write-issue.ts";

/** An issue that was imported. */
export interface Imported {
  readonly head: IssueHead;
  readonly draft: Draft;
  /** Where it is, or would be. */
  readonly path: string;
  /** Whether the date is the one in the file's name. */
  readonly isDateFromName: boolean;
}

/**
 * Imports a file: reads it, and writes its issue, or its issues where a feed is cut into weeks.
 *
 * @param taken Paths that this run has written already; what is written is added.
 * @throws ImportError when it can't be read or written.
 */
export async function importFile(
  source: SourceFile,
  options: ImportOptions,
  room: ReadingRoom,
  taken: Set<string>,
): Promise<Imported[]> {
  const bytes = await readSource(source);
  const task = {
    format: formatOf(source.name, bytes),
    bytes,
    hints: { fileName: source.name, isWeekly: options.isWeekly },
  };
  const issues = (await room.read(task)).map((draft) => issueOf(draft, source, options));
  for (const { path } of issues) {
    if (taken.has(path) || (existsSync(path) && !options.isForced)) throw alreadyThere(path);
    taken.add(path);
  }
  if (!options.isDryRun) {
    for (const { head, draft, path } of issues)
      await writeIssue(options.out, basename(path), issueMarkdown(head, draft.articles), options.isForced);
  }
  return issues;
}

function issueOf(draft: Draft, source: SourceFile, options: ImportOptions): Imported {
  const given = options.date ?? draft.date;
  const date = given ?? findDate(nameOf(source.name));
  const title = options.title ?? draft.title ?? nameOf(source.name);
  const language = options.language ?? draft.language ?? detectLanguage(textOf(draft));
  const head = { title, date, language, source: draft.source };
  return {
    head,
    draft,
    path: join(options.out, `${issueName(title, date)}.md`),
    isDateFromName: given === null && date !== null,
  };
}

function textOf({ articles }: Draft): string {
  return articles.map(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)].join("\n")).join("\n");
}
