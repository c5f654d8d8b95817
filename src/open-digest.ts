import type { Issue } from "./digest/issue.ts";
import { openLexicon } from "./fact/lexicon.ts";
import { folderDigest } from "./folder-digest.ts";
import type { OpenedDigest } from "./digest-version.ts";
import type { OpeningOptions } from "./folder-digest.ts";
import { buildDigest } from "./search/digest.ts";
import type { Digest } from "./search/digest.ts";
import { createSizedIndex } from "./search/sized-index.ts";

/**
 * Opens a knowledge folder: reads its issues and the editor's glossary, derives the facts, builds the index. What is
 * kept of an earlier start is used where its text is the same, and nothing else shows that it was.
 *
 * @throws KnowledgeError when the folder doesn't exist or isn't a folder.
 */
export async function openDigest(folder: string, options: OpeningOptions = {}): Promise<OpenedDigest> {
  const reader = folderDigest(folder, options);
  const version = await reader.read();
  await reader.keep(version);
  return version;
}

/** Makes a digest of issues that are at hand, without a folder and without an editor's glossary. */
export async function createDigest(issues: readonly Issue[]): Promise<Digest> {
  return buildDigest(issues, openLexicon([]), createSizedIndex());
}
