import { citeSpan } from "../answer/cite.ts";
import type { Fact } from "../fact/fact.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { wordsAndPeriod } from "./asked-period.ts";
import { WORDS } from "./command-words.ts";
import type { DocumentBlock } from "./document.ts";
import { hint } from "./document.ts";
import { pageBlock, pageOf, readArgument } from "./paging.ts";
import { sourceOf } from "./reply-text.ts";
import { searchFacts } from "./search.ts";

/** How many statements a page shows. */
const FOUND_A_PAGE = 5;

/** Searches without a question: statements with their sources, of all issues or of a period (`/search 词 2025-06`). */
export async function search(digest: Digest, argument: string, language: Language): Promise<DocumentBlock[]> {
  const { words: text, page } = readArgument(argument);
  if (text === "") return [hint(WORDS.searchWhat[language])];
  const { words, period } = wordsAndPeriod(text, digest);
  const found = await searchFacts(words, digest, { period });
  if (found.length === 0) return [hint(`${WORDS.notFound[language]}${text}`)];
  const cut = pageOf(found, page, FOUND_A_PAGE);
  return [
    { kind: "title", text: `${WORDS.found[language]}${text}` },
    ...cut.shown.map((fact) => quoteOf(fact, digest, language)),
    ...pageBlock(cut, `/search ${text}`, language),
  ];
}

function quoteOf({ reading, sentence }: Fact, digest: Digest, language: Language): DocumentBlock {
  const citation = citeSpan(digest, reading, sentence);
  return { kind: "quote", quote: citation.quote, source: sourceOf(citation, language), citation };
}
