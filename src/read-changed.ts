import type { Deriver } from "./deriver.ts";
import type { ReadIssue } from "./digest-version.ts";
import { stillServed } from "./digest-version.ts";
import type { IssueSource } from "./digest/issue-source.ts";
import { KnowledgeError } from "./digest/knowledge-error.ts";
import type { KnowledgeProblem } from "./digest/knowledge-error.ts";
import { readKnowledge } from "./digest/knowledge-folder.ts";
import { openEditorGlossary } from "./lexicon/editor-glossary.ts";
import type { Concept } from "./lexicon/glossary.ts";
import { sourceKeyOf } from "./search/digest-cache.ts";
import type { PackedIssue } from "./search/packed-issue.ts";

/** What came of a text: its issue, or why there is none. */
export type Outcome = PackedIssue | KnowledgeError;

/** What a folder holds now. */
export interface Found {
  readonly issues: readonly ReadIssue[];
  readonly problems: readonly KnowledgeProblem[];
  /** Null where the glossary is broken. */
  readonly concepts: readonly Concept[] | null;
  readonly glossaryProblems: readonly KnowledgeProblem[];
  readonly tried: ReadonlyMap<string, Outcome>;
}

/** Reads a folder of which most is known; the problem, where the folder itself can't be read. */
export async function readChanged(
  folder: string,
  known: ReadonlyMap<string, Outcome>,
  derive: Deriver["derive"],
): Promise<Found | { readonly gone: KnowledgeProblem }> {
  const tried = new Map<string, Outcome>();
  const packed = async (source: IssueSource, key: string): Promise<PackedIssue> => {
    const outcome = known.get(key) ?? (await derive(source).catch(asOutcome));
    tried.set(key, outcome);
    if (outcome instanceof KnowledgeError) throw outcome;
    return outcome;
  };
  try {
    const { concepts, problems: glossaryProblems } = await openEditorGlossary(folder);
    const { issues, problems } = await readKnowledge(folder, async (source): Promise<ReadIssue> => {
      const key = sourceKeyOf(source);
      return { key, name: source.name, packed: await packed(source, key) };
    });
    return { issues, problems, concepts: glossaryProblems.length === 0 ? concepts : null, glossaryProblems, tried };
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return { gone: stillServed({ file: folder, message: error.detail }) };
  }
}

function asOutcome(error: unknown): KnowledgeError {
  if (error instanceof KnowledgeError) return error;
  throw error;
}
