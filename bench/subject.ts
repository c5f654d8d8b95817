import { ask, openDigest } from "../src/index.ts";
import type { Turn } from "../src/index.ts";
import { openPlainIndex } from "./plain-index.ts";

/** What is measured: the bot's core, or the plain script. */
export type SubjectName = "core" | "plain";

/** The names that tables call the subjects by. */
export const SUBJECT_LABELS: Readonly<Record<SubjectName, string>> = { core: "this bot", plain: "plain minisearch" };

/** Something that answers questions from a folder. */
export interface Subject {
  readonly articles: number;
  readonly sentences: number;
  /** Begins a conversation; the function asks its next question. */
  readonly converse: () => (question: string) => Promise<void>;
}

/** Opens a subject on a knowledge folder: reads the folder and builds the index. */
export async function openSubject(name: SubjectName, folder: string): Promise<Subject> {
  return name === "core" ? openCore(folder) : openPlain(folder);
}

async function openCore(folder: string): Promise<Subject> {
  const { digest } = await openDigest(folder);
  const readings = [...digest.readings.values()];
  return {
    articles: readings.length,
    sentences: readings.reduce((sum, { sentences }) => sum + sentences.length, 0),
    converse: () => {
      let last: Turn | null = null;
      return async (question) => {
        const { turn } = await ask(digest, question, last);
        last = turn ?? last;
      };
    },
  };
}

/** Knows no conversations: each question stands alone. */
async function openPlain(folder: string): Promise<Subject> {
  const index = await openPlainIndex(folder);
  return {
    articles: index.articles,
    sentences: index.sentences.length,
    converse: () => async (question) => void index.best(question),
  };
}
