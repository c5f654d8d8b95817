import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Computation } from "./computation.ts";
import { isComparable, levelsIn, operandAt, quantityOf, TRIED } from "./computation.ts";
import { ANSWER_THRESHOLD, confidenceOf } from "./confidence.ts";
import { sidesIn } from "./conflicts.ts";
import { remainderOf } from "./operations.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";

/**
 * Imports out of all trade and exports, or exports out of it and imports, where one sentence tells those and not what is asked:
 * 进出口291.4亿元,其中出口205.6亿元 leaves 85.8 for imports.
 */
export async function restOfTrade(query: Query, selection: Selection, digest: Digest): Promise<Computation | null> {
  const asked = query.terms.find((term) => sideOf(term, digest) !== null);
  if (query.type !== "quantity" || asked === undefined || selection.confidence >= ANSWER_THRESHOLD) return null;
  const contrast = digest.lexicon.cues.contrasts.find((sides) => sides.some((side) => side.includes(ALL)));
  const [own, all] = [sideOf(asked, digest), contrast?.find((side) => side.includes(ALL))];
  const other = contrast?.find((side) => side !== own && side !== all);
  if (contrast === undefined || all === undefined || other === undefined) return null;
  const whole: QueryTerm = {
    ...asked,
    surface: ALL,
    alternatives: all.map((text) => ({ text, isHan: /\p{Script=Han}/u.test(text), factor: 1 })),
  };
  const terms = query.terms.map((term) => (term === asked ? whole : term));
  const question: Query = { ...query, terms, focus: whole, folded: query.folded.replace(asked.surface, ALL) };
  const { ranked } = await select(question, digest);
  for (const candidate of ranked.slice(0, TRIED)) {
    const { reading, sentence, span } = candidate;
    const total = quantityOf(candidate);
    const told = reading.folded.slice(sentence.start, sentence.end);
    if (total === null || total.change !== null || sidesIn(told, contrast).some(({ side }) => side === own)) continue;
    const part = levelsIn(sentence).find((figure) => {
      if (figure.start < span.end || !isComparable(figure, total)) return false;
      const sides = sidesIn(reading.folded.slice(span.end, figure.start), contrast);
      return sides.length === 1 && sides[0]?.side === other;
    });
    if (part === undefined) continue;
    const confidence = confidenceOf(question, candidate, ranked, digest);
    return remainderOf([candidate, total], [operandAt(candidate, part)], query, digest, confidence);
  }
  return null;
}

/** What exports and imports are together. */
const ALL = "进出口";

/** The side of trade that a term speaks of, where it is one of the two alone. */
function sideOf(term: QueryTerm, { lexicon }: Digest): readonly string[] | null {
  const contrast = lexicon.cues.contrasts.find((sides) => sides.some((side) => side.includes(ALL)));
  if (contrast === undefined) return null;
  const [spoken, ...more] = sidesIn(term.alternatives.map(({ text }) => text).join(" "), contrast);
  return spoken === undefined || more.length > 0 || spoken.side.includes(ALL) ? null : spoken.side;
}
