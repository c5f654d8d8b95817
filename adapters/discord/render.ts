import type { APIEmbed } from "discord.js";
import { cutAtSentences } from "../../src/index.ts";
import type { DocumentBlock, Language } from "../../src/index.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** Longest description of an embed, in UTF-16 units; with title, author and footer it stays below the 6,000 of a message. */
export const LONGEST_DESCRIPTION = 4096;
/** Longest title of an embed, and longest name of its author. */
const LONGEST_TITLE = 256;
/** So much of a footer stands within the 6,000 of a message, whatever stands above it. */
const LONGEST_FOOTER = 1024;
/** A piece of a block that is shorter isn't worth showing. */
const SHORTEST_PIECE = 80;
const MORE = "\n…";

/** What stands above and below the blocks of an embed. */
export interface Frame {
  /** The question that is answered, where there is one. */
  readonly question?: string | undefined;
  /** The short answer as an embed holds it, over what a button shows. */
  readonly answer?: string | undefined;
  readonly footer?: string | undefined;
}

/** Draws a document as an embed: its title or short answer above, the rest below, all of it as printed. */
export function renderEmbed(blocks: readonly DocumentBlock[], language: Language, frame: Frame = {}): APIEmbed {
  const [first, ...rest] = blocks;
  const own = frame.answer === undefined && first !== undefined ? titleOf(first) : null;
  const title = frame.answer ?? own;
  const description = renderToFit(own === null ? blocks : rest, language, LONGEST_DESCRIPTION);
  return {
    ...(frame.question === undefined ? {} : { author: { name: oneLine(frame.question, LONGEST_TITLE) } }),
    ...(title === null ? {} : { title }),
    ...(description === "" ? {} : { description }),
    ...(frame.footer === undefined ? {} : { footer: { text: oneLine(frame.footer, LONGEST_FOOTER) } }),
  };
}

/** Titles and answers stand out; those that are too long for it stand in the text. */
function titleOf(block: DocumentBlock): string | null {
  if (block.kind !== "answer" && block.kind !== "title") return null;
  const title = escapeMarkdown(block.text);
  return title.length <= LONGEST_TITLE && block.text.trim() !== "" ? title : null;
}

/** Cuts a text to one line of bounded length. */
export function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, "")}…`;
}

/** Draws as many blocks as fit; the first that doesn't is cut at a sentence's end, and a sign says that more follows. */
function renderToFit(blocks: readonly DocumentBlock[], language: Language, most: number): string {
  const whole = renderBlocks(blocks, language);
  if (whole.length <= most) return whole;
  let fitting = 0;
  while (renderBlocks(blocks.slice(0, fitting + 1), language).length + MORE.length <= most) fitting++;
  const kept = blocks.slice(0, fitting);
  const next = blocks[fitting] ?? { kind: "paragraph", text: "" };
  for (let room = most - renderBlocks(kept, language).length - 8; room > SHORTEST_PIECE;) {
    const cut = renderBlocks([...kept, shortened(next, room)], language) + MORE;
    if (cut.length <= most) return cut;
    room = Math.floor(room * 0.8);
  }
  return renderBlocks(kept, language) + MORE;
}

/** A block's first sentences. */
function shortened(block: DocumentBlock, most: number): DocumentBlock {
  const cut = (text: string): string => text.slice(0, cutAtSentences(text, most)[0]?.end).trimEnd();
  switch (block.kind) {
    case "quote":
      return { ...block, quote: cut(block.quote) };
    case "suggestions":
      return { ...block, questions: block.questions.slice(0, 1) };
    case "marked": {
      const text = cut(block.text);
      const end = Math.min(block.mark.end, text.length);
      return { ...block, text, mark: { start: Math.min(block.mark.start, end), end } };
    }
    default:
      return { ...block, text: cut(block.text) };
  }
}

function renderBlocks(blocks: readonly DocumentBlock[], language: Language): string {
  return blocks
    .map((block, i) => {
      const before = blocks[i - 1];
      return (before === undefined ? "" : isApart(before, block) ? "\n\n" : "\n") + renderBlock(block, language);
    })
    .join("");
}

function renderBlock(block: DocumentBlock, language: Language): string {
  switch (block.kind) {
    case "answer":
    case "title":
    case "heading":
      return bold(block.text);
    case "derivation":
      return block.text.includes("`") ? escapeMarkdown(block.text) : `\`${block.text}\``;
    case "quote":
      return `${quoted(escapeMarkdown(block.quote))}\n${language === "zh" ? "——" : "—"} ${escapeMarkdown(block.source)}`;
    case "suggestions":
      return [block.title, ...block.questions.map((question) => `• ${question}`)].map(escapeMarkdown).join("\n");
    case "hint":
      return `*${escapeMarkdown(block.text)}*`;
    case "code":
      return block.text.includes("```") ? escapeMarkdown(block.text) : `\`\`\`\n${block.text}\n\`\`\``;
    case "entry":
      return `${bold(block.label)}  ${escapeMarkdown(block.text)}`;
    case "item":
      return `• ${escapeMarkdown(block.text)}`;
    case "marked": {
      const { text, mark } = block;
      const marked = text.slice(mark.start, mark.end);
      return quoted(escapeMarkdown(text.slice(0, mark.start)) + bold(marked) + escapeMarkdown(text.slice(mark.end)));
    }
    default:
      return escapeMarkdown(block.text);
  }
}

function bold(text: string): string {
  return text.trim() === "" ? text : `**${escapeMarkdown(text)}**`;
}

function quoted(text: string): string {
  return text.replace(/^/gmu, "> ");
}

/** Blocks of prose stand apart; the lines of a list follow each other. */
function isApart(before: DocumentBlock, block: DocumentBlock): boolean {
  const isLine = ({ kind }: DocumentBlock): boolean => kind === "entry" || kind === "item" || kind === "row";
  return !(isLine(before) && isLine(block)) && !(before.kind === "answer" && block.kind === "derivation");
}
