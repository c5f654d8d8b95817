import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Words of one language for the words of the other, best first. */
export interface Dictionary {
  /** English stems joined by spaces for a folded Chinese word, or the other way round; empty where it knows none. */
  readonly lookup: (word: string) => readonly DictionaryWord[];
}

export interface DictionaryWord {
  /** Folded Chinese, or English stems joined by spaces. */
  readonly text: string;
  /** The name of somebody or something: 波士顿 "Boston". */
  readonly isName: boolean;
}

/** The direction: what is looked up, and what is found. From Japanese only names are known, by their Latin letters. */
export type Direction = "en-zh" | "zh-en" | "ja-zh";

/** Stands before names in the file. */
const NAME_MARK = "=";
const TAB = 0x09;
const LINE_END = 0x0a;

/**
 * Opens a part of the dictionary that ships with the product.
 *
 * It stays the bytes of its file, a sorted line for each word, and is searched by halving: as a map it would take ten
 * times the memory and a fifth of a second to make.
 */
export async function openDictionary(direction: Direction): Promise<Dictionary> {
  const path = createRequire(import.meta.url).resolve(`#lexicon/dictionary.${direction}.txt`);
  return searchDictionary(await readFile(path));
}

/** A dictionary over the bytes of its lines, `word TAB word,=name`, sorted by their bytes. */
export function searchDictionary(lines: Buffer): Dictionary {
  return {
    lookup: (word) => {
      const at = findLine(lines, Buffer.from(word));
      if (at === null) return [];
      const tab = lines.indexOf(TAB, at);
      return lines
        .toString("utf8", tab + 1, lineEnd(lines, tab))
        .split(",")
        .map(toWord);
    },
  };
}

function toWord(written: string): DictionaryWord {
  const isName = written.startsWith(NAME_MARK);
  return { text: isName ? written.slice(NAME_MARK.length) : written, isName };
}

/** Where the line of a word begins; null where there is none. */
function findLine(lines: Buffer, word: Buffer): number | null {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const start = lineStart(lines, (low + high) >> 1);
    const order = compareWord(lines, start, word);
    if (order === 0) return start;
    if (order < 0) low = lineEnd(lines, start) + 1;
    else high = start;
  }
  return null;
}

function lineStart(lines: Buffer, within: number): number {
  return within === 0 ? 0 : lines.lastIndexOf(LINE_END, within - 1) + 1;
}

function lineEnd(lines: Buffer, within: number): number {
  const end = lines.indexOf(LINE_END, within);
  return end < 0 ? lines.length : end;
}

/** Orders a line's word against a word: negative where the line comes before it. */
function compareWord(lines: Buffer, start: number, word: Buffer): number {
  for (const [i, byte] of word.entries()) {
    const own = lines[start + i] ?? TAB;
    if (own !== byte) return own - byte;
  }
  return (lines[start + word.length] ?? TAB) - TAB;
}
