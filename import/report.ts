import { truncate } from "../adapters/display-width.ts";
import { printable } from "../adapters/terminal-style.ts";
import type { Style } from "../adapters/terminal-style.ts";
import type { DraftArticle, Findings } from "./draft.ts";
import type { Imported } from "./import-file.ts";

const LANGUAGES = { zh: "Chinese", en: "English" } as const;
const WIDEST = 72;
/** More would be read by nobody. */
const MOST_SHOWN = 6;

/** Says what was found in a file, so that a person can judge it in a minute. */
export function drawReport(
  sourcePath: string,
  { head, draft, path, isDateFromName }: Imported,
  isDryRun: boolean,
  style: Style,
): string {
  const { format, joined, leftOut } = draft.findings;
  const date =
    head.date === null
      ? style.problem("no date found: 今年 or “last month” will mean nothing; give --date")
      : `${head.date}${isDateFromName ? " (from the file's name)" : ""}`;
  const lines = [
    `${style.label(printable(sourcePath))} → ${printable(path)}${isDryRun ? " (not written)" : ""}`,
    `  ${style.title(short(head.title ?? ""))}`,
    `  ${format}; ${head.language === null ? "" : LANGUAGES[head.language]}; ${date}`,
    ...draft.articles.flatMap((article, i) => articleLines(article, i + 1, style)),
    ...joinedLines(joined, style),
    ...leftOutLines(leftOut, style),
  ];
  return `${lines.join("\n")}\n`;
}

function articleLines({ title, blocks }: DraftArticle, ordinal: number, style: Style): string[] {
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const size = blocks.filter(({ kind }) => kind !== "heading").length;
  const warning = size === 0 ? style.problem("  no text") : "";
  return [
    `  ${style.label(String(ordinal).padStart(3))}  ${short(title)}  ${style.muted(`${size} ${size === 1 ? "block" : "blocks"}`)}${warning}`,
    ...headings.map(({ text }) => `         ${style.muted("·")} ${short(text)}`),
  ];
}

function joinedLines(joined: Findings["joined"], style: Style): string[] {
  if (joined.length === 0) return [];
  const apart = joined.filter(({ isApart }) => isApart);
  const shown = apart.slice(0, MOST_SHOWN).map(({ before, after }) => `       …${before}${style.label("|")}${after}…`);
  const across = apart.length === 0 ? "" : `, ${apart.length} of them across an empty line or a page's end:`;
  return [`  lines joined: ${joined.length}${across}`, ...shown, ...more(apart.length)];
}

function leftOutLines(leftOut: Findings["leftOut"], style: Style): string[] {
  if (leftOut.length === 0) return ["  left out: nothing"];
  const shown = leftOut
    .slice(0, MOST_SHOWN)
    .map(({ text, why }) => `       ${short(text)}  ${style.muted(`(${why})`)}`);
  return [`  left out: ${leftOut.length}`, ...shown, ...more(leftOut.length)];
}

function more(count: number): string[] {
  return count > MOST_SHOWN ? [`       and ${count - MOST_SHOWN} more`] : [];
}

function short(text: string): string {
  return truncate(printable(text.replace(/\s+/gu, " ")), WIDEST);
}
