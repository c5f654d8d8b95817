import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "./child.ts";

/** One talk of a question set: its questions in order, each but the first maybe a follow-up. */
export interface Conversation {
  readonly id: string;
  readonly turns: readonly string[];
}

const conversation = z.object({ id: z.string(), turns: z.array(z.string()).min(1) });

/** Reads all of `test/questions/*.jsonl`, in the order of the files. */
export async function readConversations(): Promise<Conversation[]> {
  const folder = join(ROOT, "test/questions");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  const sets = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const lines = sets.flatMap((set) => set.split("\n")).filter((line) => line.trim() !== "");
  return lines.map((line) => conversation.parse(JSON.parse(line)));
}
