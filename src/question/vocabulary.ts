import type { Language } from "../text/script.ts";
import type { Alternative } from "./query.ts";

/** What a word of a question may be in the digest's other language. */
export interface Translation {
  readonly isName: boolean;
  /** Best first; the digest holds each. */
  readonly alternatives: readonly Alternative[];
}

/** What the digest itself teaches about words: its names and its own short forms. */
export interface Vocabulary {
  /** Folded names of people, organisations, places, works and quoted terms in the digest. */
  readonly names: ReadonlySet<string>;
  /** Folded names of people. */
  readonly people: ReadonlySet<string>;
  /** Short form → long form and back, folded. */
  readonly equals: ReadonlyMap<string, readonly string[]>;
  /** The languages of the digest's issues and of their articles. */
  readonly languages: ReadonlySet<Language>;
  /** Tells whether a stretch of a question's Chinese, two characters at least, stands in the digest: each pair of neighbours does. */
  readonly stands: (word: string) => boolean;
  /** Finds digest names that sound like a Latin name, best first: "Long Xiaohong" → 龙小红. */
  readonly soundsLike: (name: string) => readonly string[];
  /** Words of the question in the digest's other language, by English stems joined by spaces or by folded Chinese. */
  readonly translations: ReadonlyMap<string, Translation>;
  /** Tells whether the dictionary knows an English word, by its stem, where one was opened. */
  readonly isWord: (stem: string) => boolean;
}
