import type { Query } from "../question/query.ts";
import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import { periodsCompared } from "./compared-periods.ts";
import { isOtherRate } from "./other-rate.ts";
import type { Selection } from "./selection.ts";

/** Tells whether a question asks for two figures, so that none that the text prints answers it. */
export function isOnlyComputed(query: Query, { best }: Selection): boolean {
  if (TWO_FIGURES.has(query.type)) return true;
  return (
    query.type === "share" && (periodsCompared(query).length === 2 || (best !== undefined && isOtherRate(query, best)))
  );
}

/** A ratio, a sum and a winner are of two figures. */
const TWO_FIGURES: ReadonlySet<AnswerType> = new Set(["ratio", "sum", "compare"]);
