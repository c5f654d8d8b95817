import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Concept } from "./glossary.ts";
import { glossarySchema } from "./glossary.ts";

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
  try {
    return { concepts: glossarySchema.parse(JSON.parse(text)), problems: [] };
  } catch (error) {
    if (error instanceof z.ZodError) {
      const issue = error.issues[0];
      return broken(
        `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "has the wrong form"}; write a list of {"zh": […], "en": […]}`,
      );
    }
    return broken('isn\'t valid JSON; write a list of {"zh": […], "en": […]}');
  }
}

function broken(message: string): EditorGlossary {
  return { concepts: [], problems: [{ file: "glossary.json", message }] };
}
