import { z } from "zod";
import { KnowledgeError } from "../digest/knowledge-error.ts";

/** A question whose answer is known: the turns of one talk, and what the last reply must hold. */
export type GoldenQuestion = z.infer<typeof goldenQuestionSchema>;

const goldenQuestionSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    lang: z.enum(["zh", "en"]),
    turns: z.array(z.string().min(1)).min(1).readonly(),
    answerable: z.boolean(),
    /** Groups of alternatives: each group must be matched by one of its own. */
    expect: z
      .array(z.array(z.string().min(1)).min(1).readonly())
      .default([])
      .readonly(),
    /** The ordinal of the article that must be cited, or null for any. */
    article: z.number().int().min(1).nullable().optional(),
    /** Further articles that may be cited instead. */
    also: z.union([z.number(), z.string(), z.array(z.number()).readonly()]).optional(),
    /** True where a refusal is as good as the answer. */
    alt_refuse: z.boolean().optional(),
    issue: z.string().optional(),
    /** The stories that may be cited, where the digest has many issues: each its issue's file name and words of its title. */
    stories: z
      .array(z.tuple([z.string(), z.string()]).readonly())
      .readonly()
      .optional(),
  })
  .refine(({ answerable, expect }) => !answerable || expect.length > 0, {
    path: ["expect"],
    message: "an answerable question needs the words that its answer must hold",
  })
  .readonly();

/**
 * Reads a set of golden questions: one JSON object a line.
 *
 * @param file The set's name, for what is wrong with it.
 * @throws KnowledgeError that names the line and the field.
 */
export function readGoldenQuestions(text: string, file: string): GoldenQuestion[] {
  return text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [readLine(line, file, i + 1)]));
}

function readLine(line: string, file: string, number: number): GoldenQuestion {
  const { success, data, error } = goldenQuestionSchema.safeParse(parse(line, file, number));
  if (success) return data;
  const [issue] = error.issues;
  throw new KnowledgeError(file, `line ${number}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}; ${REMEDY}`);
}

function parse(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new KnowledgeError(file, `line ${number}: isn't valid JSON; ${REMEDY}`, { cause: error });
  }
}

const REMEDY =
  'write one {"id", "kind", "lang": "zh" or "en", "turns": ["…"], "answerable", "expect": [["words"]], "article"} a line';
