import type { Digest } from "../../src/index.ts";
import { openDigest } from "../../src/index.ts";

let sample: Promise<Digest> | null = null;

/** The sample digest, opened once. */
export async function sampleDigest(): Promise<Digest> {
  sample ??= openDigest("knowledge").then(({ digest }) => digest);
  return sample;
}
