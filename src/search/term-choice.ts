/** Terms with their weights. */
export type WeightedTerms = readonly (readonly [term: string, weight: number])[];

/** The terms that a search begins with, and those that stand in too many facts for that. */
export interface TermChoice {
  readonly telling: WeightedTerms;
  readonly common: WeightedTerms;
}

/**
 * Chooses the terms that tell most, as long as they stand in no more facts than the budget: what stands in very many
 * facts costs most and tells least. The most telling term is always chosen, and all are where the budget allows.
 *
 * @param countOf In how many facts a term stands.
 * @param size How many facts there are.
 * @param budget How many postings may be looked at.
 */
export function chooseTerms(
  terms: ReadonlyMap<string, number>,
  countOf: (term: string) => number,
  size: number,
  budget: number,
): TermChoice {
  const all = [...terms].map(([term, weight]) => ({ entry: [term, weight] as const, count: countOf(term) }));
  if (sum(all.map(({ count }) => count)) <= budget) return { telling: [...terms], common: [] };
  const tellingFirst = all.sort((a, b) => worth(b.entry[1], b.count, size) - worth(a.entry[1], a.count, size));
  const telling: (readonly [string, number])[] = [];
  const common: (readonly [string, number])[] = [];
  let left = budget;
  for (const { entry, count } of tellingFirst) {
    const isChosen = count <= left || telling.length === 0;
    (isChosen ? telling : common).push(entry);
    if (isChosen) left -= count;
  }
  return { telling, common };
}

/** What a term can add to a fact's score. */
function worth(weight: number, count: number, size: number): number {
  return weight * Math.log(1 + (size + 1) / (count + 0.5));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
