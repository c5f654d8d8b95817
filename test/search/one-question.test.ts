import { beforeAll, describe, expect, it } from "vitest";
import { ask, openDigest } from "../../src/index.ts";
import type { Digest, Query } from "../../src/index.ts";
import { understand } from "../../src/question/understand.ts";
import { forOneQuestion } from "../../src/search/one-question.ts";
import { retrieve } from "../../src/search/retrieve.ts";

let digest: Digest;
let query: Query;

beforeAll(async () => {
  ({ digest } = await openDigest("knowledge"));
  query = understand("上半年跨境电商出口多少？", digest.reference, digest.lexicon, digest.vocabulary);
});

describe("a digest for one question", () => {
  it("searches once for the same terms in the same wording, whatever is asked of them", async () => {
    const asked = forOneQuestion(digest);
    const found = await retrieve(query, asked);
    expect(await retrieve({ ...query, type: "statement", periods: [] }, asked)).toBe(found);
    expect(await retrieve({ ...query, terms: query.terms.slice(1) }, asked)).not.toBe(found);
    expect(await retrieve({ ...query, wording: "出口" }, asked)).not.toBe(found);
    expect(await retrieve(query, forOneQuestion(digest))).not.toBe(found);
  });

  it("remembers where terms stand in an article until it is answered", () => {
    const [reading] = digest.readings.values();
    if (reading === undefined) throw new Error("The sample has no article");
    const asked = forOneQuestion(digest);
    expect(asked.supportIn(reading)).toBe(asked.supportIn(reading));
    expect(digest.supportIn(reading)).not.toBe(digest.supportIn(reading));
  });
});

describe("a refusal", () => {
  it("tries what it offers once for all refusals", async () => {
    let searches = 0;
    const { index } = digest;
    const counted: Digest = {
      ...digest,
      tried: new Map(),
      index: {
        ...index,
        candidates: async (request) => {
          searches++;
          return index.candidates(request);
        },
      },
    };
    const searchesFor = async (asked: Digest): Promise<number> => {
      const before = searches;
      const { reply } = await ask(asked, "2022年湖北跨境电商进出口额是多少？");
      expect(reply.status).toBe("unanswered");
      return searches - before;
    };
    const first = await searchesFor(counted);
    expect(await searchesFor(counted)).toBeLessThan(first);
    expect(await searchesFor({ ...counted, tried: new Map() })).toBe(first);
  });
});
