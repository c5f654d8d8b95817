import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Computation, Operand } from "./computation.ts";
import { quantityOf } from "./computation.ts";
import { remainderOf } from "./operations.ts";
import type { Selection } from "./selection.ts";
import { operandsByTerm } from "./sides.ts";
import { termOfSide, tradeSides } from "./trade-sides.ts";

/** A trade surplus is how much exports are above imports, and a deficit the reverse, where the text doesn't print it. */
export async function tradeBalance(query: Query, { best }: Selection, digest: Digest): Promise<Computation | null> {
  const words = best?.reading.folded.slice(best.clause.start, best.clause.end) ?? "";
  if (BALANCE.test(words)) return null;
  const [exports, imports] = (await operandsByTerm(asBalanceQuestion(query, digest), digest)) ?? [];
  const [sold, bought] = [exports?.best, imports?.best].map((own): Operand | null => {
    const quantity = own === undefined ? null : quantityOf(own);
    return own === undefined || quantity === null ? null : [own, quantity];
  });
  if (sold == null || bought == null) return null;
  const [whole, part] = DEFICIT.test(query.folded) ? [bought, sold] : [sold, bought];
  const confidence = Math.min(exports?.confidence ?? 0, imports?.confidence ?? 0);
  return remainderOf(whole, [part], query, digest, confidence);
}

export function asksForBalance({ folded }: Query): boolean {
  return BALANCE.test(folded);
}

/** The question for exports and imports instead. */
function asBalanceQuestion(query: Query, digest: Digest): Query {
  const trade = tradeSides(digest);
  const sides = trade === null ? [] : [trade.exports, trade.imports];
  const asked = sides.map((side, i) => termOfSide(side, query.folded.length + i));
  const rest = query.terms.filter(
    ({ surface }) => !BALANCE.test(surface) && !RESULT.test(surface) && !asked.some((term) => term.surface === surface),
  );
  return { ...query, type: "difference", terms: [...rest, ...asked], focus: null };
}

const BALANCE = /[顺逆]差|\b(?:surplus|deficit)\b/u;

const DEFICIT = /逆差|\bdeficit\b/u;

/** What a surplus is called beside that. */
const RESULT = /^(?:贸易|外贸|trade)$/u;
