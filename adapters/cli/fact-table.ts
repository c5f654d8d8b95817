import type { Fact, Mention } from "../../src/index.ts";
import { displayWidth, pad, truncate, wrap } from "../display-width.ts";
import { periodLabel } from "../period-label.ts";
import { printable } from "../terminal-style.ts";
import type { Style } from "../terminal-style.ts";

const HEADER = { when: "When", mentions: "Figures, names", quote: "Statement" };
const GAP = "  ";
/** Wider cells are wrapped on a terminal and cut elsewhere, where each fact keeps one line. */
const WIDEST_MENTIONS = 30;
const NARROWEST_QUOTE = 20;

interface Row {
  readonly when: string;
  readonly mentions: string;
  readonly quote: string;
}

/**
 * Draws the facts of one article as a table under the article's number and title.
 *
 * @param columns - The terminal's width; null for one line a fact, with the whole statement last.
 */
export function drawFacts(facts: readonly Fact[], columns: number | null, style: Style): string {
  const article = facts[0]?.reading.article;
  if (article === undefined) return "";
  const rows = facts.map(rowOf);
  const widths = {
    when: widest([HEADER, ...rows].map(({ when }) => when)),
    mentions: Math.min(WIDEST_MENTIONS, widest([HEADER, ...rows].map(({ mentions }) => mentions))),
  };
  const lead = widths.when + widths.mentions + 2 * GAP.length;
  const quoteWidth = columns === null ? null : Math.max(NARROWEST_QUOTE, columns - lead);
  const header = `${pad(HEADER.when, widths.when)}${GAP}${pad(HEADER.mentions, widths.mentions)}${GAP}${HEADER.quote}`;
  const body = rows.flatMap((row) => linesOf(row, widths.when, widths.mentions, quoteWidth));
  return `${style.title(`${article.id}  ${oneLine(article.title)}`)}\n${[style.muted(header), ...body].join("\n")}\n`;
}

function rowOf({ reading, start, end, mentions, context }: Fact): Row {
  const { text } = reading.article;
  const figures = mentions.filter(({ kind }) => kind === "quantity");
  const told = figures.length > 0 ? figures : mentions.filter(isName);
  return {
    when: context.period === null ? "" : periodLabel(context.period),
    mentions: [...new Set(told.map((mention) => oneLine(text.slice(mention.start, mention.end))))].join("; "),
    quote: oneLine(text.slice(start, end)),
  };
}

function isName({ kind }: Mention): boolean {
  return kind === "person" || kind === "organisation" || kind === "place" || kind === "work";
}

/** The lines of a row: every cell in its column, cells of several lines side by side. */
function linesOf(row: Row, whenWidth: number, mentionsWidth: number, quoteWidth: number | null): string[] {
  const mentions = quoteWidth === null ? [truncate(row.mentions, mentionsWidth)] : wrap(row.mentions, mentionsWidth);
  const quote = quoteWidth === null ? [row.quote] : wrap(row.quote, quoteWidth);
  return Array.from({ length: Math.max(mentions.length, quote.length) }, (_, i) =>
    `${pad(i === 0 ? row.when : "", whenWidth)}${GAP}${pad(mentions[i] ?? "", mentionsWidth)}${GAP}${quote[i] ?? ""}`.trimEnd(),
  );
}

function widest(cells: readonly string[]): number {
  return Math.max(...cells.map(displayWidth));
}

function oneLine(text: string): string {
  return printable(text).replace(/\s*\n\s*/gu, " ");
}
