import { describe, expect, it } from "vitest";
import { chooseTerms } from "../../src/search/term-choice.ts";

const COUNTS: Readonly<Record<string, number>> = { rare: 10, some: 300, many: 900, most: 5000 };

function choose(terms: Readonly<Record<string, number>>, budget: number): { telling: string[]; common: string[] } {
  const { telling, common } = chooseTerms(new Map(Object.entries(terms)), (term) => COUNTS[term] ?? 0, 10_000, budget);
  return { telling: telling.map(([term]) => term), common: common.map(([term]) => term) };
}

describe("the choice of terms", () => {
  it("takes all terms, in their order, where the budget allows", () => {
    expect(choose({ most: 1, rare: 1, many: 1 }, 6000)).toEqual({ telling: ["most", "rare", "many"], common: [] });
  });

  it("takes the rarest first and leaves what stands in too many facts", () => {
    expect(choose({ most: 1, many: 1, some: 1, rare: 1 }, 1300)).toEqual({
      telling: ["rare", "some", "many"],
      common: ["most"],
    });
  });

  it("leaves out one that is too common and still takes the next that fits", () => {
    expect(choose({ most: 3, many: 1, rare: 1 }, 1000).common).toEqual(["most"]);
  });

  it("always takes the most telling term, however common", () => {
    expect(choose({ most: 1, many: 0.001 }, 100)).toEqual({ telling: ["most"], common: ["many"] });
  });

  it("lets weight decide between terms that are as common", () => {
    expect(choose({ many: 0.5, some: 0.01 }, 950)).toEqual({ telling: ["many"], common: ["some"] });
  });
});
