import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { QUALIFIERS } from "./number-words.ts";
import type { Computation, Operand } from "./computation.ts";
import { bare, computed, levelsIn, operandAt, quantityOf, TRIED, withUnit } from "./computation.ts";
import type { Selection } from "./selection.ts";

/** 平均每笔多少钱 "how much each on average": the total by the count that stands in the same sentence. */
export function averageOf(query: Query, selection: Selection, digest: Digest): Computation | null {
  const counter = EACH.exec(query.folded)?.groups?.["counter"];
  if (counter === undefined) return null;
  for (const candidate of selection.ranked.slice(0, TRIED)) {
    const total = quantityOf(candidate);
    if (total === null || total.change !== null || !TOTALS.has(total.dimension)) continue;
    const { reading, sentence } = candidate;
    if (isAverage(reading.folded.slice(candidate.clause.start, total.end))) return null;
    const count = levelsIn(sentence).find(({ dimension, unit }) => dimension === "count" && unit === counter);
    if (count === undefined || count.value.eq(0)) continue;
    const operands: [Operand, Operand] = [[candidate, total], operandAt(candidate, count)];
    const value = total.value.div(count.value).round(2);
    return computed(
      `${bare(operands[0])} ÷ ${bare(operands[1])}`,
      QUALIFIERS.about[query.language] + withUnit(value, operands[0], query, digest, false),
      operands,
      selection.confidence,
    );
  }
  return null;
}

const EACH = /平均(?:下来|算下来|到)?每一?(?<counter>[个家件笔人名单户台座票位只辆])/u;

const TOTALS: ReadonlySet<string> = new Set(["money", "mass", "area"]);

/** Tells whether a clause gives an average itself. */
function isAverage(clause: string): boolean {
  return /均|每/u.test(clause);
}
