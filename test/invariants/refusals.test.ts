import { beforeAll, describe, expect, it } from "vitest";
import type { Digest, Refusal } from "../../src/index.ts";
import { ask } from "../../src/index.ts";
import { HOSTILE_QUESTIONS, openSample } from "./asked.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

async function refusal(question: string): Promise<Refusal> {
  const { reply } = await ask(digest, question);
  if (reply.status !== "unanswered") throw new Error(`“${question}” was answered: ${reply.answer}`);
  return reply;
}

describe("a refusal", () => {
  it.each([
    ["2022年湖北跨境电商进出口额是多少？", "period", "2022年"],
    ["4月份中国电商物流指数是多少？", "period", "4月份"],
    ["去年6月中国电商物流指数是多少？", "period", "去年6月"],
    ["2022年直播带货投诉举报增幅是多少？", "period", "2022年"],
    ["湖南2024年跨境电商进出口额是多少？", "subject", "湖南"],
    ["上半年越南跨境电商出口多少？", "subject", "越南"],
    ["6月份日本电商物流指数是多少？", "subject", "日本"],
    ["吕大良的电话是多少？", "metric", "电话"],
  ])("says what is missing: %s", async (question, kind, words) => {
    const { missing, reason } = await refusal(question);
    expect(missing).toEqual({ kind, words });
    expect(reason).toContain(`“${words}”`);
  });

  it("of another year cites the figure of the year that the digest has", async () => {
    const { citations } = await refusal("2022年湖北跨境电商进出口额是多少？");
    expect(citations.map((citation) => citation.quote)).toEqual([
      "2024年,湖北跨境电商进出口额679.7亿元,同比增长124%。",
    ]);
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["？！", "empty"],
    ["😀😀", "empty"],
    ["\ud800", "empty"],
    ["\u0000\u0007", "empty"],
    ["进口".repeat(501), "tooLong"],
  ])("of %j needs no digest", async (question, kind) => {
    expect((await refusal(question)).missing.kind).toBe(kind);
  });

  it.each(["今天北京天气怎么样？", "讲个笑话", "", "🙂"])(
    "in Chinese offers questions that are answered in Chinese: %j",
    async (question) => {
      const { suggestions } = await refusal(question);
      expect(suggestions.length).toBeGreaterThan(0);
      for (const suggestion of suggestions)
        expect((await ask(digest, suggestion)).reply).toMatchObject({ status: "answered", language: "zh" });
    },
  );

  it("offers nothing that isn't answered, whatever was asked", async () => {
    const offered = new Set<string>();
    for (const question of HOSTILE_QUESTIONS)
      for (const suggestion of (await ask(digest, question)).reply.suggestions) offered.add(suggestion);
    expect(offered.size).toBeGreaterThan(5);
    const refused: string[] = [];
    for (const suggestion of offered)
      if ((await ask(digest, suggestion)).reply.status === "unanswered") refused.push(suggestion);
    expect(refused).toEqual([]);
  });
});
