import { createDeriver } from "./deriver.ts";
import type { Deriver } from "./deriver.ts";
import type { IssueSource } from "./digest/issue-source.ts";
import type { DigestVersion } from "./digest-version.ts";
import { packedOf } from "./digest-version.ts";
import { readKnowledge, readLate } from "./digest/knowledge-folder.ts";
import { openLexicon } from "./fact/lexicon.ts";
import { openEditorGlossary } from "./lexicon/editor-glossary.ts";
import { versionAfter } from "./next-version.ts";
import type { Found, Gone, Outcome } from "./read-changed.ts";
import { readChanged } from "./read-changed.ts";
import { openPacked } from "./search/digest.ts";
import { sourceKeyOf } from "./search/digest-cache.ts";
import { openDigestStore } from "./search/digest-store.ts";
import { packIssue } from "./search/packed-issue.ts";
import { createSizedIndex } from "./search/sized-index.ts";

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

/** A knowledge folder that may be read again and again. */
export interface FolderDigest {
  /** @throws KnowledgeError when the folder doesn't exist or isn't a folder. */
  readonly read: () => Promise<DigestVersion>;
  /**
   * Reads what changed since a version, and derives its facts, in another thread. Nothing comes of it but for
   * {@link next}, so it may be done again and again while files are being written.
   *
   * @param stopping Cuts the reading short: it fails then, or what comes of it is to be left aside.
   */
  readonly look: (last: DigestVersion, stopping?: AbortSignal) => Promise<Found | Gone>;
  /**
   * Makes a new version of what {@link look} found since the last. That one stays as it is: whoever answers from it goes on.
   *
   * What can't be read any more keeps its last good version, and is a problem: a broken file the issue that it was,
   * a broken glossary its words, a folder that is gone or empty all of it. A file that is gone takes its issue along.
   * Long work gives way to others. Where nothing changed the digest is the same object.
   */
  readonly next: (last: DigestVersion, found: Found | Gone) => Promise<DigestVersion>;
  /** Gets ready for looking, which takes a moment: to be called as soon as something seems to change. */
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
  /** What came of each text at the last look, which may have come to nothing: the next needn't derive it again. */
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
      const read = async (source: IssueSource) => {
        const key = sourceKeyOf(source);
        const kept = cache.issueOf(key);
        if (kept !== null) return { key, name: source.name, pack: () => kept };
        const issue = await readLate(source);
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
    look: async (last, stopping) => {
      const known = new Map([...tried, ...last.issues.map(({ key, packed }) => [key, { packed }] as const)]);
      stopping?.addEventListener("abort", stop);
      deriver ??= createDeriver();
      const found = await readChanged(folder, known, deriver);
      stopping?.removeEventListener("abort", stop);
      if ("tried" in found) tried = found.tried;
      return found;
    },
    next: async (last, found) => ("gone" in found ? { ...last, problems: [found.gone] } : versionAfter(last, found)),
    prepare: () => (deriver ??= createDeriver()).prepare(),
    keep: async ({ issues, index }) => store.keep(issues, index),
  };
}
