import type { IssueFile } from "./digest/issue-files.ts";
import { KnowledgeError } from "./digest/knowledge-error.ts";
import type { KnowledgeProblem } from "./digest/knowledge-error.ts";
import { readKnowledge } from "./digest/knowledge-folder.ts";
import type { EditorGlossary } from "./lexicon/editor-glossary.ts";
import { openEditorGlossary } from "./lexicon/editor-glossary.ts";
import { sourceKeyOf } from "./search/digest-cache.ts";

/** What stands in a knowledge folder, by the keys of its texts; without the texts, which may be many. */
export interface FolderListing {
  /** Sorted by id. */
  readonly files: readonly ListedFile[];
  /** The files that couldn't be read, sorted by name. */
  readonly problems: readonly KnowledgeProblem[];
  readonly glossary: EditorGlossary;
}

/** A file with the key of its text. */
export interface ListedFile {
  readonly file: IssueFile;
  readonly key: string;
}

/** Reads all of a folder, and says what stands there; what is wrong with the folder itself, where that can't be read. */
export async function listFolder(folder: string): Promise<FolderListing | { readonly gone: string }> {
  try {
    const glossary = await openEditorGlossary(folder);
    const { issues, problems } = await readKnowledge(folder, ({ id, name, path, text }): ListedFile => {
      return { file: { id, name, path }, key: sourceKeyOf({ id, text }) };
    });
    return { files: issues, problems, glossary };
  } catch (error) {
    if (error instanceof KnowledgeError) return { gone: error.detail };
    throw error;
  }
}
