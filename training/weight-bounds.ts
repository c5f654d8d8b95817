/** The least and the most that a weight may be. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * Says what a candidate's feature may weigh. What is found of a question can't speak against a candidate, and what is
 * missing can't speak for it: without this, features that measure nearly the same get large weights of opposite signs,
 * which fits the sets as well and fails on a digest of two articles.
 */
export function candidateBounds(feature: string): Bounds {
  if (feature === "conflicts") return { least: -Infinity, most: EXCLUDED };
  if (AGAINST.test(feature)) return { least: -Infinity, most: 0 };
  return EITHER.has(feature) ? { least: -Infinity, most: Infinity } : { least: 0, most: Infinity };
}

/** 出口 isn't 进出口, however much else of the question stands there; two such words are 1. */
const EXCLUDED = -8;

const AGAINST = /^(?:missing|missingName|nameFar|periodOther|poorFit.*|unaskedPlace|oneForMany|asks)$/u;

/** What may speak either way: how long a sentence is, how much of it only repeats the question. */
const EITHER = new Set(["mention", "short", "novelty", "newName", "openingDefinition", "density", "mostWords"]);
