import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { RankedCandidate } from "./candidate.ts";
import { quantityOf } from "./computation.ts";
import { confidenceOf } from "./confidence.ts";
import { periodsCompared } from "./compared-periods.ts";
import { asFigureQuestion } from "./figure-question.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";

/** Two terms that a question sets against each other, with the rest of its terms. */
interface Sides {
  readonly first: QueryTerm | null;
  readonly second: QueryTerm | null;
  readonly shared: readonly QueryTerm[];
}

const JOINTS =
  /^[^\p{L}]*(?:和|与|跟|比|占|对|是|及|或|还是|以及|同|、|and|than|or|to|of|with|versus|vs|as a share of|的|之和|加上?|加|减去?|相比于?|较|exceed|over|compared with)(?:[^\p{L}]*(?:the|in|of)?[^\p{L}]*)$/u;

/** The longest run of terms with nothing but joints between them. */
export function longestRow(query: Query): QueryTerm[] {
  let best: QueryTerm[] = [];
  let row: QueryTerm[] = [];
  for (const term of query.terms) {
    const last = row.at(-1);
    const isJoined = last !== undefined && JOINTS.test(query.folded.slice(last.at + last.surface.length, term.at));
    row = isJoined ? [...row, term] : [term];
    if (row.length > best.length) best = row;
  }
  return best;
}

/** Finds the two terms that a joint word (和, 比, than) stands between, and asks for each alone. */
export async function operandsByTerm(query: Query, digest: Digest): Promise<Selection[] | null> {
  for (const sides of sidesOf(query, digest)) {
    const selections: Selection[] = [];
    for (const side of [sides.first, sides.second]) {
      const terms = side === null ? sides.shared : [...sides.shared, side].sort((x, y) => x.at - y.at);
      selections.push(await select(asFigureQuestion(query, terms, side), digest));
    }
    const paired = pairOf(selections, digest);
    if (paired !== null && paired.every((selection) => selection.confidence >= 0.4)) return paired;
  }
  return null;
}

/** How many candidates of each side are tried, and what a pair from one sentence gains. */
const PAIRED = 4;

const SAME_SENTENCE = 1.2;

/** The best two candidates for two sides; figures of one sentence belong together more likely. */
function pairOf([first, second]: readonly Selection[], digest: Digest): Selection[] | null {
  let best: { pair: readonly [RankedCandidate, RankedCandidate]; score: number } | null = null;
  for (const a of first?.ranked.slice(0, PAIRED) ?? []) {
    for (const b of second?.ranked.slice(0, PAIRED) ?? []) {
      if (
        a.mention === b.mention ||
        !isOfItsSide(a) ||
        !isOfItsSide(b) ||
        quantityOf(a)?.dimension !== quantityOf(b)?.dimension
      )
        continue;
      const score = a.score + b.score + (a.sentence === b.sentence ? SAME_SENTENCE : 0);
      if (score > (best?.score ?? 0)) best = { pair: [a, b], score };
    }
  }
  if (best === null || first === undefined || second === undefined) return null;
  const [a, b] = best.pair;
  return [
    { ...first, best: a, confidence: confidenceOf(first.query, a, first.ranked, digest) },
    { ...second, best: b, confidence: confidenceOf(second.query, b, second.ranked, digest) },
  ];
}

/** A side's own word stands in the figure's clause or the one that it leans on. */
function isOfItsSide({ evidence }: RankedCandidate): boolean {
  return (evidence.focus ?? 1) >= 0.8;
}

function sidesOf(query: Query, digest: Digest): Sides[] {
  const found: Sides[] = [];
  const { contrasts } = digest.lexicon.cues;
  const contrastOf = (term: QueryTerm): number =>
    contrasts.findIndex((contrast) =>
      contrast
        .flat()
        .some((word) =>
          term.alternatives.some((alternative) => alternative.factor > 0.8 && alternative.text.startsWith(word)),
        ),
    );
  const { placePattern } = digest.lexicon.names;
  const isPlace = (term: QueryTerm): boolean => term.alternatives.some(({ text }) => placePattern.test(text));
  for (const [i, first] of query.terms.entries()) {
    for (const second of query.terms.slice(i + 1)) {
      const gap = gapBetween(query, first, second);
      const isPair =
        JOINTS.test(gap) ||
        (contrastOf(first) >= 0 && contrastOf(first) === contrastOf(second)) ||
        (isPlace(first) && isPlace(second));
      if (!isPair) continue;
      const shared = query.terms.filter((term) => term !== first && term !== second);
      found.push({ first, second, shared });
    }
  }
  return found.sort((a, b) => Number(contrastPair(b, contrastOf)) - Number(contrastPair(a, contrastOf)));
}

/** The words between two terms, but for such as carry little: 服务商的数量是平台的几倍. */
function gapBetween(query: Query, first: QueryTerm, second: QueryTerm): string {
  const gap = query.folded.slice(first.at + first.surface.length, second.at);
  const weak = query.terms.filter(
    ({ role, at, surface }) => role === "generic" && at > first.at && at < second.at && !JOINTS.test(surface),
  );
  return weak.reduce((rest, { surface }) => rest.replace(surface, ""), gap).replace(/^的/u, "");
}

function contrastPair(sides: Sides, contrastOf: (term: QueryTerm) => number): boolean {
  return (
    sides.first !== null &&
    sides.second !== null &&
    contrastOf(sides.first) >= 0 &&
    contrastOf(sides.first) === contrastOf(sides.second)
  );
}

/** Asks for each of two periods alone. */
export async function operandsByPeriod(query: Query, digest: Digest): Promise<Selection[]> {
  const selections: Selection[] = [];
  for (const period of periodsCompared(query))
    selections.push(await select({ ...asFigureQuestion(query, query.terms, null), periods: [period] }, digest));
  return selections;
}
