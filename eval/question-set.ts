import { createReadStream } from "node:fs";
import { z } from "zod";
import { messageOf, UsageError } from "../adapters/command-line.ts";
import { readLines } from "../adapters/read-lines.ts";

/** An article of a question set. */
export type SetArticle = z.infer<typeof articleSchema>;

/** A question of a set, with its gold answers. */
export type SetQuestion = z.infer<typeof questionSchema>;

/** Articles, and questions about them with their gold answers. */
export interface QuestionSet {
  readonly articles: readonly SetArticle[];
  readonly questions: readonly SetQuestion[];
}

const articleSchema = z.object({ id: z.string(), title: z.string(), text: z.string() }).readonly();

const questionSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    /** The answers that count, each by itself; none where only the article is known. */
    answers: z.array(z.string()).readonly(),
    /** The id of the article that holds the answer, or for an unanswerable question the one it is nearest to. */
    article: z.string().nullable(),
    answerable: z.boolean(),
    /** The language of the question, for readers. */
    lang: z.string().optional(),
  })
  .readonly();

/**
 * Reads a question set: two files of JSON Lines.
 *
 * @throws UsageError when a file can't be read, or names the line that doesn't fit and what is wrong with it.
 */
export async function readQuestionSet(articlesFile: string, questionsFile: string): Promise<QuestionSet> {
  const articles = await readJsonLines(articlesFile, articleSchema);
  checkDistinct(articles, articlesFile);
  const questions = await readJsonLines(questionsFile, questionSchema);
  checkArticles(questions, new Set(articles.map(({ value }) => value.id)), questionsFile, articlesFile);
  return { articles: articles.map(({ value }) => value), questions: questions.map(({ value }) => value) };
}

interface ReadLine<T> {
  readonly value: T;
  readonly number: number;
}

async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<ReadLine<T>[]> {
  const lines: ReadLine<T>[] = [];
  let number = 0;
  try {
    for await (const { text } of readLines(createReadStream(file), Infinity)) {
      number++;
      if (text.trim() !== "") lines.push({ value: parseLine(text, schema, `${file}:${number}`), number });
    }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${file} can't be read: ${messageOf(error)}`);
  }
  if (lines.length === 0) throw new UsageError(`${file} is empty; write one JSON object a line`);
  return lines;
}

function parseLine<T>(text: string, schema: z.ZodType<T>, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${place}: the line isn't valid JSON`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError(
    `${place}: ${issue?.path.join(".") || "the line"}: ${issue?.message ?? "isn't as it should be"}`,
  );
}

function checkDistinct(articles: readonly ReadLine<SetArticle>[], file: string): void {
  const lines = new Map<string, number>();
  for (const { value, number } of articles) {
    const first = lines.get(value.id);
    if (first !== undefined)
      throw new UsageError(`${file}:${number}: id: “${value.id}” is the id of line ${first} too; give it another`);
    lines.set(value.id, number);
  }
}

function checkArticles(
  questions: readonly ReadLine<SetQuestion>[],
  ids: ReadonlySet<string>,
  file: string,
  articlesFile: string,
): void {
  for (const { value, number } of questions) {
    if (value.answerable && value.article !== null && !ids.has(value.article))
      throw new UsageError(`${file}:${number}: article: ${articlesFile} has no article “${value.article}”`);
  }
}
