import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { wordsAndPeriod } from "./asked-period.ts";
import { WORDS } from "./command-words.ts";
import type { DocumentBlock } from "./document.ts";
import { hint } from "./document.ts";
import { issueNamed } from "./issue-scope.ts";
import { readArgument } from "./paging.ts";
import { searchFacts } from "./search.ts";
import { statementPage } from "./statement-list.ts";

/** `in:2025-07` after the words: an issue's id, which may have spaces. A bare id may be a word that is searched for. */
const IN_ISSUE = /(?:^|\s)in[:：]\s*(?<id>\S.*)$/iu;

/**
 * Searches without a question: statements with their sources, of all issues, of a period (`/search 词 2025-06`) or of an
 * issue (`/search 词 in:2025-07-ecommerce`).
 */
export async function search(digest: Digest, argument: string, language: Language): Promise<DocumentBlock[]> {
  const { words: text, page } = readArgument(argument);
  const named = IN_ISSUE.exec(text);
  const { words, period } = wordsAndPeriod(text.slice(0, named?.index), digest);
  if (words === "") return [hint(WORDS.searchWhat[language])];
  const id = named?.groups?.["id"];
  const issue = id === undefined ? null : issueNamed(id, digest);
  if (id !== undefined && issue === null) return [hint(`${WORDS.noIssue[language]}${id}`)];
  const found = await searchFacts(words, digest, { period, issue });
  if (found.length === 0) return [hint(`${WORDS.notFound[language]}${text}`)];
  const list = { title: `${WORDS.found[language]}${text}`, page, command: `/search ${text}` };
  return statementPage(found, list, digest, language);
}
