import type { Fact } from "../fact/fact.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { findArticle } from "./article-text.ts";
import { moreWords, WORDS } from "./command-words.ts";
import type { CommandBlock } from "./document.ts";

/** How many facts a listing shows: what a chat message holds and a reader reads. */
const SHOWN = 20;
/** How many of an article's facts stand for it where the whole issue is listed. */
const PER_ARTICLE = 2;

/** Lists facts as printed: the telling ones of the newest issue's articles, or those of one article. */
export function listFacts(digest: Digest, wanted: string, language: Language): CommandBlock[] {
  const newest = digest.issues[0];
  if (newest === undefined) return [{ kind: "hint", text: WORDS.empty[language] }];
  if (wanted === "") {
    const telling = newest.articles.flatMap(({ id }) => tellingFacts(digest.factsOf(id)).slice(0, PER_ARTICLE));
    return listing(newest.title, telling, WORDS.factsHint[language], language);
  }
  const reading = findArticle(digest, wanted);
  if (reading === null) return [{ kind: "hint", text: `${WORDS.noArticle[language]}${wanted}` }];
  return listing(reading.article.title, tellingFacts(digest.factsOf(reading.article.id)), null, language);
}

/** The facts of an article with figures; where it has none, those that name someone or something. */
export function tellingFacts(own: readonly Fact[]): readonly Fact[] {
  const withFigures = own.filter(({ mentions }) =>
    mentions.some((mention) => mention.kind === "quantity" && mention.dimension !== "ordinal"),
  );
  return withFigures.length > 0 ? withFigures : own.filter(({ mentions }) => mentions.length > 0);
}

function listing(title: string, facts: readonly Fact[], next: string | null, language: Language): CommandBlock[] {
  if (facts.length === 0) return [{ kind: "hint", text: WORDS.noFacts[language] }];
  const entries = facts.slice(0, SHOWN).map(({ reading, start, end }) => ({
    kind: "entry" as const,
    label: `${reading.article.ordinal}`,
    text: reading.article.text.slice(start, end),
  }));
  const more = facts.length > SHOWN ? [{ kind: "hint" as const, text: moreWords(facts.length - SHOWN, language) }] : [];
  return [
    { kind: "title", text: title },
    ...entries,
    ...more,
    ...(next === null ? [] : [{ kind: "hint" as const, text: next }]),
  ];
}
