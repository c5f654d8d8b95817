import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./child.ts";

/** One talk of a question set: its questions in order, each but the first maybe a follow-up. */
export interface Conversation {
  readonly id: string;
  readonly turns: readonly string[];
}

/** The sets about the sample: those about news and newsletters have digests of their own. */
const ABOUT_SAMPLE = /^(?:sample|2025-07-ecommerce.*)\.jsonl$/u;

/**
 * Reads a file of conversations, or all of `test/questions/*.jsonl` about the sample, in the order of the files.
 *
 * The tests check the sets' form; here they are only read, for a validator would count as the plain script's memory.
 */
export async function readConversations(file: string | null = null): Promise<Conversation[]> {
  const sets = file === null ? await readSets() : [await readFile(file, "utf8")];
  const lines = sets.flatMap((set) => set.split("\n")).filter((line) => line.trim() !== "");
  return lines.map((line) => JSON.parse(line) as Conversation);
}

async function readSets(): Promise<string[]> {
  const folder = join(ROOT, "test/questions");
  const names = (await readdir(folder)).filter((name) => ABOUT_SAMPLE.test(name)).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
}
