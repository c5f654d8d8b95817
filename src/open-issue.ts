import { basename, dirname } from "node:path";
import { readIssue } from "./digest/issue-file.ts";
import { readIssueSource } from "./digest/issue-source.ts";
import { openLexicon } from "./fact/lexicon.ts";
import type { Digest } from "./search/digest.ts";
import { buildDigest, openPacked } from "./search/digest.ts";
import { createSizedIndex } from "./search/sized-index.ts";
import { openEditorGlossary } from "./lexicon/editor-glossary.ts";
import type { DigestVersion } from "./digest-version.ts";

/**
 * Opens one issue's file as a digest, with the glossary beside it.
 *
 * @throws KnowledgeError when the file can't be used.
 * @throws the file system's error when it can't be read.
 */
export async function openIssueFile(path: string): Promise<Digest> {
  const name = basename(path);
  const source = await readIssueSource({ id: name.replace(/\.(?:md|markdown)$/iu, ""), name, path });
  const { concepts } = await openEditorGlossary(dirname(path));
  return buildDigest([readIssue(source)], openLexicon(concepts), createSizedIndex());
}

/** Makes a digest of one issue of a folder that was read; null where it has no such issue. */
export async function singleIssue({ issues, digest }: DigestVersion, issueId: string): Promise<Digest | null> {
  const found = issues.find(({ packed }) => packed.issue.id === issueId);
  return found === undefined ? null : openPacked([found.packed], digest.lexicon, createSizedIndex());
}
