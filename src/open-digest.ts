import type { IssueSource } from "./digest/issue-source.ts";
import type { Issue } from "./digest/issue.ts";
import type { KnowledgeProblem } from "./digest/knowledge-error.ts";
import { readKnowledge, readLate } from "./digest/knowledge-folder.ts";
import { openLexicon } from "./fact/lexicon.ts";
import { openEditorGlossary } from "./lexicon/editor-glossary.ts";
import { buildDigest, openPacked } from "./search/digest.ts";
import type { Digest } from "./search/digest.ts";
import { sourceKeyOf } from "./search/digest-cache.ts";
import { openDigestStore } from "./search/digest-store.ts";
import type { PackedIssue } from "./search/packed-issue.ts";
import { packIssue } from "./search/packed-issue.ts";
import { createSizedIndex } from "./search/sized-index.ts";

/** A digest, and the files of its folder that could not be read. */
export interface OpenedDigest {
  readonly digest: Digest;
  readonly problems: readonly KnowledgeProblem[];
}

/** How a digest is to be opened. */
export interface OpeningOptions {
  /** A folder where what was derived of a digest is kept for the next start; null, or left out, keeps nothing. */
  readonly cacheFolder?: string | null;
  /** Is told how far opening has come. */
  readonly onProgress?: (progress: OpeningProgress) => void;
}

/** How far opening has come: files read, issues turned into facts, facts indexed. */
export interface OpeningProgress {
  readonly step: "reading" | "deriving" | "indexing";
  readonly done: number;
  readonly total: number;
}

/**
 * Opens a knowledge folder: reads its issues and the editor's glossary, derives the facts, builds the index. What is
 * kept of an earlier start is used where its text is the same, and nothing else shows that it was.
 *
 * @throws KnowledgeError when the folder doesn't exist or isn't a folder.
 */
export async function openDigest(
  folder: string,
  { cacheFolder = null, onProgress = () => {} }: OpeningOptions = {},
): Promise<OpenedDigest> {
  const tell = (step: OpeningProgress["step"]) => (done: number, total: number) => onProgress({ step, done, total });
  const glossary = await openEditorGlossary(folder);
  const lexicon = openLexicon(glossary.concepts);
  const store = await openDigestStore(cacheFolder, folder, glossary.concepts);
  const read = async (source: IssueSource): Promise<ReadIssue> => {
    const key = sourceKeyOf(source);
    const kept = store.issueOf(key);
    if (kept !== null) return { key, pack: () => kept };
    const issue = await readLate(source);
    return { key, pack: () => packIssue(issue, lexicon) };
  };
  const { issues, problems } = await readKnowledge(folder, read, tell("reading"));
  const keyed = issues.map(({ key, pack }, i) => {
    tell("deriving")(i, issues.length);
    return { key, packed: pack() };
  });
  const index = createSizedIndex(store.index);
  const packed = keyed.map((one) => one.packed);
  const digest = await openPacked(packed, lexicon, index, tell("indexing"));
  await store.keep(keyed, index.indexed());
  return { digest, problems: [...problems, ...glossary.problems] };
}

/** Makes a digest of issues that are at hand, without a folder and without an editor's glossary. */
export async function createDigest(issues: readonly Issue[]): Promise<Digest> {
  return buildDigest(issues, openLexicon([]), createSizedIndex());
}

/** An issue as it was read: its facts are derived when all have been read. */
interface ReadIssue {
  readonly key: string;
  readonly pack: () => PackedIssue;
}
