import { createHash } from "node:crypto";
import type { PackedIssue } from "./packed-issue.ts";
import type { CacheContent } from "./cache-file.ts";
import type { IndexedSnapshot } from "./index-snapshot.ts";
import { pauseEvery } from "./pauses.ts";

/**
 * What is kept of a digest for the next start: its packed issues by the text that they came from, and its index where
 * that is of flat arrays; a small digest's is made anew.
 */
export interface DigestCache {
  /** The keys of the texts whose packed issues are kept. */
  readonly keys: readonly string[];
  /** The packed issue that came of a text; null where none did. */
  readonly issueOf: (sourceKey: string) => PackedIssue | null;
  readonly index: IndexedSnapshot | null;
}

/** A packed issue with the key of what it came from. */
export interface KeyedIssue {
  readonly key: string;
  readonly packed: PackedIssue;
}

/** Makes the key of an issue's source. */
export function sourceKeyOf({ id, text }: { readonly id: string; readonly text: string }): string {
  return createHash("sha256").update(`${id}\n${text}`).digest("base64url");
}

/** So many issues are laid out before others have their turn: some milliseconds' work. */
const ISSUES_AT_ONCE = 20;

/** The arrays of an index, in the order of their sections. */
const ARRAYS = ["starts", "facts", "counts", "frequencies", "lengths"] as const;

interface Header {
  readonly issueKeys: readonly string[];
  /** Null where no index is kept: the sections of its arrays are left out then. */
  readonly index:
    | (Pick<IndexedSnapshot, "version" | "parts" | "issues"> & { readonly meanLengths: readonly number[] })
    | null;
}

/** Lays out what is to be kept. */
export async function encodeCache(issues: readonly KeyedIssue[], index: IndexedSnapshot | null): Promise<CacheContent> {
  const pause = pauseEvery(ISSUES_AT_ONCE);
  const packed: Uint8Array[] = [];
  for (const {
    packed: { readings, ...rest },
  } of issues) {
    packed.push(Buffer.from(JSON.stringify(rest)), readings);
    const pausing = pause();
    if (pausing !== null) await pausing;
  }
  const header: Header = { issueKeys: issues.map(({ key }) => key), index: index === null ? null : headOf(index) };
  return { header, sections: index === null ? packed : [...sectionsOf(index), ...packed] };
}

function headOf({ version, parts, issues, postings }: IndexedSnapshot): NonNullable<Header["index"]> {
  return { version, parts, issues, meanLengths: postings.meanLengths };
}

function sectionsOf({ issueOf, postings }: IndexedSnapshot): Uint8Array[] {
  return [
    Buffer.from([...postings.numbers.keys()].join("\n")),
    bytesOf(issueOf),
    ...ARRAYS.map((name) => bytesOf(postings[name])),
  ];
}

/** Reads back what {@link encodeCache} laid out; issues are taken apart when they are asked for. */
export function decodeCache({ header, sections }: CacheContent): DigestCache {
  const { issueKeys, index } = header as Header;
  const issues = index === null ? sections : sections.slice(2 + ARRAYS.length);
  const places = new Map(issueKeys.map((key, place) => [key, place]));
  return {
    keys: issueKeys,
    issueOf: (sourceKey) => {
      const place = places.get(sourceKey);
      return place === undefined ? null : issueFrom(issues[2 * place] ?? NOTHING, issues[2 * place + 1] ?? NOTHING);
    },
    index: index === null ? null : indexFrom(index, sections),
  };
}

function indexFrom(
  { version, parts, issues, meanLengths }: NonNullable<Header["index"]>,
  [terms = NOTHING, issueOf = NOTHING, ...arrays]: readonly Uint8Array[],
): IndexedSnapshot {
  const [starts = NOTHING, facts = NOTHING, counts = NOTHING, frequencies = NOTHING, lengths = NOTHING] = arrays;
  return {
    version,
    parts,
    issues,
    issueOf: uint32(issueOf),
    postings: {
      numbers: new Map(
        textOf(terms)
          .split("\n")
          .map((term, number) => [term, number]),
      ),
      starts: uint32(starts),
      facts: uint32(facts),
      counts: uint16(counts),
      frequencies: uint32(frequencies),
      lengths: uint16(lengths),
      meanLengths,
    },
  };
}

const NOTHING = new Uint8Array();

function issueFrom(json: Uint8Array, readings: Uint8Array): PackedIssue {
  return { ...(JSON.parse(textOf(json)) as Omit<PackedIssue, "readings">), readings };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function uint16({ buffer, byteOffset, byteLength }: Uint8Array): Uint16Array {
  return new Uint16Array(buffer, byteOffset, byteLength / Uint16Array.BYTES_PER_ELEMENT);
}

function uint32({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
}
