/** The thread of a {@link Deriver}: an issue's file in, its facts out. */
import { parentPort } from "node:worker_threads";
import type { IssueSource } from "./digest/issue-source.ts";
import { readIssue } from "./digest/issue-file.ts";
import { KnowledgeError } from "./digest/knowledge-error.ts";
import { openLexicon } from "./fact/lexicon.ts";
import type { PackedIssue } from "./search/packed-issue.ts";
import { packIssue } from "./search/packed-issue.ts";

/** What came of an issue's file: its facts, or why there are none. */
export type Derived =
  | { readonly packed: PackedIssue }
  | {
      readonly packed: null;
      /** What is wrong with the file and what to do about it; null where the program is at fault. */
      readonly detail: string | null;
      readonly message: string;
    };

// What facts are derived by has none of the editor's own words, so every thread has the same lexicon.
const lexicon = openLexicon([]);

parentPort?.on("message", (source: IssueSource) => {
  const derived = derive(source);
  parentPort?.postMessage(derived, derived.packed === null ? [] : [derived.packed.readings.buffer as ArrayBuffer]);
});

function derive(source: IssueSource): Derived {
  try {
    const packed = packIssue(readIssue(source), lexicon);
    // A copy of its own: a small buffer is part of a large one, which would be sent whole.
    return { packed: { ...packed, readings: new Uint8Array(packed.readings) } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { packed: null, detail: error instanceof KnowledgeError ? error.detail : null, message };
  }
}
