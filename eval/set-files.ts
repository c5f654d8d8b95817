import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { messageOf, UsageError } from "../adapters/command-line.ts";

/** The two files of a question set. */
export interface SetFiles {
  readonly name: string;
  readonly articles: string;
  readonly questions: string;
}

const ARTICLES = ".articles.jsonl";
const QUESTIONS = ".questions.jsonl";

/**
 * Finds the question sets of a folder, by name: `NAME.articles.jsonl` beside `NAME.questions.jsonl`.
 *
 * @param onHalf - Told the file that a set lacks; the others serve.
 * @throws UsageError when the folder can't be read or has no set.
 */
export async function listSets(folder: string, onHalf: (missing: string) => void): Promise<SetFiles[]> {
  const names = await readFolder(folder);
  const sets = [...new Set(names.map(setName).filter((name) => name !== null))].sort();
  const isThere = (name: string): boolean => {
    if (!names.includes(name)) onHalf(join(folder, name));
    return names.includes(name);
  };
  const whole = sets.filter((name) => isThere(name + ARTICLES) && isThere(name + QUESTIONS));
  if (whole.length === 0) throw new UsageError(`${folder} has no question set; ${REMEDY}`);
  return whole.map((name) => ({
    name,
    articles: join(folder, name + ARTICLES),
    questions: join(folder, name + QUESTIONS),
  }));
}

const REMEDY = `name a folder of NAME${ARTICLES} and NAME${QUESTIONS} with --data`;

async function readFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw new UsageError(`${folder} can't be read (${messageOf(error)}); ${REMEDY}`);
  }
}

function setName(file: string): string | null {
  return /^(.+)\.(?:articles|questions)\.jsonl$/u.exec(file)?.[1] ?? null;
}
