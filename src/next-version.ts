import type { DigestVersion, ReadIssue } from "./digest-version.ts";
import { packedOf, stillServed } from "./digest-version.ts";
import type { KnowledgeProblem } from "./digest/knowledge-error.ts";
import { withConcepts } from "./fact/lexicon.ts";
import type { Found } from "./read-changed.ts";
import { openPacked } from "./search/digest.ts";
import { createSizedIndex } from "./search/sized-index.ts";

/** Makes the version after another: of what was found, and of what was lost only because something is wrong. */
export async function versionAfter(last: DigestVersion, found: Found): Promise<DigestVersion> {
  const hadWords = last.concepts.length > 0;
  const glossaryProblems = hadWords ? found.glossaryProblems.map(stillServed) : found.glossaryProblems;
  const concepts = found.concepts ?? last.concepts;
  const kept = last.issues.filter((issue) => isLost(issue, found));
  const issues = [...found.issues, ...kept].sort((a, b) => (a.packed.issue.id < b.packed.issue.id ? -1 : 1));
  if (issues.length === 0) return { ...last, problems: [...found.problems.map(stillServed), ...glossaryProblems] };
  const isKept = ({ file }: KnowledgeProblem): boolean => kept.some(({ name }) => isOf(name, file));
  const problems = [
    ...found.problems.map((problem) => (isKept(problem) ? stillServed(problem) : problem)),
    ...glossaryProblems,
  ];
  const isSameGlossary = JSON.stringify(concepts) === JSON.stringify(last.concepts);
  const isSame =
    isSameGlossary &&
    issues.length === last.issues.length &&
    issues.every(({ key }, place) => key === last.issues[place]?.key);
  if (isSame) return { ...last, problems };
  const index = createSizedIndex(last.index);
  const lexicon = isSameGlossary ? last.digest.lexicon : withConcepts(last.digest.lexicon, concepts);
  const digest = await openPacked(packedOf(issues), lexicon, index);
  return { digest, problems, concepts, issues, index: index.indexed() };
}

/** Tells whether an issue isn't there only because something is wrong: with its file, or with a folder above it. */
function isLost({ name, packed }: ReadIssue, { issues, problems }: Found): boolean {
  if (!problems.some(({ file }) => isOf(name, file))) return false;
  return !issues.some((issue) => issue.packed.issue.id === packed.issue.id);
}

/** Tells whether a file is the one named, or stands in the folder named: one that ends in `/`, or the folder of all, "". */
function isOf(name: string, file: string): boolean {
  return name === file || ((file === "" || file.endsWith("/")) && name.startsWith(file));
}
