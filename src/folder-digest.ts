import { createDeriver } from "./deriver.ts";
import type { Deriver } from "./deriver.ts";
import { readIssue } from "./digest/issue-file.ts";
import type { IssueSource } from "./digest/issue-file.ts";
import { KnowledgeError } from "./digest/knowledge-error.ts";
import type { KnowledgeProblem } from "./digest/knowledge-error.ts";
import { readKnowledge } from "./digest/knowledge-folder.ts";
import { openLexicon, withConcepts } from "./fact/lexicon.ts";
import type { Concept } from "./lexicon/glossary.ts";
import { openEditorGlossary } from "./lexicon/editor-glossary.ts";
import type { Digest } from "./search/digest.ts";
import { openPacked } from "./search/digest.ts";
import { sourceKeyOf } from "./search/digest-cache.ts";
import { openDigestStore } from "./search/digest-store.ts";
import type { IndexedSnapshot } from "./search/index-snapshot.ts";
import type { PackedIssue } from "./search/packed-issue.ts";
import { packIssue } from "./search/packed-issue.ts";
import { createSizedIndex } from "./search/sized-index.ts";

/** How a digest is to be opened. */
export interface OpeningOptions {
  /** A folder where what was derived of a large digest is kept for the next start; null, or left out, keeps nothing. */
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

/** A knowledge folder that may be read again and again. */
export interface FolderDigest {
  /** @throws KnowledgeError when the folder doesn't exist or isn't a folder. */
  readonly read: () => Promise<DigestVersion>;
  /**
   * Reads what changed since a version and makes a new one of it. That one stays as it is: whoever answers from it goes on.
   *
   * What can't be read any more keeps its last good version, and is a problem: a broken file the issue that it was,
   * a broken glossary its words, a folder that is gone or empty all of it. A file that is gone takes its issue along.
   * Facts are derived in another thread, and long work gives way to others. Where nothing changed the digest is the same object.
   *
   * @param stopping Cuts the reading short: what comes of it is then to be left aside.
   */
  readonly readAgain: (last: DigestVersion, stopping?: AbortSignal) => Promise<DigestVersion>;
  /** Gets ready for reading again, which takes a moment: to be called as soon as something seems to change. */
  readonly prepare: () => void;
  /** Keeps a version for the next start, where that is worth it. Never fails. */
  readonly keep: (version: DigestVersion) => Promise<void>;
}

/** Opens a folder for reading; nothing is read yet. */
export function folderDigest(
  folder: string,
  { cacheFolder = null, onProgress = () => {} }: OpeningOptions = {},
): FolderDigest {
  const tell = (step: OpeningProgress["step"]) => (done: number, total: number) => onProgress({ step, done, total });
  const store = openDigestStore(cacheFolder, folder);
  /** What came of each text at the last reading, which may have come to nothing: the next needn't derive it again. */
  let tried: ReadonlyMap<string, Outcome> = new Map();
  let deriver: Deriver | null = null;
  const stop = (): void => {
    void deriver?.close();
    deriver = null;
  };

  return {
    read: async () => {
      const glossary = await openEditorGlossary(folder);
      const lexicon = openLexicon(glossary.concepts);
      const cache = await store.load();
      const read = (source: IssueSource) => {
        const key = sourceKeyOf(source);
        const kept = cache.issueOf(key);
        if (kept !== null) return { key, name: source.name, pack: () => kept };
        const issue = readIssue(source);
        return { key, name: source.name, pack: () => packIssue(issue, lexicon) };
      };
      const { issues: files, problems } = await readKnowledge(folder, read, tell("reading"));
      const issues = files.map(({ key, name, pack }, i) => {
        tell("deriving")(i, files.length);
        return { key, name, packed: pack() };
      });
      const index = createSizedIndex(cache.index);
      const digest = await openPacked(packedOf(issues), lexicon, index, tell("indexing"));
      const { concepts } = glossary;
      return { digest, problems: [...problems, ...glossary.problems], concepts, issues, index: index.indexed() };
    },
    readAgain: async (last, stopping) => {
      const known = new Map([...tried, ...last.issues.map(({ key, packed }) => [key, packed] as const)]);
      stopping?.addEventListener("abort", stop);
      deriver ??= createDeriver();
      const found = await readChanged(folder, known, deriver.derive);
      stopping?.removeEventListener("abort", stop);
      if ("gone" in found) return { ...last, problems: [found.gone] };
      tried = found.tried;
      return versionAfter(last, found);
    },
    prepare: () => (deriver ??= createDeriver()).prepare(),
    keep: async ({ issues, index }) => store.keep(issues, index),
  };
}

/** What came of a text: its issue, or why there is none. */
type Outcome = PackedIssue | KnowledgeError;

interface Found {
  readonly issues: readonly ReadIssue[];
  readonly problems: readonly KnowledgeProblem[];
  /** Null where the glossary is broken. */
  readonly concepts: readonly Concept[] | null;
  readonly glossaryProblems: readonly KnowledgeProblem[];
  readonly tried: ReadonlyMap<string, Outcome>;
}

/** Reads a folder of which most is known; the problem, where the folder itself can't be read. */
async function readChanged(
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

async function versionAfter(last: DigestVersion, found: Found): Promise<DigestVersion> {
  const glossaryProblems = found.concepts === null ? found.glossaryProblems.map(stillServed) : [];
  const concepts = found.concepts ?? last.concepts;
  const kept = last.issues.filter((issue) => isLost(issue, found));
  const issues = [...found.issues, ...kept].sort((a, b) => (a.packed.issue.id < b.packed.issue.id ? -1 : 1));
  if (issues.length === 0) return { ...last, problems: [...found.problems.map(stillServed), ...glossaryProblems] };
  const isKept = ({ file }: KnowledgeProblem): boolean => kept.some(({ name }) => isOf(name, file));
  const problems = [
    ...found.problems.map((problem) => (isKept(problem) ? stillServed(problem) : problem)),
    ...glossaryProblems,
  ];
  const isSame =
    JSON.stringify(concepts) === JSON.stringify(last.concepts) &&
    issues.length === last.issues.length &&
    issues.every(({ key }, place) => key === last.issues[place]?.key);
  if (isSame) return { ...last, problems };
  const index = createSizedIndex(last.index);
  const lexicon = withConcepts(last.digest.lexicon, concepts);
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

function stillServed({ file, message }: KnowledgeProblem): KnowledgeProblem {
  return { file, message: `${message} (its last good version is still served)` };
}

function packedOf(issues: readonly ReadIssue[]): PackedIssue[] {
  return issues.map(({ packed }) => packed);
}
