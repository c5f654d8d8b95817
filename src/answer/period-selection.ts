import type { Period } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { confidenceOf } from "./confidence.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";

/** Asks for the figures of one period: where the text has such, those of no said time are no rivals; those of another never are. */
export async function selectOfPeriod(query: Query, period: Period, digest: Digest): Promise<Selection> {
  const selection = await select({ ...query, periods: [period] }, digest);
  const own = selection.ranked.filter(({ evidence }) => evidence.period === 1);
  const ranked = own.length > 0 ? own : selection.ranked.filter(({ evidence }) => evidence.period >= 0);
  const [best] = ranked;
  return { ...selection, ranked, best, confidence: confidenceOf(selection.query, best, ranked, digest) };
}
