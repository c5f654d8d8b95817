import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { smallDigest } from "../search/small-digest.ts";

async function quotesFor(text: string, question: string): Promise<readonly string[]> {
  const { reply } = await ask(await smallDigest(text), question);
  return reply.status === "answered" ? reply.citations.map(({ quote }) => quote) : [];
}

describe("the sentences that an answer is quoted from", () => {
  it("go on as long as somebody speaks", async () => {
    const text =
      "渔民代表郑阿水对新渡口表示欢迎，认为过江省下一个小时。“鱼到市场还是活的。”他说。渡口长八十米，投资两千万元。";
    expect(await quotesFor(text, "郑阿水怎么看新渡口？")).toContain("“鱼到市场还是活的。”他说。");
  });

  it("name whom the answer calls by a pronoun", async () => {
    const text = "南桥面包房的店主叫贺小麦。她把剩下的面包做成酱油，因为扔掉太可惜。面包房开在河边。";
    const quotes = await quotesFor(text, "店主为什么把剩下的面包做成酱油？");
    expect(quotes[0]).toContain("因为扔掉太可惜");
    expect(quotes).toContain("南桥面包房的店主叫贺小麦。");
  });

  it("hold no more than the one of a figure", async () => {
    const text = "新渡口长八十米，投资两千万元。此外，渡口设有两座候船亭。";
    expect(await quotesFor(text, "新渡口长多少米？")).toEqual(["新渡口长八十米，投资两千万元。"]);
  });
});
