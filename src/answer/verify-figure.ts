import type { Quantity } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { slice } from "../text/span.ts";
import type { RankedCandidate } from "./candidate.ts";
import { quantityOf } from "./computation.ts";
import type { Selection } from "./selection.ts";
import { operandsByTerm } from "./sides.ts";
import type { Verdict } from "./verify.ts";

/** Where a claim states a figure (增长了10%吗, 低于90%吗), holds it against the text's figure for the same thing. */
export function verifyFigure(query: Query, best: RankedCandidate, selection: Selection): Verdict | null {
  const asked = query.quantities.find((quantity) => quantity.dimension !== "ordinal");
  if (asked === undefined || best.evidence.missingShare > 0.45) return null;
  const contested = selection.ranked.filter((candidate) => {
    const figure = quantityOf(candidate);
    return (
      figure !== null &&
      figure.dimension === asked.dimension &&
      candidate.sentence === best.sentence &&
      candidate.evidence.period !== -1 &&
      candidate.fit >= 0.3
    );
  });
  const ranked = contested.find((candidate) => quantityOf(candidate)?.value.eq(asked.value) === true) ?? contested[0];
  const actual = ranked === undefined ? null : quantityOf(ranked);
  if (ranked === undefined || actual === null || ranked.evidence.conflicts.length > 0) return null;
  const isOpposite = query.direction !== null && actual.change !== null && actual.change.direction !== query.direction;
  const isTrue = !isOpposite && holds(query.folded, asked, actual);
  const correction = isTrue ? null : slice(best.reading.article.text, isOpposite ? ranked.clause : ranked.span);
  return { isTrue, correction, evidence: best, confidence: 0.75 };
}

const BOUNDS: readonly (readonly [RegExp, (asked: Quantity, actual: Quantity) => boolean])[] = [
  [
    /不高于|不超过|不多于|至多|at most|no more than/u,
    (asked, actual) => actual.value.lte(asked.value) && actual.qualifier !== "over",
  ],
  [/不低于|不少于|至少|以上|at least|no less than/u, (asked, actual) => actual.value.gte(asked.value)],
  [
    /超过|超出|高于|多于|大于|突破|逾|exceed|more than|over|above|higher than/u,
    (asked, actual) => actual.value.gt(asked.value) || (actual.value.eq(asked.value) && actual.qualifier === "over"),
  ],
  [
    /不到|不足|低于|少于|小于|以下|less than|under|below|fewer than|lower than/u,
    (asked, actual) => actual.value.lt(asked.value) && actual.qualifier !== "over",
  ],
];

/** Whether the text's figure is as a claim says: equal, or on the right side of a bound; of one currency in any case. */
function holds(claim: string, asked: Quantity, actual: Quantity): boolean {
  if (asked.dimension === "money" && asked.unit !== actual.unit) return false;
  const bound = BOUNDS.find(([pattern]) => pattern.test(claim));
  return bound === undefined ? actual.value.eq(asked.value) : bound[1](asked, actual);
}

const COMPARES =
  /比.*(?<more>快|高|多|大)|比.*(?:慢|低|少|小)|(?<rather>faster|higher|more|larger|bigger|greater) .*than|(?:slower|lower|less|smaller|fewer) .*than/u;

/** Tells whether a claim compares two things: 出口比进口增长得快吗. */
export function comparesSides(query: Query): boolean {
  return query.quantities.length === 0 && COMPARES.test(query.folded);
}

/** Holds a comparison against the figures of its two sides; null where the text lacks either. */
export async function verifyComparison(query: Query, digest: Digest): Promise<Verdict | null> {
  const operands = await operandsByTerm({ ...query, type: "compare" }, digest);
  const [a, b] = operands?.map((selection) => selection.best) ?? [];
  const first = a === undefined ? null : quantityOf(a);
  const second = b === undefined ? null : quantityOf(b);
  if (a === undefined || b === undefined || first === null || second === null || first.value.eq(second.value))
    return null;
  const groups = COMPARES.exec(query.folded)?.groups;
  const wantsMore = groups?.["more"] !== undefined || groups?.["rather"] !== undefined;
  const isTrue = first.value.gt(second.value) === wantsMore;
  const { text } = a.reading.article;
  const correction = isTrue ? null : `${slice(text, a.span)}, ${slice(b.reading.article.text, b.span)}`;
  const confidence = Math.min(...(operands ?? []).map((selection) => selection.confidence));
  return { isTrue, correction, evidence: a, confidence };
}
