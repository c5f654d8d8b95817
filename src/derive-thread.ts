/** The thread of a {@link Deriver}: a folder in, what stands there out; an issue's file in, its facts out. */
import { parentPort } from "node:worker_threads";
import { readIssue } from "./digest/issue-file.ts";
import type { IssueFile } from "./digest/issue-files.ts";
import { readIssueSource } from "./digest/issue-source.ts";
import { explainUnreadable } from "./digest/knowledge-folder.ts";
import { openLexicon } from "./fact/lexicon.ts";
import type { FolderListing } from "./folder-listing.ts";
import { listFolder } from "./folder-listing.ts";
import { sourceKeyOf } from "./search/digest-cache.ts";
import type { PackedIssue } from "./search/packed-issue.ts";
import { packIssue } from "./search/packed-issue.ts";

/** What the thread is asked: what stands in a folder, or the facts of a file. */
export type Asked = { readonly folder: string } | { readonly file: IssueFile };

/** What it says: one of these, or that it failed at what it should never fail at. */
export type Told =
  | { readonly listing: FolderListing }
  | {
      /** What is wrong with the folder itself. */
      readonly gone: string;
    }
  | Derived
  | { readonly failure: string };

/** What came of an issue's file. */
export interface Derived {
  /** The key of the text that was read; null where none could be. */
  readonly key: string | null;
  /** Its facts, or what is wrong with it and what to do about it. */
  readonly outcome: { readonly packed: PackedIssue } | { readonly problem: string };
}

// What facts are derived by has none of the editor's own words, so every thread has the same lexicon.
const lexicon = openLexicon([]);

parentPort?.on("message", (asked: Asked) => void tell(asked));

async function tell(asked: Asked): Promise<void> {
  const told = await ("folder" in asked ? list(asked.folder) : derive(asked.file));
  const isPacked = "outcome" in told && "packed" in told.outcome;
  parentPort?.postMessage(told, isPacked ? [told.outcome.packed.readings.buffer as ArrayBuffer] : []);
}

async function list(folder: string): Promise<Told> {
  try {
    const listing = await listFolder(folder);
    return "gone" in listing ? listing : { listing };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

async function derive(file: IssueFile): Promise<Derived> {
  let key: string | null = null;
  try {
    const source = await readIssueSource(file);
    key = sourceKeyOf(source);
    const packed = packIssue(readIssue(source), lexicon);
    // A copy of its own: a small buffer is part of a large one, which would be sent whole.
    return { key, outcome: { packed: { ...packed, readings: new Uint8Array(packed.readings) } } };
  } catch (error) {
    return { key, outcome: { problem: explainUnreadable(error) } };
  }
}
