import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";

/** The terms of a question without those that only say that something moved: 增加, 缩短, grow. */
export function withoutMovement(query: Query, { lexicon }: Digest): readonly QueryTerm[] {
  const { up, down } = lexicon.cues.directions;
  return query.terms.filter(({ surface }) => ![...up, ...down].some((word) => surface.startsWith(word)));
}

/** The term that says what a figure measures: the last that isn't empty, as Chinese puts it: 员工 in 青桐超市的员工. */
export function metricOf(terms: readonly QueryTerm[]): QueryTerm | null {
  return terms.findLast(({ role }) => role === "content" || role === "concept") ?? null;
}
