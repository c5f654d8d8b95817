import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Conversation } from "./conversations.ts";
import { createRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { createChineseWriter, createEnglishWriter } from "./varied-sentences.ts";
import type { Writer } from "./varied-sentences.ts";
import { readVocabulary } from "./varied-vocabulary.ts";

/** A digest on disk that nothing else knows, with questions about it. */
export interface VariedKnowledge {
  readonly folder: string;
  /** A file of conversations, in the form of `test/questions/`. */
  readonly questions: string;
  /** A folder for what is kept for the next start. */
  readonly cache: string;
}

const NEWEST = Date.UTC(2025, 6, 16);
const DAY_MS = 24 * 3600 * 1000;
/** How a digest is divided; every so manyth issue is English. */
const ARTICLES = 10;
const SENTENCES = 12;
const ENGLISH_EVERY = 5;
/** How many questions are asked of each digest; every so manyth is about what stands nowhere. */
const ASKED = 200;
const STRAY_EVERY = 5;

/**
 * Runs a task on a digest of about so many sentences, then removes it.
 *
 * The same size gives the same text: words of the dictionaries by Zipf's law, put into the patterns of news with
 * figures, names and places. No two articles say the same, and common words are as common as in real text.
 */
export async function withVariedKnowledge<T>(
  sentences: number,
  task: (knowledge: VariedKnowledge) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), "digest-bench-"));
  const knowledge = { folder: join(root, "knowledge"), questions: join(root, "questions"), cache: join(root, "cache") };
  try {
    await mkdir(knowledge.folder);
    await write(knowledge, Math.max(1, Math.round(sentences / (ARTICLES * SENTENCES))));
    return await task(knowledge);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function write({ folder, questions }: VariedKnowledge, issues: number): Promise<void> {
  const random = createRandom(1);
  const vocabulary = await readVocabulary(random);
  const writers = { zh: createChineseWriter(random, vocabulary), en: createEnglishWriter(random, vocabulary) };
  const answerable: string[] = [];
  for (let i = 0; i < issues; i++) {
    const language = i % ENGLISH_EVERY === ENGLISH_EVERY - 1 ? "en" : "zh";
    const date = new Date(NEWEST - i * 3 * DAY_MS).toISOString().slice(0, 10);
    const articles = Array.from({ length: ARTICLES }, () => articleOf(writers[language], answerable));
    const front = `---\ntitle: ${language === "zh" ? "新闻摘要" : "News digest"} ${date}\ndate: ${date}\nlanguage: ${language}\n---\n`;
    await writeFile(join(folder, `${date}.md`), [front, ...articles].join("\n"));
  }
  const lines = questionsOf(answerable, random, [writers.zh, writers.en]).map((question, i): Conversation => ({
    id: `q${i + 1}`,
    turns: [question],
  }));
  await writeFile(questions, lines.map((line) => JSON.stringify(line)).join("\n"));
}

/** An article in Markdown, in three paragraphs; what it answers is noted. */
function articleOf(writer: Writer, answerable: string[]): string {
  const sentences = Array.from({ length: SENTENCES }, () => writer.sentence());
  for (const { question } of sentences) if (question !== null) answerable.push(question);
  const paragraphs = [0, 1, 2].map((third) =>
    sentences
      .slice((third * SENTENCES) / 3, ((third + 1) * SENTENCES) / 3)
      .map(({ text }) => text)
      .join(writer.space),
  );
  return [`## ${writer.title()}`, ...paragraphs].join("\n\n").concat("\n");
}

/** Questions from all over the digest, and between them some about what it doesn't say. */
function questionsOf(answerable: readonly string[], random: Random, writers: readonly Writer[]): string[] {
  return Array.from({ length: ASKED }, (_, i) =>
    i % STRAY_EVERY === STRAY_EVERY - 1
      ? random.pick(writers).strayQuestion()
      : (answerable[Math.floor((i * answerable.length) / ASKED)] ?? ""),
  );
}
