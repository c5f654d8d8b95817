import type { Query } from "../question/query.ts";
import type { Selection } from "./selection.ts";
import type { Verdict } from "./verify.ts";

/** From this confidence on a statement is about what is claimed, though it doesn't say yes or no to it. */
const ABOUT = 0.75;

/** How many words of a claim such a statement may lack: the one that is contested, and one that says it otherwise. */
const CONTESTED = 2;

/**
 * What the digest says where it neither confirms nor denies a claim in the claim's words: 已建成13万平方米 to
 * 全部建好了吗 "is all of it built". The reader sees the answer in it. A name that isn't there is another matter.
 */
export function sayWhatStands(query: Query, { best, confidence }: Selection): Verdict | null {
  if (best === undefined || confidence < ABOUT) return null;
  const { missing, missingNames, conflicts, period } = best.evidence;
  const isOther = missingNames.length > 0 || conflicts.length > 0 || (query.periods.length > 0 && period <= 0);
  return isOther || missing.length > CONTESTED ? null : { isTrue: null, correction: null, evidence: best, confidence };
}
