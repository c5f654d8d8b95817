import { periodAt } from "../fact/context.ts";
import { daysAfter } from "../fact/period-calendar.ts";
import type { Query } from "../question/query.ts";
import { holdsAnyOf } from "../text/word-search.ts";
import type { RankedCandidate } from "./candidate.ts";
import { periodsCompared } from "./compared-periods.ts";
import type { Selection } from "./selection.ts";
import { thingsCompared } from "./side-pairs.ts";
import { asksToTarget } from "./to-target.ts";

/** 6月比5月高多少: of two periods only the later one's movement answers, and not one on the year before. */
export function movementOnly(query: Query, selection: Selection): Selection {
  if (selection.best !== undefined && (asksToTarget(query) || !isOfThingsCompared(query, selection.best)))
    return { ...selection, confidence: 0 };
  if (isOfOtherUnit(query, selection.best)) return { ...selection, confidence: 0 };
  const compared = periodsCompared(query);
  const periods = compared.map(({ interval }) => interval?.from ?? "");
  const { best } = selection;
  if (periods.length < 2 || best?.mention?.kind !== "quantity") return selection;
  const own = periodAt(best.reading, best.sentence, best.span.start)?.interval?.from ?? "";
  const [earlier] = compared.sort((a, b) => (a.interval?.from ?? "").localeCompare(b.interval?.from ?? ""));
  const isLater = periods.every((from) => from <= own);
  const isNext = earlier?.interval != null && daysAfter(earlier.interval.to, 1) === own;
  return isLater && isNext && best.mention.change?.base !== "year" ? selection : { ...selection, confidence: 0 };
}

/** How many dollars more: no percentage says so. */
function isOfOtherUnit({ dimensions }: Query, best: RankedCandidate | undefined): boolean {
  const isAmount = dimensions.length === 1 && dimensions[0] === "money";
  return isAmount && best?.mention?.kind === "quantity" && best.mention.dimension !== "money";
}

/** What a movement is compared with is what the question compares with: 比上届增长19% "up 19% on the last fair". */
function isOfThingsCompared(query: Query, { reading, clause, span }: RankedCandidate): boolean {
  const compared = thingsCompared(query);
  const words = reading.folded.slice(clause.start, span.end);
  return compared.length === 0 || compared.some(({ alternatives }) => holdsAnyOf(words, alternatives));
}
