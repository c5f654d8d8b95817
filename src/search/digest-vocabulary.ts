import type { Issue } from "../digest/issue.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading } from "../fact/reading.ts";
import type { Vocabulary } from "../question/vocabulary.ts";
import { fold } from "../text/fold.ts";
import type { Pause } from "./pauses.ts";

/** Collects what a digest teaches about words: its names and short forms. Names by sound come later, when first needed. */
export async function vocabularyOf(
  issues: readonly Issue[],
  readings: Iterable<Reading>,
  lexicon: Lexicon,
  pause: Pause,
): Promise<Vocabulary> {
  const names = new Set<string>();
  const people = new Set<string>();
  const equals = new Map<string, string[]>();
  for (const reading of readings) {
    await pause();
    for (const { short, long } of reading.shortForms) {
      equals.set(short, [...(equals.get(short) ?? []), long]);
      equals.set(long, [...(equals.get(long) ?? []), short]);
    }
    for (const author of reading.byline) names.add(fold(reading.article.text.slice(author.start, author.end)));
    for (const sentence of reading.sentences) {
      for (const mention of sentence.mentions) {
        if (mention.kind === "quantity" || mention.kind === "period" || mention.kind === "list") continue;
        const name = reading.folded.slice(mention.start, mention.end);
        if (name.length < 2 || name.length > 24) continue;
        if (mention.kind !== "quoted") names.add(name);
        if (mention.kind === "organisation") {
          const short = contracted(name, lexicon.names.contractions);
          if (short !== null) equals.set(short, [...new Set([...(equals.get(short) ?? []), name])]);
        }
        if (mention.kind === "person") {
          people.add(name);
          for (const part of name.split("·")) if (part.length > 1) names.add(part);
        }
      }
    }
  }
  return {
    names,
    people,
    equals,
    languages: new Set(issues.map((issue) => issue.language)),
    soundsLike: () => [],
    translations: new Map(),
    isWord: () => false,
  };
}

/** 国务院新闻办公室 → 国务院新闻办; null where nothing is shortened or little is left. */
function contracted(name: string, contractions: ReadonlyMap<string, string>): string | null {
  for (const [long, short] of contractions) {
    if (name.endsWith(long) && name.length - long.length + short.length >= 4)
      return name.slice(0, -long.length) + short;
  }
  return null;
}
