import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import type { Turn } from "../../src/question/follow-up.ts";
import { isFollowUp, resume } from "../../src/question/follow-up.ts";
import { askTurns } from "../../src/review/ask-turns.ts";
import { openSample, queryOf } from "./sample.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

function turn(question: string): Turn {
  return { query: queryOf(digest, question), entity: null, articleId: "2025-07-ecommerce#3" };
}

describe("isFollowUp", () => {
  it.each([
    "那进口呢？",
    "进口呢？",
    "What about imports?",
    "And imports?",
    "他怎么说？",
    "Who published it?",
    "什么时候？",
    "为什么？",
    "后来哪天又恢复的？",
    "到9月底建成了多少个？",
    "平台给的理由是什么？",
  ])("sees that “%s” goes on", (question) => {
    expect(isFollowUp(queryOf(digest, question))).toBe(true);
  });

  it.each([
    "上半年跨境电商出口多少？",
    "这期摘要有哪些文章？",
    "谁是湖北省商务厅厅长？",
    "How many platforms took part in the Hangzhou expo?",
  ])("sees that “%s” stands alone", (question) => {
    expect(isFollowUp(queryOf(digest, question))).toBe(false);
  });
});

describe("resume", () => {
  it("takes over type, period and terms, and puts the new side of a contrast in place of the old", () => {
    const { query, articleId } = resume(
      queryOf(digest, "那进口呢？"),
      turn("上半年跨境电商出口多少？"),
      digest.lexicon,
    );
    expect(query.type).toBe("quantity");
    expect(query.periods.map((period) => period.interval)).toEqual([{ from: "2025-01-01", to: "2025-06-30" }]);
    expect(query.terms.map((term) => term.surface)).toEqual(["跨境电商", "进口"]);
    expect(articleId).toBe("2025-07-ecommerce#3");
  });

  it("moves the year back for “前一年呢”", () => {
    const { query } = resume(queryOf(digest, "前一年呢？"), turn("2024年直播带货投诉举报增幅是多少？"), digest.lexicon);
    expect(query.periods.map((period) => period.interval)).toEqual([{ from: "2023-01-01", to: "2023-12-31" }]);
  });

  it("lets a question that stands alone stand alone", () => {
    const alone = queryOf(digest, "谁是湖北省商务厅厅长？");
    expect(resume(alone, turn("上半年跨境电商出口多少？"), digest.lexicon)).toEqual({ query: alone, articleId: null });
  });

  it("has nothing to go on from in the first turn", () => {
    const first = queryOf(digest, "那进口呢？");
    expect(resume(first, null, digest.lexicon)).toEqual({ query: first, articleId: null });
  });
});

describe("a talk", () => {
  it.each([
    [["上半年跨境电商出口多少？", "那进口呢？"], "约2911亿元"],
    [["上半年跨境电商出口多少？", "那进口呢？", "增长了多少？"], "9.3%"],
    [["6月物流指数多少点？", "什么时候公布的？"], "7月9日"],
    [["头部主播好评率多少？", "中小主播呢？"], "90%以上"],
    [
      ["What was the logistics index in June?", "Who published it?"],
      "China Federation of Logistics and Purchasing (中国物流与采购联合会)",
    ],
  ])("%j ends with %s", async (turns, answer) => {
    expect((await askTurns(digest, turns)).reply).toMatchObject({ status: "answered", answer });
  });

  it("goes back to nothing after a refusal that names nothing", async () => {
    expect((await askTurns(digest, ["今天北京天气怎么样？", "上半年跨境电商出口多少？"])).reply).toMatchObject({
      status: "answered",
      answer: "约1.03万亿元",
    });
  });
});
