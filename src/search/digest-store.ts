import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import type { Concept } from "../lexicon/glossary.ts";
import { readCacheFile, writeCacheFile } from "./cache-file.ts";
import { derivationKey } from "./derivation-key.ts";
import type { DigestCache, KeyedIssue } from "./digest-cache.ts";
import { decodeCache, encodeCache } from "./digest-cache.ts";
import type { IndexedSnapshot } from "./postings-index.ts";

/** What an earlier start left of a knowledge folder, and where this one leaves what the next can use. */
export interface DigestStore extends DigestCache {
  /** Keeps a digest, where that is worth it and not all of it is kept already. Never fails. */
  readonly keep: (issues: readonly KeyedIssue[], index: IndexedSnapshot | null) => Promise<void>;
}

/**
 * Opens what is kept of a knowledge folder: one file a folder, replaced as a whole when an issue changes.
 *
 * @param cacheFolder Where the files are; null keeps nothing.
 * @param concepts The editor's own words; other words may derive other facts.
 */
export async function openDigestStore(
  cacheFolder: string | null,
  folder: string,
  concepts: readonly Concept[],
): Promise<DigestStore> {
  if (cacheFolder === null) return { ...EMPTY, keep: async () => {} };
  const file = join(cacheFolder, `${shortHash(resolve(folder))}.cache`);
  let known: Promise<string | null> | null = null;
  const keyOf = async (): Promise<string | null> => (known ??= derivationKey(concepts));
  const content = await readCacheFile(file, keyOf);
  const cache = content === null ? EMPTY : decodeCache(content);
  return {
    ...cache,
    keep: async (issues, index) => {
      const isSameIndex = index?.postings === cache.index?.postings;
      if (isSameIndex && issues.length === cache.size && issues.every(({ key }) => cache.holds(key))) return;
      const key = await keyOf();
      if (key !== null) await writeCacheFile(file, key, encodeCache(issues, index));
    },
  };
}

const EMPTY: DigestCache = { size: 0, holds: () => false, issueOf: () => null, index: null };

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
