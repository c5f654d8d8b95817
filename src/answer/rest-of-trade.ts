import type { Side } from "../lexicon/cue-lexicon.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Computation } from "./computation.ts";
import { isComparable, levelsIn, operandAt, quantityOf, TRIED } from "./computation.ts";
import { ANSWER_THRESHOLD, confidenceOf } from "./confidence.ts";
import { sidesIn } from "./conflicts.ts";
import { remainderOf } from "./operations.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";
import type { TradeSides } from "./trade-sides.ts";
import { termOfSide, tradeSides } from "./trade-sides.ts";

/**
 * Imports out of all trade and exports, or exports out of it and imports, where one sentence tells those and not what is asked:
 * 进出口291.4亿元,其中出口205.6亿元 leaves 85.8 for imports.
 */
export async function restOfTrade(query: Query, selection: Selection, digest: Digest): Promise<Computation | null> {
  const trade = tradeSides(digest);
  if (trade === null || query.type !== "quantity" || selection.confidence >= ANSWER_THRESHOLD) return null;
  const asked = query.terms.find((term) => sideOf(term, trade) !== null);
  if (asked === undefined) return null;
  const own = sideOf(asked, trade);
  const other = own === trade.exports ? trade.imports : trade.exports;
  const whole: QueryTerm = { ...termOfSide(trade.total, asked.at), weight: asked.weight, role: asked.role };
  const terms = query.terms.map((term) => (term === asked ? whole : term));
  const question: Query = { ...query, terms, focus: whole, folded: query.folded.replace(asked.surface, whole.surface) };
  const { ranked } = await select(question, digest);
  for (const candidate of ranked.slice(0, TRIED)) {
    const { reading, sentence, span } = candidate;
    const total = quantityOf(candidate);
    const told = reading.folded.slice(sentence.start, sentence.end);
    if (total === null || total.change !== null || sidesIn(told, trade.all).some(({ side }) => side === own)) continue;
    const part = levelsIn(sentence).find((figure) => {
      if (figure.start < span.end || !isComparable(figure, total)) return false;
      const sides = sidesIn(reading.folded.slice(span.end, figure.start), trade.all);
      return sides.length === 1 && sides[0]?.side === other;
    });
    if (part === undefined) continue;
    const confidence = confidenceOf(question, candidate, ranked, digest);
    return remainderOf([candidate, total], [operandAt(candidate, part)], query, digest, confidence);
  }
  return null;
}

/** The side of trade that a term speaks of, where it is one of the two alone. */
function sideOf(term: QueryTerm, { all, total }: TradeSides): Side | null {
  const [spoken, ...more] = sidesIn(term.alternatives.map(({ text }) => text).join(" "), all);
  return spoken === undefined || more.length > 0 || spoken.side === total ? null : spoken.side;
}
