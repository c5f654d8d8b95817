import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CandidateRequest, IndexedFact } from "../../src/search/fact-index.ts";
import { createMinisearchIndex } from "../../src/search/minisearch-index.ts";
import { createPostingsIndex } from "../../src/search/postings-index.ts";
import { testFactIndex } from "./fact-index-contract.ts";

testFactIndex("the postings index", () => createPostingsIndex());

/** Few enough words that facts share them, a character with the number of its place in Unicode, and a word of JavaScript's own. */
const WORDS = [
  "退",
  "9000",
  "出口",
  "进口",
  "出口出口",
  "跨境电商",
  "增长",
  "a",
  "port",
  "3,400",
  "constructor",
  "。",
  " ",
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(" "));
const facts = fc
  .array(fc.record({ statement: text, context: text, title: text, issue: fc.constantFrom("2025-06", "2025-07") }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((all): IndexedFact[] =>
    all.map(({ issue, ...fields }, i) => ({ id: `f${i}`, issueId: issue, date: issue, ...fields })),
  );
const request = fc.record({
  terms: fc
    .uniqueArray(
      fc.constantFrom("退", "9000", "出口", "进口", "口", "电商", "a", "port", "3400", "constructor", "快手"),
      {
        minLength: 1,
      },
    )
    .chain((terms) =>
      fc
        .array(fc.double({ min: 0.01, max: 2, noNaN: true }), { minLength: terms.length, maxLength: terms.length })
        .map((weights) => new Map(terms.map((term, i) => [term, weights[i] ?? 1]))),
    ),
  limit: fc.integer({ min: 1, max: 40 }),
});

describe("the postings index", () => {
  it("finds what minisearch finds, with the same scores", async () => {
    await fc.assert(
      fc.asyncProperty(facts, request, fc.boolean(), async (published, asked, isFiltered) => {
        const [ours, theirs] = [createPostingsIndex(), createMinisearchIndex()];
        const snapshot = { version: "v", facts: published };
        await Promise.all([ours.publish(snapshot), theirs.publish(snapshot)]);
        const full: CandidateRequest = isFiltered ? { ...asked, issueIds: ["2025-07"] } : asked;
        expect(await ours.candidates(full)).toEqual(await theirs.candidates(full));
        const terms = [...asked.terms.keys()];
        expect(await ours.frequencies(terms)).toEqual(await theirs.frequencies(terms));
      }),
      { seed: 20_260_601, numRuns: 300 },
    );
  });

  it("lets terms that are too common to begin with decide between the facts that the others find", async () => {
    const facts = ["common rare", "common", "other rare", "common other", "common other rare"].map((statement, i) => ({
      id: `f${i}`,
      issueId: "i",
      date: null,
      statement,
      context: "",
      title: "",
    }));
    const terms = new Map([
      ["rare", 1],
      ["common", 1],
    ]);
    const found = async (budget?: number): Promise<readonly string[]> => {
      const index = createPostingsIndex(null, budget);
      await index.publish({ version: "v", facts });
      return (await index.candidates({ terms, limit: 10 })).hits.map(({ id }) => id);
    };
    expect(await found()).toEqual(["f0", "f4", "f2", "f1", "f3"]);
    expect(await found(3)).toEqual(["f0", "f4", "f2"]);
  });
});
