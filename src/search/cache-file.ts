import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What a cache file holds: facts about its content that fit into JSON, and bytes. */
export interface CacheContent {
  readonly header: unknown;
  readonly sections: readonly Uint8Array[];
}

/** What a file of ours begins with, and ends with: the SHA-256 of all before. */
const MAGIC = Buffer.from("digest-bot cache\n");
const SUM_BYTES = 32;
/** The digest's text is in the file, and whose business that is the knowledge folder says, not the cache. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };
const DRAFT = "writing-";
const HOUR_MS = 3_600_000;
const PIECE_BYTES = 1 << 20;

/**
 * Reads a cache file back. Null where there is none, where it was written under another key, or where it isn't whole:
 * a cache that can't be used is as good as none.
 *
 * @param keyOf Makes the key, where there is a file at all; null where it can't be made.
 */
export async function readCacheFile(file: string, keyOf: () => Promise<string | null>): Promise<CacheContent | null> {
  try {
    const bytes = await readFile(file);
    const end = bytes.length - SUM_BYTES;
    if (end < MAGIC.length + 4 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
    const start = MAGIC.length + 4;
    const bodyStart = start + bytes.readUInt32LE(MAGIC.length);
    const envelope = JSON.parse(bytes.subarray(start, bodyStart).toString("utf8")) as Envelope;
    if (envelope.key !== (await keyOf()) || !sumOf(bytes.subarray(0, end)).equals(bytes.subarray(end))) return null;
    let at = bodyStart;
    // Copies, so that the whole file needn't stay in memory for one of its sections.
    const sections = envelope.lengths.map((length) => new Uint8Array(bytes.subarray(at, (at += length))));
    return { header: envelope.header, sections };
  } catch {
    return null;
  }
}

function sumOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

interface Envelope {
  readonly key: string;
  readonly header: unknown;
  readonly lengths: readonly number[];
}

/**
 * Writes a cache file, whole or not at all: to a folder of its own first, then renamed, so that processes that write
 * at the same time don't meet and one that reads sees a whole file. Where nothing can be written, nothing happens.
 *
 * @returns whether it was written.
 */
export async function writeCacheFile(file: string, key: string, { header, sections }: CacheContent): Promise<boolean> {
  const folder = dirname(file);
  let draft: string | null = null;
  try {
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
    draft = await mkdtemp(join(folder, DRAFT));
    await removeAbandoned(folder, draft);
    const envelope: Envelope = { key, header, lengths: sections.map(({ length }) => length) };
    const written = join(draft, "cache");
    await writeFile(written, withSum([...frame(envelope), ...sections]), { mode: OWNER_ONLY.file });
    await rename(written, file);
    return true;
  } catch {
    // A disk that is full or read-only: the next start takes as long as this one.
    return false;
  } finally {
    if (draft !== null) await rm(draft, { recursive: true, force: true }).catch(() => {});
  }
}

function frame(envelope: Envelope): Uint8Array[] {
  const json = Buffer.from(JSON.stringify(envelope));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return [MAGIC, length, json];
}

/** The chunks in pieces, each summed up and written before the next: others have their turn between. */
async function* withSum(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES);
      hash.update(piece);
      yield piece;
    }
  }
  yield hash.digest();
}

/** Removes drafts of processes that ended while they wrote: those an hour older than a draft of this moment. */
async function removeAbandoned(folder: string, fresh: string): Promise<void> {
  const { mtimeMs: now } = await stat(fresh);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(DRAFT) || path === fresh) continue;
    const other = await stat(path).catch(() => null);
    if (other !== null && now - other.mtimeMs > HOUR_MS) await rm(path, { recursive: true, force: true });
  }
}
