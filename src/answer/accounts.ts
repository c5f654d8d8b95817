import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Computation } from "./computation.ts";
import { isByFocus, isComparable, levelsIn, operandAt, quantityOf, TRIED } from "./computation.ts";
import { confidenceOf } from "./confidence.ts";
import { asLevelQuestion } from "./figure-question.ts";
import { metricOf } from "./metric.ts";
import { differenceOf } from "./operations.ts";
import { select } from "./selection.ts";

/** 两家机构的数字相差多少 "how far apart are the two": the only two figures of a kind that one sentence sets side by side. */
export async function betweenAccounts(query: Query, digest: Digest): Promise<Computation | null> {
  if (!TWO.test(query.folded)) return null;
  const asked = asLevelQuestion(query, query.terms, metricOf(query.terms));
  const { ranked } = await select(asked, digest);
  for (const candidate of ranked.slice(0, TRIED)) {
    const figure = quantityOf(candidate);
    if (figure === null || figure.change !== null || !isByFocus(candidate)) continue;
    const [first, second, ...more] = levelsIn(candidate.sentence).filter((level) => isComparable(level, figure));
    if (first === undefined || second === undefined || more.length > 0) continue;
    const [a, b] = [operandAt(candidate, first), operandAt(candidate, second)];
    return differenceOf(a, b, query, digest, confidenceOf(asked, candidate, ranked, digest));
  }
  return null;
}

const TWO = /[两二](?:家|个|种|份|者|方)|双方|\bthe two\b|\bboth\b/u;
