import type { Query } from "../question/query.ts";
import type { Computation, Operand } from "./computation.ts";
import { bare, computed } from "./computation.ts";
import { signed } from "./loss.ts";
import type { Selection } from "./selection.ts";

/** Which of two things or periods has the greater figure, or the smaller where that is asked. */
export function winnerOf(
  query: Query,
  operands: readonly [Operand, Operand],
  sides: readonly [Selection, Selection],
  confidence: number,
): Computation {
  const [first, second] = operands.map(signed) as [ReturnType<typeof signed>, ReturnType<typeof signed>];
  const wantsLess = LESS.test(besideTerms(query));
  const winner = (wantsLess ? first.lt(second) : first.gt(second)) ? 0 : 1;
  const sign = first.gt(second) ? ">" : first.lt(second) ? "<" : "=";
  return computed(
    `${bare(operands[0])} ${sign} ${bare(operands[1])}`,
    nameOf(query, sides, winner) ?? bare(operands[winner]),
    operands,
    confidence,
  );
}

const LESS = /更?(?:低|少|小|慢|短)|less|lower|smaller|slower|fewer/u;

/** What a question says beside its terms: the 小 of 中小主播 asks for nothing. */
function besideTerms({ folded, terms }: Query): string {
  return terms.reduce((rest, term) => rest.replaceAll(term.surface, " "), folded);
}

/** A side by the words of the question: the period that was asked for alone, or its own term. */
function nameOf(query: Query, sides: readonly [Selection, Selection], winner: 0 | 1): string | null {
  const side = sides[winner].query;
  const [period] = side.periods;
  if (period !== undefined && query.periods.length > 1 && sides.every(({ query: { periods } }) => periods.length === 1))
    return query.printed.slice(period.start, period.end);
  return side.focus === null ? null : printedSurface(query, side.focus.surface);
}

function printedSurface(query: Query, surface: string): string {
  const at = query.printed.toLowerCase().indexOf(surface);
  return at < 0 ? surface : query.printed.slice(at, at + surface.length);
}
