import type { Vocabulary } from "../question/vocabulary.ts";
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
    languages: new Set(packed.flatMap(({ issue, vocabulary }) => [issue.language, ...vocabulary.languages])),
    stands: () => false,
    soundsLike: () => [],
    translations: new Map(),
    isWord: () => false,
  };
}
