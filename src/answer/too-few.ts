import type { Query } from "../question/query.ts";
import type { RankedCandidate } from "./candidate.ts";
import { countAsked } from "./propose-rows.ts";

/** Tells whether a name is the answer where more were asked for than its sentence has: 那五位都是谁 to 铜奖5名. */
export function isTooFew(query: Query, { sentence, mention }: RankedCandidate): boolean {
  const asked = countAsked(query);
  if (asked === null || mention === null || !NAMES.has(mention.kind)) return false;
  return sentence.mentions.filter(({ kind }) => kind === mention.kind).length < asked;
}

const NAMES: ReadonlySet<string> = new Set(["person", "organisation", "place"]);
