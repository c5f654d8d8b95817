import { describe, expect, it } from "vitest";
import { createSizedIndex, MINISEARCH_FACTS } from "../../src/search/sized-index.ts";
import { testFactIndex } from "./fact-index-contract.ts";

testFactIndex("the index that chooses its engine", () => createSizedIndex());

describe("the index that chooses its engine", () => {
  const factsOf = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      id: `f${i}`,
      issueId: "i",
      date: null,
      statement: i === count - 1 ? "出口" : "进口",
      context: "",
      title: "",
    }));

  it("finds the same when a snapshot grows past what minisearch is used for, and shrinks again", async () => {
    const index = createSizedIndex();
    for (const count of [10, MINISEARCH_FACTS, MINISEARCH_FACTS + 1, 3]) {
      await index.publish({ version: `v${count}`, facts: factsOf(count) });
      const { hits } = await index.candidates({ terms: new Map([["出口", 1]]), limit: 10 });
      expect(hits.map(({ id }) => id)).toEqual([`f${count - 1}`]);
      expect((await index.frequencies(["进口"])).frequency.get("进口")).toBe(count - 1);
      expect(await index.version()).toBe(`v${count}`);
    }
  });
});
