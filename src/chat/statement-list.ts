import { citeSpan } from "../answer/cite.ts";
import type { Fact } from "../fact/fact.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import type { DocumentBlock } from "./document.ts";
import { pageBlock, pageOf } from "./paging.ts";
import { quoteBlock } from "./reply-text.ts";

/** How many statements a page shows at most. */
const STATEMENTS_A_PAGE = 5;

/** What stands above statements, and how they are turned over. */
export interface StatementList {
  readonly title: string;
  /** From 1. */
  readonly page: number;
  /** What shows the list, as it is typed: `/search exports`. */
  readonly command: string;
}

/** A page of statements, each with its source. */
export function statementPage(
  facts: readonly Fact[],
  { title, page, command }: StatementList,
  digest: Digest,
  language: Language,
): DocumentBlock[] {
  const quotes = facts.map(({ reading, sentence }) => quoteBlock(citeSpan(digest, reading, sentence), language));
  const lengthOf = ({ quote, source }: (typeof quotes)[number]): number => quote.length + source.length;
  const cut = pageOf(quotes, page, { most: STATEMENTS_A_PAGE, lengthOf });
  return [{ kind: "title", text: title }, ...cut.shown, ...pageBlock(cut, command, language)];
}
