import type { Language } from "../text/script.ts";
import type { Span } from "../text/span.ts";

/** One number of a digest: a Markdown file of the knowledge folder. */
export interface Issue {
  /** The file's path in the knowledge folder without its extension, with `/` between folders. */
  readonly id: string;
  readonly title: string;
  readonly date: IssueDate | null;
  readonly language: Language;
  /** Where the issue was published, as its front matter says. */
  readonly source: string | null;
  readonly articles: readonly Article[];
}

/** A publication date; `day` is null where only the month is known. */
export interface IssueDate {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** One story of an issue. */
export interface Article {
  /** The issue's id and the ordinal: `2025-07-ecommerce#3`. */
  readonly id: string;
  readonly issueId: string;
  /** The article's place in its issue, from 1. */
  readonly ordinal: number;
  readonly title: string;
  /** The heading that it stands under where it is one of several stories in a list: News, 新闻. */
  readonly section?: string;
  /** The text a reader sees, without the title: blocks separated by a blank line. All offsets point into it. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A paragraph, heading, list item, table row or code listing of an article's text. */
export interface Block extends Span {
  readonly kind: "heading" | "paragraph" | "item" | "row" | "code";
}
