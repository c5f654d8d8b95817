import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Concept } from "./glossary.ts";

/** The editor's own words, and what was wrong with their file. */
export interface EditorGlossary {
  readonly concepts: readonly Concept[];
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** Opens `glossary.json` of a knowledge folder; a folder without one works, a broken one is named and left out. */
export async function openEditorGlossary(folder: string): Promise<EditorGlossary> {
  let text: string;
  try {
    text = await readFile(join(folder, "glossary.json"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { concepts: [], problems: [] };
    return broken("can't be read; check its permissions");
  }
  const { editorGlossarySchema } = await import("./lexicon-schema.ts");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return broken(`isn't valid JSON; ${REMEDY}`);
  }
  const { success, data, error } = editorGlossarySchema.safeParse(json);
  if (success) return { concepts: data, problems: [] };
  const [issue] = error.issues;
  return broken(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "has the wrong form"}; ${REMEDY}`);
}

const REMEDY = 'write a list of {"zh": ["words"], "en": ["words"]}';

function broken(message: string): EditorGlossary {
  return { concepts: [], problems: [{ file: "glossary.json", message }] };
}
