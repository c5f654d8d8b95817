import type { Language } from "../src/index.ts";

/** An issue as it was read from an editor's file, before it is written as Markdown. */
export interface Draft {
  readonly title: string | null;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly date: string | null;
  readonly language: Language | null;
  readonly source: string | null;
  readonly articles: readonly DraftArticle[];
  readonly findings: Findings;
}

export interface DraftArticle {
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
}

/** A part of an article. `markdown` is text that is Markdown already; everything else is what a reader sees. */
export interface DraftBlock {
  readonly kind: "heading" | "paragraph" | "item" | "row" | "code" | "markdown";
  readonly text: string;
}

/** What a person needs to know to judge whether a file was read rightly. */
export interface Findings {
  /** What the file is, as in `plain text in GB18030`. */
  readonly format: string;
  /** The places where a line that the layout had broken was joined to the next. */
  readonly joined: readonly JoinedLines[];
  readonly leftOut: readonly LeftOut[];
}

/** The end of one line and the beginning of the next. */
export interface JoinedLines {
  readonly before: string;
  readonly after: string;
  /** Whether an empty line or a page's end stood between them: more of a guess. */
  readonly isApart: boolean;
}

export interface LeftOut {
  readonly text: string;
  readonly why: string;
}

/** What a reader may know besides the file's bytes. */
export interface ReadingHints {
  /** The file's name without folders. */
  readonly fileName: string;
  /** Whether a feed becomes an issue a week, rather than one issue. */
  readonly isWeekly: boolean;
}

/** Turns a file's bytes into issues: one, or several where a feed is cut into weeks. */
export type Reader = (bytes: Uint8Array, hints: ReadingHints) => Promise<readonly Draft[]>;

/** Thrown where a file can't be imported; the message says why and what to do, without the file's name. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}
