import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { fold } from "../src/text/fold.ts";
import { splitSentences } from "../src/text/sentence.ts";
import { terms } from "../src/text/term.ts";

/** What a user would write instead: the folder's sentences in minisearch, the best of them as the answer. */
export interface PlainIndex {
  readonly articles: number;
  readonly sentences: readonly string[];
  /** Finds the sentence that minisearch ranks first; null where no sentence shares a term. */
  readonly best: (question: string) => string | null;
}

/** Reads a folder's Markdown files line by line and indexes their sentences with the core's folding and terms. */
export async function openPlainIndex(folder: string): Promise<PlainIndex> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  const sources = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const lines = sources.flatMap((source) => source.replace(/^---\n.*?\n---\n/su, "").split("\n"));
  const sentences = lines.filter((line) => !line.startsWith("#")).flatMap(sentencesOf);
  const engine = new MiniSearch<{ readonly id: number; readonly sentence: string }>({
    fields: ["sentence"],
    tokenize: (text) => terms(fold(text)),
    processTerm: (term) => term,
  });
  engine.addAll(sentences.map((sentence, id) => ({ id, sentence })));
  return {
    articles: lines.filter((line) => line.startsWith("## ")).length,
    sentences,
    best: (question) => {
      const id: unknown = engine.search(question)[0]?.id;
      return typeof id === "number" ? (sentences[id] ?? null) : null;
    },
  };
}

function sentencesOf(line: string): string[] {
  return splitSentences(line, { start: 0, end: line.length }).map(({ start, end }) => line.slice(start, end));
}
