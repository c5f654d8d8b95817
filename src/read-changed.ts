import type { Derived } from "./derive-thread.ts";
import type { Deriver } from "./deriver.ts";
import type { ReadIssue } from "./digest-version.ts";
import { stillServed } from "./digest-version.ts";
import type { KnowledgeProblem } from "./digest/knowledge-error.ts";
import type { ListedFile } from "./folder-listing.ts";
import type { Concept } from "./lexicon/glossary.ts";

/** What came of a text: its issue, or what is wrong with it. */
export type Outcome = Derived["outcome"];

/** What a folder holds now. */
export interface Found {
  readonly issues: readonly ReadIssue[];
  readonly problems: readonly KnowledgeProblem[];
  /** Null where the glossary is broken. */
  readonly concepts: readonly Concept[] | null;
  readonly glossaryProblems: readonly KnowledgeProblem[];
  /** What came of each text, by its key. */
  readonly tried: ReadonlyMap<string, Outcome>;
}

/** A folder that can't be read. */
export interface Gone {
  readonly gone: KnowledgeProblem;
}

/** Reads a folder of which most is known; the problem, where the folder itself can't be read. */
export async function readChanged(
  folder: string,
  known: ReadonlyMap<string, Outcome>,
  { list, derive }: Deriver,
): Promise<Found | Gone> {
  const listing = await list(folder);
  if ("gone" in listing) return { gone: stillServed({ file: folder, message: listing.gone }) };
  const tried = new Map<string, Outcome>();
  const issues: ReadIssue[] = [];
  const problems = [...listing.problems];
  for (const listed of listing.files) {
    const { name } = listed.file;
    const { key, outcome } = await derivedOf(listed);
    if (key !== null) tried.set(key, outcome);
    if ("problem" in outcome) problems.push({ file: name, message: outcome.problem });
    else if (key !== null) issues.push({ key, name, packed: outcome.packed });
  }
  const { concepts, problems: glossaryProblems } = listing.glossary;
  return {
    issues,
    problems: problems.sort((a, b) => (a.file < b.file ? -1 : 1)),
    concepts: glossaryProblems.length === 0 ? concepts : null,
    glossaryProblems,
    tried,
  };

  /** What came of a file, and the key of its text: another one where it was written since the folder was listed. */
  async function derivedOf(listed: ListedFile): Promise<Derived> {
    const outcome = known.get(listed.key);
    return outcome === undefined ? derive(listed) : { key: listed.key, outcome };
  }
}
