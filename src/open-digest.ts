import { openKnowledge } from "./digest/knowledge-folder.ts";
import type { KnowledgeProblem } from "./digest/knowledge-error.ts";
import { openEditorGlossary } from "./lexicon/editor-glossary.ts";
import { openLexicon } from "./fact/lexicon.ts";
import type { Digest } from "./search/digest.ts";
import { buildDigest } from "./search/digest.ts";
import { createMinisearchIndex } from "./search/minisearch-index.ts";

/** A digest, and the files of its folder that could not be read. */
export interface OpenedDigest {
  readonly digest: Digest;
  readonly problems: readonly KnowledgeProblem[];
}

/**
 * Opens a knowledge folder: reads its issues and the editor's glossary, derives the facts, builds the index.
 *
 * @throws KnowledgeError when the folder doesn't exist or isn't a folder.
 */
export async function openDigest(folder: string): Promise<OpenedDigest> {
  const { issues, problems } = await openKnowledge(folder);
  const glossary = await openEditorGlossary(folder);
  const digest = await buildDigest(issues, openLexicon(glossary.concepts), createMinisearchIndex());
  return { digest, problems: [...problems, ...glossary.problems] };
}
