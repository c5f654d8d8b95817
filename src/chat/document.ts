import type { Span } from "../text/span.ts";
import type { ReplyBlock } from "./reply-text.ts";

/** A block of what a bot says: of a reply, or of what a command shows. Each surface draws the same blocks its own way. */
export type DocumentBlock = ReplyBlock | CommandBlock;

/** A block of what a command shows. */
export type CommandBlock = TextBlock | EntryBlock | MarkedBlock | PageBlock;

/**
 * A block of text: `title` opens a document; `heading`, `paragraph`, `item`, `row` and `code` are an article's own, as
 * printed; `hint` says what the reader can do next.
 */
export interface TextBlock {
  readonly kind: "title" | "heading" | "paragraph" | "item" | "row" | "code" | "hint";
  readonly text: string;
}

/** A paragraph of which a part is marked: the quote in its context. */
export interface MarkedBlock {
  readonly kind: "marked";
  readonly text: string;
  readonly mark: Span;
}

/** A line of a list: an article by its number, a command by its name. Entries in a row belong to one list. */
export interface EntryBlock {
  readonly kind: "entry";
  readonly label: string;
  readonly text: string;
}

/** Which part of a longer list is shown, and the commands that show its neighbours: a surface may make buttons of them. */
export interface PageBlock {
  readonly kind: "page";
  /** The same for a reader, with the commands to type. */
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** The command that shows the page before; null on the first. */
  readonly previous: string | null;
  /** The command that shows the next page; null on the last. */
  readonly next: string | null;
}

/** Says what the reader can do next. */
export function hint(text: string): TextBlock {
  return { kind: "hint", text };
}
