import { tellingSentences } from "../answer/contents.ts";
import type { Reading } from "../fact/reading.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { articleLabel, listArticles } from "./article-list.ts";
import { WORDS } from "./command-words.ts";
import type { CommandBlock, DocumentBlock } from "./document.ts";
import { hint } from "./document.ts";
import { pageBlock } from "./paging.ts";
import { articlePage } from "./passage-view.ts";
import { searchFacts } from "./search.ts";
import { statementPage } from "./statement-list.ts";
import { wantedArticle } from "./wanted-article.ts";

/** How much of an article a page holds, in UTF-16 units. */
const PAGE_LENGTH = 3000;
/** How many statements a summary has. */
const TELLING = 4;

/** How much of a title's words another article on its subject has. */
const SAME_SUBJECT = 0.5;

/** Shows an article's text, page by page where it is long. */
export async function showArticle(digest: Digest, argument: string, language: Language): Promise<CommandBlock[]> {
  const wanted = await wantedArticle(argument, digest);
  if (wanted === null) return whichArticle(digest, argument, language);
  const { article } = wanted.reading;
  const shown = articlePage(article.id, wanted.page, PAGE_LENGTH, digest);
  if (shown === null) return whichArticle(digest, argument, language);
  return [...shown.blocks, ...pageBlock(shown, `/article ${articleLabel(article, digest)}`, language)];
}

/** Shows what an article says in its most telling statements, as printed and in order. */
export async function summarise(digest: Digest, argument: string, language: Language): Promise<CommandBlock[]> {
  const wanted = await wantedArticle(argument, digest);
  if (wanted === null) return whichArticle(digest, argument, language);
  const { reading } = wanted;
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
  const wanted = await wantedArticle(argument, digest);
  if (wanted === null) return whichArticle(digest, argument, language);
  const { article } = wanted.reading;
  const { id, title } = article;
  const found = await searchFacts(title, digest, { share: SAME_SUBJECT, besides: id });
  if (found.length === 0) return [{ kind: "title", text: title }, hint(WORDS.noRelated[language])];
  const list = {
    title: `${WORDS.related[language]}${title}`,
    page: wanted.page,
    command: `/related ${articleLabel(article, digest)}`,
  };
  return statementPage(found, list, digest, language);
}

function whichArticle(digest: Digest, words: string, language: Language): CommandBlock[] {
  const first = words === "" ? WORDS.whichArticle[language] : `${WORDS.noArticle[language]}${words}`;
  return [hint(first), ...listArticles(digest, "", language)];
}

function nextSteps({ article }: Reading, digest: Digest): string {
  const label = articleLabel(article, digest);
  return ["article", "facts", "related"].map((command) => `/${command} ${label}`).join("  ");
}
