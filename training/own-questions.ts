import { readFile } from "node:fs/promises";
import { z } from "zod";

/** A question of the repository's own sets, as training reads it. */
export type OwnQuestion = z.infer<typeof ownQuestionSchema>;

const ownQuestionSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    lang: z.enum(["zh", "en"]),
    turns: z.array(z.string()).readonly(),
    answerable: z.boolean(),
    /** Groups of alternatives: each group must be matched by one of its own. */
    expect: z.array(z.array(z.string())).readonly(),
    /** The article's place in its issue; null for any. */
    article: z.number().nullable().default(null),
    /** The id of the issue, where the digest has several. */
    issue: z.string().optional(),
    /** Issue and article of each place that counts, where there are several. */
    either: z.array(z.tuple([z.string(), z.number()])).optional(),
  })
  .readonly();

/** Kinds whose answer is computed, or is about the digest itself: nothing is ranked for them. */
const UNRANKED_KINDS = new Set([
  "arithmetic",
  "author",
  "compare",
  "compute",
  "contents",
  "list_articles",
  "meta",
  "smalltalk",
  "summary",
  "title",
  "yesno",
]);

/** Reads the questions of a set that are ranked for: of one turn, and not computed. */
export async function readOwnQuestions(file: string): Promise<OwnQuestion[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines
    .map((line) => ownQuestionSchema.parse(JSON.parse(line)))
    .filter(({ turns, kind }) => turns.length === 1 && !UNRANKED_KINDS.has(kind));
}
