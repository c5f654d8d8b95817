import type { KnowledgeProblem } from "./digest/knowledge-error.ts";
import type { Concept } from "./lexicon/glossary.ts";
import type { Digest } from "./search/digest.ts";
import type { IndexedSnapshot } from "./search/index-snapshot.ts";
import type { PackedIssue } from "./search/packed-issue.ts";

/** A digest, and the files of its folder that could not be read. */
export interface OpenedDigest {
  readonly digest: Digest;
  readonly problems: readonly KnowledgeProblem[];
}

/** What a folder held when it was read; {@link FolderDigest.readAgain} goes on from it. */
export interface DigestVersion extends OpenedDigest {
  readonly concepts: readonly Concept[];
  /** Sorted by id. */
  readonly issues: readonly ReadIssue[];
  readonly index: IndexedSnapshot | null;
}

/** An issue with the file that it was read from. */
export interface ReadIssue {
  /** The key of its text. */
  readonly key: string;
  /** The file's path in the knowledge folder. */
  readonly name: string;
  readonly packed: PackedIssue;
}

/** Says that what is wrong costs nothing yet. */
export function stillServed({ file, message }: KnowledgeProblem): KnowledgeProblem {
  return { file, message: `${message} (its last good version is still served)` };
}

/** The issues of a version, as an index takes them. */
export function packedOf(issues: readonly ReadIssue[]): PackedIssue[] {
  return issues.map(({ packed }) => packed);
}
