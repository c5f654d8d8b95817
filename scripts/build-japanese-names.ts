/**
 * Builds lexicon/dictionary.ja-zh.txt: names of people and places in Japan by their Latin letters, in the characters
 * that Chinese text writes them with, a sorted line for each.
 *
 * Sources:
 * - the names of mecab-ipadic 2.7.0 (Copyright 2000-2003 Nara Institute of Science and Technology; its notice is
 *   lexicon/LICENSE-mecab-ipadic.txt), as `dict/tid_pos.dat.gz` of the npm package kuromoji 0.1.2;
 * - opencc-js (MIT) for the characters that Japan has simplified its own way.
 *
 * usage: node --import tsx scripts/build-japanese-names.ts TID_POS_GZ
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import shinjitai from "opencc-js/dict/JPShinjitaiCharacters";
import { fold } from "../src/text/fold.ts";
import { japaneseKey } from "../src/text/romaji.ts";
import { romanise } from "./kana.ts";

const HEADER = [
  "# Derived from mecab-ipadic 2.7.0, Copyright 2000-2003 Nara Institute of Science and Technology.",
  "# Its notice and conditions: lexicon/LICENSE-mecab-ipadic.txt.",
  "# Made by scripts/build-japanese-names.ts.",
];

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write("usage: build-japanese-names.ts TID_POS_GZ\n");
  process.exit(2);
}

const traditional = new Map(shinjitai.split("|").map((pair) => pair.split(" ") as [string, string]));
const toChinese = (name: string): string =>
  fold(
    Array.from(
      name.replaceAll(/(.)々/gu, "$1$1"),
      (character) => traditional.get(character)?.charAt(0) ?? character,
    ).join(""),
  );

const names = new Map<string, Set<string>>();
for (const row of gunzipSync(readFileSync(path)).toString("utf8").split("\0")) {
  const [name = "", , kind, of, , , , , reading = ""] = row.split(",");
  if (kind !== "固有名詞" || !/^(?:人名|地域)$/u.test(of ?? "") || !/^[\p{Script=Han}々]{2,4}$/u.test(name)) continue;
  const key = japaneseKey(romanise(reading) ?? "");
  if (key !== null) names.set(key, (names.get(key) ?? new Set()).add(toChinese(name)));
}
const lines = [...names].map(([key, written]) => `${key}\t${[...written].map((name) => `=${name}`).join(",")}`);
const file = new URL("../lexicon/dictionary.ja-zh.txt", import.meta.url);
writeFileSync(file, `${[...HEADER, ...lines.sort()].join("\n")}\n`);
