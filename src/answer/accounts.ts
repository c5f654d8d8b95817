import type { Quantity } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { RankedCandidate } from "./candidate.ts";
import type { Computation } from "./computation.ts";
import { isComparable, quantityOf } from "./computation.ts";
import { confidenceOf } from "./confidence.ts";
import { asLevelQuestion } from "./figure-question.ts";
import { metricOf } from "./metric.ts";
import { differenceOf } from "./operations.ts";
import { select } from "./selection.ts";

/** How many candidates are tried. */
const TRIED = 4;

/** 两家机构的数字相差多少 "how far apart are the two": the only two figures of a kind that one sentence sets side by side. */
export async function betweenAccounts(query: Query, digest: Digest): Promise<Computation | null> {
  if (!TWO.test(query.folded)) return null;
  const asked = asLevelQuestion(query, query.terms, metricOf(query.terms));
  const { ranked } = await select(asked, digest);
  for (const candidate of ranked.slice(0, TRIED)) {
    const figure = quantityOf(candidate);
    if (figure === null || figure.change !== null || (candidate.evidence.focus ?? 1) < 0.8) continue;
    const [first, second, ...more] = likeIn(candidate, figure);
    if (first === undefined || second === undefined || more.length > 0) continue;
    const [a, b] = [first, second].map((mention): RankedCandidate => {
      return { ...candidate, span: { start: mention.start, end: mention.end }, mention };
    });
    if (a === undefined || b === undefined) continue;
    return differenceOf([a, first], [b, second], query, digest, confidenceOf(asked, candidate, ranked, digest));
  }
  return null;
}

const TWO = /[两二](?:家|个|种|份|者|方)|双方|\bthe two\b|\bboth\b/u;

/** The levels of a sentence in one unit. */
function likeIn({ sentence }: RankedCandidate, figure: Quantity): Quantity[] {
  return sentence.mentions.filter(
    (mention): mention is Quantity =>
      mention.kind === "quantity" && mention.change === null && isComparable(mention, figure),
  );
}
