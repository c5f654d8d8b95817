import { openDigest } from "../../src/index.ts";
import type { Digest } from "../../src/index.ts";
import type { Query } from "../../src/question/query.ts";
import { understand } from "../../src/question/understand.ts";

/** Opens the sample digest, whose vocabulary the questions are understood with. */
export async function openSample(): Promise<Digest> {
  return (await openDigest("knowledge")).digest;
}

/** Understands a question as asked of a digest, names by sound excepted. */
export function queryOf(digest: Digest, question: string): Query {
  return understand(question, digest.reference, digest.lexicon, digest.vocabulary);
}
