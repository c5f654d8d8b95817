import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./child.ts";
import type { Random } from "./random.ts";

/** The words that a varied digest is made of. */
export interface Vocabulary {
  /** Commonest first. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly cities: readonly string[];
  readonly surnames: readonly string[];
}

/** How many words of each language: about what a year of one newspaper's section has. */
const WORDS = 12_000;

/** Takes words from the dictionaries and names from the lexicon, in an order of their own. */
export async function readVocabulary(random: Random): Promise<Vocabulary> {
  const [chinese, english, places, names] = await Promise.all(
    ["dictionary.zh-en.txt", "dictionary.en-zh.txt", "places.json", "names.json"].map((name) =>
      readFile(join(ROOT, "lexicon", name), "utf8"),
    ),
  );
  const { cities } = JSON.parse(places ?? "") as { readonly cities: readonly string[] };
  const { surnames } = JSON.parse(names ?? "") as { readonly surnames: string };
  return {
    zh: drawn(keysOf(chinese ?? "", /^\p{Script=Han}{2,3}$/u), random),
    en: drawn(keysOf(english ?? "", /^[a-z]{4,11}$/u), random),
    cities,
    surnames: Array.from(surnames),
  };
}

function keysOf(dictionary: string, wanted: RegExp): string[] {
  const keys = dictionary.split("\n").map((line) => line.split("\t")[0] ?? "");
  return [...new Set(keys.filter((key) => wanted.test(key)))];
}

function drawn(words: readonly string[], random: Random): string[] {
  const left = [...words];
  return Array.from({ length: Math.min(WORDS, words.length) }, () => {
    const at = random.below(left.length);
    const [word = ""] = left.splice(at, 1, left.at(-1) ?? "");
    left.pop();
    return word;
  });
}
