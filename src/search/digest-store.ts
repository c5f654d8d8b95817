import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { readCacheFile, writeCacheFile } from "./cache-file.ts";
import { derivationKey } from "./derivation-key.ts";
import type { DigestCache, KeyedIssue } from "./digest-cache.ts";
import { decodeCache, encodeCache } from "./digest-cache.ts";
import type { IndexedSnapshot } from "./index-snapshot.ts";

/** What an earlier start left of a knowledge folder, and where this one leaves what the next can use. */
export interface DigestStore {
  /** Reads what is kept; nothing where there is nothing, or nothing that fits. */
  readonly load: () => Promise<DigestCache>;
  /** Keeps a digest, where that is worth it and it isn't what is kept already. Never fails, and gives way to others. */
  readonly keep: (issues: readonly KeyedIssue[], index: IndexedSnapshot | null) => Promise<void>;
}

/**
 * Opens what is kept of a knowledge folder: one file a folder, replaced as a whole when an issue changes.
 *
 * @param cacheFolder Where the files are; null keeps nothing.
 */
export function openDigestStore(cacheFolder: string | null, folder: string): DigestStore {
  if (cacheFolder === null) return { load: async () => EMPTY, keep: async () => {} };
  const file = join(cacheFolder, `${shortHash(resolve(folder))}.cache`);
  let known: Promise<string | null> | null = null;
  const keyOf = async (): Promise<string | null> => (known ??= derivationKey());
  /** What the file holds; known without holding on to it. */
  let kept: string | null = null;
  return {
    load: async () => {
      const content = await readCacheFile(file, keyOf);
      const cache = content === null ? EMPTY : decodeCache(content);
      kept = contentOf(cache.keys, cache.index);
      return cache;
    },
    keep: async (issues, index) => {
      const content = contentOf(
        issues.map(({ key }) => key),
        index,
      );
      if (content === kept) return;
      const key = await keyOf();
      if (key !== null && (await writeCacheFile(file, key, await encodeCache(issues, index)))) kept = content;
    },
  };
}

const EMPTY: DigestCache = { keys: [], issueOf: () => null, index: null };

function contentOf(keys: readonly string[], index: IndexedSnapshot | null): string {
  return shortHash([index?.version ?? "", ...keys].join("\n"));
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
