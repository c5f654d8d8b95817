import type { Span } from "../text/span.ts";
import type { ReplyBlock } from "./reply-text.ts";

/** A block of what a bot says: of a reply, or of what a command shows. Each surface draws the same blocks its own way. */
export type DocumentBlock = ReplyBlock | CommandBlock;

/** A block of what a command shows. */
export type CommandBlock = TextBlock | EntryBlock | MarkedBlock;

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
