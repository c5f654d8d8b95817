import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndexedFact, IndexSnapshot } from "../../src/search/fact-index.ts";
import { indexSnapshot } from "../../src/search/index-snapshot.ts";
import type { IndexedSnapshot } from "../../src/search/index-snapshot.ts";

const WORDS = ["出口", "进口", "跨境电商", "增长", "port", "3,400", "constructor", "。"];

interface Part {
  readonly place: number;
  readonly texts: readonly string[];
}

const parts = fc.uniqueArray(
  fc.record({
    place: fc.nat(6),
    texts: fc.array(
      fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(" ")),
      { maxLength: 4 },
    ),
  }),
  { selector: ({ place }) => place, maxLength: 6 },
);

/** A snapshot of issues in the order of their places. */
function snapshotOf(issues: readonly Part[]): IndexSnapshot {
  const sorted = [...issues].sort((a, b) => a.place - b.place);
  const facts = sorted.flatMap(({ place, texts }) =>
    texts.map((statement, i): IndexedFact => ({
      id: `${place}-${i}`,
      issueId: `${place}`,
      date: null,
      statement,
      context: texts[0] ?? "",
      title: "the port",
    })),
  );
  return {
    version: JSON.stringify(sorted),
    facts,
    parts: sorted.map(({ place, texts }) => ({
      issueId: `${place}`,
      date: null,
      version: JSON.stringify([place, texts]),
      size: texts.length,
    })),
  };
}

/** An index by its terms: their numbers, and terms without facts, are nobody's business. */
function termsOf({ postings, issueOf, issues }: IndexedSnapshot): object {
  const { numbers, starts, facts, counts, frequencies, lengths, meanLengths } = postings;
  const terms = [...numbers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, number]) => {
      const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0];
      return [
        term,
        Array.from(facts.subarray(from, to)),
        Array.from(counts.subarray(from, to)),
        Array.from(frequencies.subarray(3 * number, 3 * number + 3)),
      ];
    });
  return { terms, lengths: [...lengths], meanLengths, issues: [...issueOf].map((place) => issues[place]?.id) };
}

describe("an index that carries over what it knows", () => {
  it("is the index of all facts read anew", async () => {
    await fc.assert(
      fc.asyncProperty(parts, parts, fc.boolean(), async (before, changes, keepsOthers) => {
        const changed = new Set(changes.map(({ place }) => place));
        const after = keepsOthers ? [...before.filter(({ place }) => !changed.has(place)), ...changes] : changes;
        const known = await indexSnapshot(snapshotOf(before), null);
        const carried = await indexSnapshot(snapshotOf(after), known);
        expect(termsOf(carried)).toEqual(termsOf(await indexSnapshot(snapshotOf(after), null)));
      }),
      { seed: 20_260_601, numRuns: 300 },
    );
  });

  it("reads no fact of an issue that stayed", async () => {
    const [one, two, three] = [1, 2, 3].map((place) => ({ place, texts: [`port ${place}`, "出口 增长"] }));
    const known = await indexSnapshot(snapshotOf([one as Part, three as Part]), null);
    const snapshot = snapshotOf([one as Part, two as Part, three as Part]);
    const read: number[] = [];
    const { facts } = snapshot;
    const watched = {
      length: facts.length,
      at: (ordinal: number) => (read.push(ordinal), facts.at(ordinal)),
      [Symbol.iterator]: () => facts[Symbol.iterator](),
    };
    await indexSnapshot({ ...snapshot, facts: watched }, known);
    expect(read).toEqual([2, 3]);
  });

  it("is read anew where issues changed places", async () => {
    const [one, two] = [1, 2].map((place) => ({ place, texts: [`port ${place}`] }));
    const snapshot = snapshotOf([one as Part, two as Part]);
    const known = await indexSnapshot(snapshot, null);
    const turned = {
      version: "turned",
      facts: [...snapshot.facts].reverse(),
      parts: [...(snapshot.parts ?? [])].reverse(),
    };
    expect(termsOf(await indexSnapshot(turned, known))).toEqual(termsOf(await indexSnapshot(turned, null)));
  });
});
