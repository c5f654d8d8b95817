import type { Digest } from "../src/index.ts";

/** The knowledge that a running bot answers from; it may be exchanged for a newer version while the bot runs. */
export interface ServedKnowledge {
  /** The version to answer from now. Whoever answers takes it once, so that no answer mixes two versions. */
  readonly digest: () => Digest;
  /** What of the folder can't be served as it is, one line each; none when all is well. */
  readonly problems: () => readonly string[];
}
