import { describe, expect, it } from "vitest";
import type { FactIndex, IndexedFact, IndexSnapshot } from "../../src/search/fact-index.ts";

const FACTS: readonly IndexedFact[] = [
  {
    id: "a",
    issueId: "2025-06",
    date: "2025-06-10",
    statement: "出口约1.03万亿元",
    context: "上半年",
    title: "跨境电商",
  },
  {
    id: "b",
    issueId: "2025-06",
    date: "2025-06-10",
    statement: "进口约2911亿元",
    context: "出口约1.03万亿元",
    title: "跨境电商",
  },
  {
    id: "c",
    issueId: "2025-07",
    date: "2025-07",
    statement: "the port handled 3,400 containers",
    context: "",
    title: "ports",
  },
  { id: "d", issueId: "undated", date: null, statement: "进口博览会", context: "", title: "" },
];
const BLANK = { issueId: "2025-06", date: null, statement: "进口", context: "", title: "" };
const SNAPSHOT: IndexSnapshot = { version: "v1", facts: FACTS };

/** The suite that every implementation of the index contract passes. */
export function testFactIndex(name: string, create: () => FactIndex): void {
  describe(`${name} keeps the index contract`, () => {
    const published = async (): Promise<FactIndex> => {
      const index = create();
      await index.publish(SNAPSHOT);
      return index;
    };
    const ids = async (index: FactIndex, terms: Record<string, number>, more = {}): Promise<string[]> =>
      (await index.candidates({ terms: new Map(Object.entries(terms)), limit: 10, ...more })).hits.map((hit) => hit.id);

    it("finds nothing before the first publication, and says that it looked everywhere", async () => {
      const index = create();
      expect(await index.candidates({ terms: new Map([["进口", 1]]), limit: 10 })).toEqual({
        hits: [],
        complete: true,
      });
      expect(await index.version()).toBeNull();
    });

    it("finds facts by a term, the one whose statement holds it first", async () => {
      expect(await ids(await published(), { 出口: 1 })).toEqual(["a", "b"]);
    });

    it("finds English words by their stem", async () => {
      expect(await ids(await published(), { contain: 1 })).toEqual(["c"]);
    });

    it("lets a term's weight decide between facts", async () => {
      const index = await published();
      expect((await ids(index, { "2911": 0.1, 博览: 5 }))[0]).toBe("d");
      expect((await ids(index, { "2911": 5, 博览: 0.1 }))[0]).toBe("b");
    });

    it("returns no more hits than the limit", async () => {
      const { hits } = await (await published()).candidates({ terms: new Map([["进口", 1]]), limit: 1 });
      expect(hits).toHaveLength(1);
    });

    it("keeps equal facts in the order of publication", async () => {
      const index = create();
      const facts = ["z", "b", "y", "a"].map((id) => ({ ...BLANK, id }));
      await index.publish({ version: "equal", facts });
      expect(await ids(index, { 进口: 1 }, { limit: 3 })).toEqual(["z", "b", "y"]);
    });

    it("counts a term that stands in a field more often for more, and a long field for less", async () => {
      const index = create();
      const statements = { once: "出口增长", twice: "出口出口", long: "出口增长在上半年也很快" };
      const facts = Object.entries(statements).map(([id, statement]) => ({ ...BLANK, id, statement }));
      await index.publish({ version: "lengths", facts });
      expect(await ids(index, { 出口: 1 })).toEqual(["twice", "once", "long"]);
    });

    it("keeps to the asked issues", async () => {
      expect(await ids(await published(), { 进口: 1 }, { issueIds: ["undated"] })).toEqual(["d"]);
    });

    it("keeps to the asked period and leaves undated issues out", async () => {
      const index = await published();
      expect(await ids(index, { 进口: 1 }, { period: { from: "2025-06-01", to: "2025-06-30" } })).toEqual(["b"]);
      expect(await ids(index, { contain: 1 }, { period: { from: "2025-07-01", to: "2025-07-31" } })).toEqual(["c"]);
    });

    it("counts the facts whose statement holds a term", async () => {
      const { facts, frequency } = await (await published()).frequencies(["出口", "进口", "快手"]);
      expect(facts).toBe(4);
      expect([...frequency]).toEqual([
        ["出口", 1],
        ["进口", 2],
        ["快手", 0],
      ]);
    });

    it("fetches facts in the order asked and leaves unknown ones out", async () => {
      const fetched = await (await published()).fetch(["c", "x", "a"]);
      expect(fetched.map((fact) => fact.id)).toEqual(["c", "a"]);
    });

    it("publishes a snapshot twice as once", async () => {
      const index = await published();
      await index.publish(SNAPSHOT);
      expect(await ids(index, { 出口: 1 })).toEqual(["a", "b"]);
      expect((await index.frequencies(["出口"])).facts).toBe(4);
    });

    it("replaces the snapshot before by the next", async () => {
      const index = await published();
      await index.publish({ version: "v2", facts: FACTS.slice(2) });
      expect(await ids(index, { 出口: 1 })).toEqual([]);
      expect(await index.version()).toBe("v2");
    });

    it("removes an issue's facts and nothing else", async () => {
      const index = await published();
      await index.removeIssue("2025-06");
      await index.removeIssue("unknown");
      expect(await ids(index, { 进口: 1 })).toEqual(["d"]);
      expect((await index.frequencies(["进口"])).frequency.get("进口")).toBe(1);
    });

    it("publishes a snapshot again after an issue of it was removed", async () => {
      const index = await published();
      await index.removeIssue("2025-06");
      await index.publish(SNAPSHOT);
      expect(await ids(index, { 出口: 1 })).toEqual(["a", "b"]);
    });
  });
}
