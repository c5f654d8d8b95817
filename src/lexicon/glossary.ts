import { fold } from "../text/fold.ts";
import { words } from "../text/term.ts";

/** Words of one meaning; the first of each language is the one that replies use. */
export interface Concept {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Chinese words for kinds of it: 负责人 "head" → 厅长, 局长; they answer for it, it doesn't for them. */
  readonly narrower?: readonly string[] | undefined;
}

/** Concepts by word. Chinese words are folded; English ones are stems joined by spaces. */
export interface Glossary {
  readonly byChinese: ReadonlyMap<string, readonly Concept[]>;
  readonly byEnglish: ReadonlyMap<string, readonly Concept[]>;
  /** Single words of the English phrases, as written and as stems. */
  readonly englishWords: ReadonlySet<string>;
  readonly englishStems: ReadonlySet<string>;
  /** Finds the words of {@link byChinese} that digits or Latin letters are part of: 双11, 3c数码. */
  readonly mixedScript: RegExp;
  readonly longestChinese: number;
  readonly longestEnglish: number;
}

/** Indexes concepts by their words; earlier lists win where two translate one word, so an editor's comes first. */
export function indexGlossary(...lists: readonly (readonly Concept[])[]): Glossary {
  const { byChinese, byEnglish } = indexWordings(lists.flat());
  return {
    byChinese,
    byEnglish,
    englishWords: new Set(lists.flat().flatMap((concept) => concept.en.flatMap((phrase) => phrase.split(/[ -]/u)))),
    englishStems: new Set([...byEnglish.keys()].flatMap((phrase) => phrase.split(" "))),
    mixedScript: mixedScript([...byChinese.keys()]),
    longestChinese: Math.max(0, ...[...byChinese.keys()].map((word) => word.length)),
    longestEnglish: Math.max(0, ...[...byEnglish.keys()].map((phrase) => phrase.split(" ").length)),
  };
}

function mixedScript(chinese: readonly string[]): RegExp {
  const mixed = chinese
    .filter((word) => /^[\p{Script=Han}a-z\d]+$/u.test(word) && /[a-z\d]/u.test(word) && /\p{Script=Han}/u.test(word))
    .sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![a-z\\d])(?:${mixed.join("|")})(?![a-z\\d])`, "gu");
}

/** A glossary that is only looked words up in. */
export type Wordings = Pick<Glossary, "byChinese" | "byEnglish">;

/** Indexes other wordings, the English ones when first looked up: stemming thousands of phrases would delay each start. */
export function indexWordings(concepts: readonly Concept[]): Wordings {
  const byChinese = new Map<string, Concept[]>();
  for (const concept of concepts) for (const word of concept.zh) push(byChinese, fold(word), concept);
  let byEnglish: Map<string, Concept[]> | null = null;
  return {
    byChinese,
    get byEnglish() {
      return (byEnglish ??= byPhrase(concepts));
    },
  };
}

function byPhrase(concepts: readonly Concept[]): Map<string, Concept[]> {
  const byEnglish = new Map<string, Concept[]>();
  for (const concept of concepts) for (const phrase of concept.en) push(byEnglish, englishKey(phrase), concept);
  return byEnglish;
}

/** The stems of an English phrase, hyphens split: "Cross-border e-commerce" → "cross border e commerc". */
export function englishKey(phrase: string): string {
  return words(fold(phrase))
    .map((word) => word.stem)
    .join(" ");
}

/** The preferred English for a Chinese word, or null. */
export function toEnglish(glossary: Glossary, chinese: string): string | null {
  return glossary.byChinese.get(fold(chinese))?.find((concept) => concept.en.length > 0)?.en[0] ?? null;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
