import type { Vocabulary } from "../question/vocabulary.ts";
import type { Language } from "../text/script.ts";
import type { PackedIssue } from "./packed-issue.ts";

/** Joins what a digest's issues teach about words. Names by sound come later, when first needed. */
export function vocabularyOf(packed: readonly PackedIssue[]): Vocabulary {
  const names = new Set<string>();
  const people = new Set<string>();
  const equals = new Map<string, Set<string>>();
  for (const { vocabulary } of packed) {
    for (const name of vocabulary.names) names.add(name);
    for (const name of vocabulary.people) people.add(name);
    for (const [word, other] of vocabulary.equals) {
      const others = equals.get(word);
      if (others === undefined) equals.set(word, new Set([other]));
      else others.add(other);
    }
  }
  return {
    names,
    people,
    equals: new Map(Array.from(equals, ([word, others]) => [word, [...others]])),
    languages: languagesOf(packed),
    stands: () => false,
    soundsLike: () => [],
    translations: new Map(),
    isWord: () => false,
  };
}

/** A language of fewer articles than this share is no language of the digest, but of a quotation or a list of names. */
const SOME = 0.03;

/** The languages of the issues, and of the articles in them where there are some. */
function languagesOf(packed: readonly PackedIssue[]): Set<Language> {
  const languages = new Set(packed.map(({ issue }) => issue.language));
  const articles = packed.flatMap(({ vocabulary }) => vocabulary.languages);
  for (const language of LANGUAGES)
    if (articles.filter((one) => one === language).length >= SOME * Math.max(1, articles.length))
      languages.add(language);
  return languages;
}

const LANGUAGES = ["zh", "en"] as const;
