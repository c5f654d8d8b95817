import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";

/** Two things that a question sets against each other, each by its own terms, with the terms that hold for both. */
export interface SidePair {
  readonly first: readonly QueryTerm[];
  readonly second: readonly QueryTerm[];
  readonly shared: readonly QueryTerm[];
  /** Set where nothing in the question says that the two belong together, and a sentence has to. */
  readonly isLoose: boolean;
}

const JOINTS =
  /^[^\p{L}]*(?:和|与|跟|比|占|对|是|及|或|还是|以及|同|、|and|than|or|to|of|with|from|plus|minus|versus|vs|as a share of|beat|surpass(?:ed)?|的|之和|加上?|加|减去?|相比于?|较|exceed|over|compared with)(?:[^\p{L}]*(?:the|in|of)?[^\p{L}]*)$/u;

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

/** The ways to read a question's two sides, the likeliest first. */
export function sidePairs(query: Query, digest: Digest): SidePair[] {
  const told = [...joinedPairs(query, digest), ...framedPairs(query)];
  return [...told.sort((a, b) => Number(isAlike(b)) - Number(isAlike(a))), ...loosePairs(query)];
}

/** A name is compared with a name: 澜州 with 云港 in 澜州的进出口比云港多多少, not 进出口. */
function isAlike({ first, second }: SidePair): boolean {
  return (first.find(isTelling)?.role === "name") === (second.find(isTelling)?.role === "name");
}

/** Terms with a joint word between them (和, 比, than), two places, or the sides of a contrast. */
function joinedPairs(query: Query, { lexicon }: Digest): SidePair[] {
  const { contrasts } = lexicon.cues;
  const { placePattern } = lexicon.names;
  const contrastOf = (term: QueryTerm): number =>
    contrasts.findIndex((contrast) =>
      contrast
        .flat()
        .some((word) => term.alternatives.some(({ factor, text }) => factor > 0.8 && text.startsWith(word))),
    );
  const isPlace = (term: QueryTerm): boolean => term.alternatives.some(({ text }) => placePattern.test(text));
  // 义乌卖到拉美的比卖到非洲的多多少: of three places, the two on either side of 比.
  const right = thingsCompared(query);
  const isAcross = (first: QueryTerm, second: QueryTerm): boolean =>
    right.length === 0 || (!right.includes(first) && right.includes(second));
  const [contrasted, joined]: [SidePair[], SidePair[]] = [[], []];
  for (const [i, first] of query.terms.entries()) {
    for (const second of query.terms.slice(i + 1)) {
      const isContrast = contrastOf(first) >= 0 && contrastOf(first) === contrastOf(second);
      const arePlaces = isPlace(first) && isPlace(second) && isAcross(first, second);
      if (!isContrast && !JOINTS.test(gapBetween(query, first, second)) && !arePlaces) continue;
      const shared = query.terms.filter((term) => term !== first && term !== second);
      (isContrast ? contrasted : joined).push({ first: [first], second: [second], shared, isLoose: false });
    }
  }
  return [...contrasted, ...joined.sort((a, b) => (b.first[0]?.at ?? 0) - (a.first[0]?.at ?? 0))];
}

/** The words between two terms, but for such as carry little: 服务商的数量是平台的几倍. */
function gapBetween(query: Query, first: QueryTerm, second: QueryTerm): string {
  const gap = query.folded.slice(first.at + first.surface.length, second.at);
  const weak = query.terms.filter(
    ({ role, at, surface }) => role === "generic" && at > first.at && at < second.at && !JOINTS.test(surface),
  );
  return weak.reduce((rest, { surface }) => rest.replace(surface, ""), gap).replace(/^的/u, "");
}

/**
 * A比B: what stands after the mark takes the place of one thing before it, 6月的大促 that of 双11 in 双11的成交额比6月的大促多多少
 * "how much more did Double 11 take than the sale in June".
 */
function framedPairs(query: Query): SidePair[] {
  const right = thingsCompared(query);
  if (right.length === 0) return [];
  const left = query.terms.filter(({ at }) => at < (right[0]?.at ?? 0) && !right.some((term) => term.at === at));
  const things = left.filter(isTelling).reverse();
  const alone = things.map((term) => [term]);
  // 库川的分拨中心 stands against 石桥镇的枢纽: a thing of two words against one of two.
  const double = right.filter(isTelling).length > 1 ? things.slice(1).map((term, i) => [term, things[i] ?? term]) : [];
  return [...double, ...alone].map((first) => ({
    first,
    second: right,
    shared: left.filter((other) => !first.includes(other)),
    isLoose: false,
  }));
}

/** Any two things that a question speaks of: how much above the offer price did it close. */
function loosePairs({ type, terms }: Query): SidePair[] {
  if (type !== "difference" && type !== "share" && type !== "sum") return [];
  const things = terms.filter(({ role }) => role !== "generic" && role !== "name");
  return things.flatMap((first, i) =>
    things.slice(i + 1).map((second) => {
      const shared = terms.filter((term) => term !== first && term !== second);
      return { first: [first], second: [second], shared, isLoose: true };
    }),
  );
}

/** What a question compares with by name, after 比 or "than": empty where it names only a time, or compares nothing. */
export function thingsCompared({ folded, terms }: Query): readonly QueryTerm[] {
  const mark = FRAME.exec(folded);
  if (mark === null) return [];
  const at = mark.index + mark[0].length;
  const left = terms.filter((term) => term.at < at);
  const right = terms.filter((term) => term.at >= at && !left.some(({ surface }) => surface === term.surface));
  return right.some(isTelling) ? right : [];
}

/** What sets two things against each other in one sentence of a question. */
const FRAME =
  /(?<![对占之])比(?![例重较如方])|相比|占了?(?!比)|是(?=.{1,16}倍)|[和与跟](?=.{1,24}(?:差|哪))|\bthan\b|\bbetween\b.+\band\b|\b(?:beat|exceed(?:ed)?|surpass(?:ed)?|outstrip(?:ped)?)\b/u;

/** Tells whether a term says by itself what is meant. */
export function isTelling({ role }: QueryTerm): boolean {
  return role !== "generic" && role !== "light";
}
