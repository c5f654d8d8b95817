import { citeSpan } from "../answer/cite.ts";
import { tellingSentences } from "../answer/contents.ts";
import type { Reading } from "../fact/reading.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { articleLabel, listArticles } from "./article-list.ts";
import { findArticle } from "./article-text.ts";
import { WORDS } from "./command-words.ts";
import type { CommandBlock, DocumentBlock } from "./document.ts";
import { hint } from "./document.ts";
import { pageBlock, readArgument } from "./paging.ts";
import { articlePage } from "./passage-view.ts";
import { sourceOf } from "./reply-text.ts";
import { searchFacts } from "./search.ts";

/** How much of an article a page holds, in UTF-16 units: less than a chat message takes. */
const PAGE_LENGTH = 3000;
/** How many statements a summary has. */
const TELLING = 4;
/** How many statements of other articles are shown beside one. */
const RELATED = 5;

/** How much of a title's words another article on its subject has. */
const SAME_SUBJECT = 0.5;

/** Shows an article's text, page by page where it is long. */
export function showArticle(digest: Digest, argument: string, language: Language): CommandBlock[] {
  const { words, page } = readArgument(argument);
  const reading = findArticle(digest, words);
  if (reading === null) return whichArticle(digest, words, language);
  const shown = articlePage(reading.article.id, page, PAGE_LENGTH, digest);
  if (shown === null) return whichArticle(digest, words, language);
  return [...shown.blocks, ...pageBlock(shown, `/article ${articleLabel(reading.article, digest)}`, language)];
}

/** Shows what an article says in its most telling statements, as printed and in order. */
export function summarise(digest: Digest, argument: string, language: Language): CommandBlock[] {
  const reading = findArticle(digest, argument);
  if (reading === null) return whichArticle(digest, argument, language);
  const { text, title } = reading.article;
  const telling = tellingSentences(reading, TELLING);
  if (telling.length === 0) return [{ kind: "title", text: title }, hint(WORDS.noFacts[language])];
  return [
    { kind: "title", text: title },
    ...telling.map(({ start, end }) => ({ kind: "item" as const, text: text.slice(start, end) })),
    hint(nextSteps(reading, digest)),
  ];
}

/** Shows what other articles state on an article's subject, as its title names it. */
export async function showRelated(digest: Digest, argument: string, language: Language): Promise<DocumentBlock[]> {
  const reading = findArticle(digest, argument);
  if (reading === null) return whichArticle(digest, argument, language);
  const { id, title } = reading.article;
  const found = await searchFacts(title, digest, { share: SAME_SUBJECT, besides: id });
  const others = found.slice(0, RELATED);
  if (others.length === 0) return [{ kind: "title", text: title }, hint(WORDS.noRelated[language])];
  const quotes = others.map((fact) => {
    const citation = citeSpan(digest, fact.reading, fact.sentence);
    return { kind: "quote" as const, quote: citation.quote, source: sourceOf(citation, language), citation };
  });
  return [{ kind: "title", text: `${WORDS.related[language]}${title}` }, ...quotes];
}

function whichArticle(digest: Digest, words: string, language: Language): CommandBlock[] {
  const first = words === "" ? WORDS.whichArticle[language] : `${WORDS.noArticle[language]}${words}`;
  return [hint(first), ...listArticles(digest, "", language)];
}

function nextSteps({ article }: Reading, digest: Digest): string {
  const label = articleLabel(article, digest);
  return ["article", "facts", "related"].map((command) => `/${command} ${label}`).join("  ");
}
