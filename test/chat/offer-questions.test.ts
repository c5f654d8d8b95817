import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import { ask, findArticles, offerQuestions, openDigest } from "../../src/index.ts";

let digest: Digest;
beforeAll(async () => {
  digest = (await openDigest("knowledge")).digest;
});

describe("what is offered to a reader who types", () => {
  it.each(["", "跨境电商", "上半年跨境电商出口多少", "exports", "湖南2024年跨境电商进出口额是多少"])(
    "is answered by the digest: %j",
    async (typed) => {
      const offered = await offerQuestions(typed, digest, "zh", 10);
      expect(offered.length).toBeGreaterThan(0);
      for (const question of offered)
        expect([question, (await ask(digest, question)).reply.status]).toEqual([question, "answered"]);
    },
  );

  it("begins with what is typed where that is answered", async () => {
    expect((await offerQuestions("上半年跨境电商出口多少？", digest, "zh", 5))[0]).toBe("上半年跨境电商出口多少？");
  });

  it("keeps to as many as were asked for", async () => {
    expect(await offerQuestions("", digest, "en", 2)).toHaveLength(2);
  });
});

describe("finding articles while typing", () => {
  it("takes a number, a part of a title, or what an article is about", async () => {
    const first = async (typed: string): Promise<string | undefined> =>
      (await findArticles(typed, digest, 5))[0]?.title;
    expect(await first("3")).toBe("上半年我国跨境电商进出口约1.32万亿元");
    expect(await first("1.32万亿元")).toBe("上半年我国跨境电商进出口约1.32万亿元");
    expect(await first("上半年跨境电商出口多少")).toBe("上半年我国跨境电商进出口约1.32万亿元");
  });

  it("lists all, the newest first, where nothing is typed", async () => {
    const all = await findArticles("", digest, 25);
    expect(all.map(({ ordinal }) => ordinal).slice(0, 3)).toEqual([1, 2, 3]);
  });
});
