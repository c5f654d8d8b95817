/** What is measured: the bot's core, or the plain script. */
export type SubjectName = "core" | "plain";

/** The names that tables call the subjects by. */
export const SUBJECT_LABELS: Readonly<Record<SubjectName, string>> = { core: "this bot", plain: "plain minisearch" };

/** Something that answers questions from a folder. */
export interface Subject {
  readonly articles: number;
  /** Reads all articles, so ask at the end. */
  readonly countSentences: () => number;
  /** Begins a conversation; the function asks its next question. */
  readonly converse: () => (question: string) => Promise<void>;
}

/** Opens a subject on a knowledge folder: reads it and builds the index, or takes what an earlier start left in a cache folder. */
export type OpenSubject = (folder: string, cache: string | null) => Promise<Subject>;

/** Loads the code of one subject, and none of the other's. */
export async function loadSubject(name: SubjectName): Promise<OpenSubject> {
  if (name === "core") return (await import("./core-subject.ts")).openCore;
  return (await import("./plain-subject.ts")).openPlain;
}
